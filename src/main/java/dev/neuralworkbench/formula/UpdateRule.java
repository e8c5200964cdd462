package dev.neuralworkbench.formula;

import dev.neuralworkbench.formula.Expression.Letter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The lines by which an optimizer makes a new weight, ready to be worked out for every weight. */
public final class UpdateRule {

  /** The lines, in order. */
  public final List<Assignment> lines;

  private final List<Letter> letters = new ArrayList<>();
  private final List<Formula> formulas;
  private final int given;

  /**
   * The rule of these lines.
   *
   * @param lines in order; the last is the new weight
   */
  public UpdateRule(List<Assignment> lines) {
    this.lines = List.copyOf(lines);
    Collections.addAll(letters, Assignment.WEIGHT, Assignment.GRADIENT, Assignment.RATE);
    lines.stream().filter(Assignment::isRemembered).map(Assignment::before).forEach(letters::add);
    given = letters.size();
    lines.stream().map(Assignment::left).forEach(letters::add);
    formulas = lines.stream().map(line -> Formula.of(line.right(), letters)).toList();
  }

  /** The symbols of all numbers: what is given, then what the lines make of it. */
  public List<Letter> letters() {
    return Collections.unmodifiableList(letters);
  }

  /** The index of a line's number among all. */
  public int index(Assignment line) {
    return given + lines.indexOf(line);
  }

  /**
   * All numbers of a weight's update, in the order of {@link #letters}.
   *
   * @param remembered what is remembered of the weight, in the order of the lines. Not modified.
   */
  public double[] numbers(double weight, double gradient, double rate, double... remembered) {
    var numbers = new double[letters.size()];
    numbers[0] = weight;
    numbers[1] = gradient;
    numbers[2] = rate;
    System.arraycopy(remembered, 0, numbers, 3, given - 3);
    for (var i = 0; i < formulas.size(); i++) {
      numbers[given + i] = formulas.get(i).value(numbers);
    }
    return numbers;
  }
}
