package dev.neuralworkbench.explain.step;

import static dev.neuralworkbench.explain.step.LongSums.number;

import dev.neuralworkbench.explain.step.StepPart.Role;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.explain.trace.OptimizerLedger;
import dev.neuralworkbench.formula.Assignment;
import dev.neuralworkbench.formula.Assignment.Kind;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.problem.Ids;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines between a gradient and a new weight.
 *
 * @param gradient what the gradient that the optimizer gets is called
 * @param made what the new weight is called
 */
record OptimizerMaths(
    OptimizerLedger ledger,
    NetworkLocation place,
    StepSymbols names,
    Expression gradient,
    Letter made) {

  /** Every part of a weight's update; the new weight, and what plain descent would have made. */
  List<StepPart> parts() {
    var lines = ledger.rule().lines;
    var parts = new ArrayList<StepPart>();
    for (var line : lines) {
      var left = line.equals(lines.getLast()) ? made : symbol(line.left());
      parts.add(part(Role.UPDATE, line.word(), line, left, ledger.number(line)));
    }
    if (lines.size() > 1) {
      var name = new Letter(weight().text(), weight().below(), "GD");
      parts.add(
          part(
              Role.PLAIN,
              Ids.of(Role.PLAIN),
              Assignment.newWeight(Assignment.WEIGHT, Assignment.GRADIENT),
              name,
              ledger.weight() + ledger.plainChange()));
    }
    return parts;
  }

  private StepPart part(Role role, String word, Assignment line, Expression left, double value) {
    // What all weights share is told once.
    var of = line.kind() == Kind.SHARED ? NetworkLocation.layer(NetworkLocation.ALL) : place;
    var right = quantities(line.right());
    return new StepPart(role, word, left, right, List.of(new StepLine(of, left, right, value)), 0);
  }

  private Expression quantities(Expression maths) {
    return switch (maths) {
      case Quantity chosen -> chosen;
      case Letter letter -> {
        var value = ledger.number(ledger.rule().letters().indexOf(letter));
        // A schedule's rate was worked out, and has as many digits as a double.
        yield letter.equals(Assignment.RATE)
            ? new Quantity(letter, value, ledger.hasChosenRate())
            : number(symbol(letter), value);
      }
      default -> maths.map(this::quantities);
    };
  }

  private Expression symbol(Letter letter) {
    if (letter.equals(Assignment.GRADIENT)) {
      return gradient;
    } else if (isShared(letter)) {
      return letter;
    }
    var indexed = letter.text().startsWith("w") ? weight() : names.of(letter.text(), place);
    var text = letter.text().replace("w", weight().text());
    return new Letter(text, indexed.below(), indexed.above() + letter.above());
  }

  private boolean isShared(Letter letter) {
    return ledger.rule().lines.stream()
        .anyMatch(line -> line.kind() == Kind.SHARED && line.left().equals(letter));
  }

  private Letter weight() {
    return names.weight(place);
  }
}
