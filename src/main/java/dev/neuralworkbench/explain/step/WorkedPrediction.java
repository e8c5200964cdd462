package dev.neuralworkbench.explain.step;

import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.RawRow;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.explain.trace.PreparedRow;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.formula.Expression.Series;
import dev.neuralworkbench.formula.Expression.Sum;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One prediction, worked out line by line: from a raw row's cells, filled and scaled, by z = Σ w ·
 * x + b and a = f(z) of every layer to the prediction in the user's units. Each number is rounded
 * as {@link #DIGITS} shows it, and later lines use it as it is shown: whoever redoes a line gets
 * its last digit. The prediction differs from the model's by rounding alone, less than by that of
 * weights in single precision.
 *
 * @param cells one for each input column, then one for each engineered feature
 * @param inputs the network's inputs
 * @param layers sums and activations of each dense layer; of the output layer the sums alone
 * @param answer from the last sums to the probabilities, or to the number
 */
public record WorkedPrediction(
    List<PreparedRow.Cell> cells, List<Line> inputs, List<List<Line>> layers, List<Line> answer) {

  /** Eight decimals; below 1 eight digits that count. */
  public static final Decimals DIGITS = new Decimals(8, false);

  /** Most products w · x: on paper some fifty pages. */
  public static final int MOST_TERMS = 5_000;

  /** Most products of one sum: spreadsheets refuse a formula of more than 8192 characters. */
  public static final int MOST_INPUTS = 200;

  /**
   * A number and how it comes about: name = right = value.
   *
   * @param formula the right side in letters
   * @param value rounded as it is shown
   */
  public record Line(Letter name, Expression formula, Expression right, double value) {}

  /** The probability of each class, in their order, as it is shown; none for a number. */
  public List<Quantity> probabilities() {
    var found =
        answer.stream()
            .filter(it -> it.name().text().startsWith("p("))
            .map(it -> Quantity.of(it.name(), it.value()))
            .toList();
    // Of a single output the second class comes first.
    var isOne = layers.getLast().size() == 1;
    return isOne ? found.reversed() : found;
  }

  /** Why predictions of such a network are not worked out: it is too large. */
  public static Optional<Problem> problem(NetworkWeights weights) {
    var layers = weights.layers();
    var terms = layers.stream().mapToLong(it -> (long) it.inputs() * it.units()).sum();
    var inputs = layers.stream().mapToInt(LayerWeights::inputs).max().orElseThrow();
    return inputs > MOST_INPUTS
        ? Optional.of(Problem.of("sheet.tooWide", "", MOST_INPUTS, inputs))
        : terms > MOST_TERMS
            ? Optional.of(Problem.of("sheet.tooLong", "", MOST_TERMS, terms))
            : Optional.empty();
  }

  /**
   * Works a prediction out.
   *
   * @param weights without a {@link #problem}
   * @param raw without a value that the model refuses
   */
  public static WorkedPrediction of(
      Preprocessor preprocessor,
      Scaling scaling,
      NetworkDesign design,
      NetworkWeights weights,
      RawRow raw) {
    var layers = weights.layers();
    // A class that is there; nothing is asked of it.
    var any = preprocessor.target() instanceof ClassTarget of ? of.classes().getFirst() : "";
    var row = preprocessor.cleaned(raw);
    var cells = PreparedRow.of(preprocessor, row, any, Double.NaN, scaling).cells();
    var inputs = new ArrayList<Line>();
    var signal = new ArrayList<Quantity>();
    for (var cell : cells) {
      for (var line : PreparationSteps.lines(cell, inputs.size())) {
        signal.add(take(inputs, StepSymbols.raw(inputs.size()), line.right()));
      }
    }
    var worked = new ArrayList<List<Line>>();
    for (var l = 0; l < layers.size(); l++) {
      var lines = new ArrayList<Line>();
      var sums = new ArrayList<Quantity>();
      for (var j = 0; j < layers.get(l).units(); j++) {
        sums.add(sum(layers.get(l), l, j, signal, lines));
      }
      signal.clear();
      for (var j = 0; j < sums.size(); j++) {
        if (l < layers.size() - 1) {
          var f = design.hiddenDense().get(l).activation().formula(sums.get(j));
          signal.add(take(lines, letter("a", StepSymbols.index(j), l), f));
        } else {
          signal.add(sums.get(j));
        }
      }
      worked.add(lines);
    }
    var answer = answer(preprocessor, scaling, design, signal);
    return new WorkedPrediction(cells, inputs, worked, answer);
  }

  private static Quantity sum(
      LayerWeights weights, int layer, int unit, List<Quantity> signal, List<Line> lines) {
    var to = StepSymbols.index(unit);
    var terms = new ArrayList<Expression>();
    for (var i = 0; i < signal.size(); i++) {
      var name = letter("w", StepSymbols.index(i) + "," + to, layer);
      terms.add(Expression.product(Quantity.of(name, weights.weight(i, unit)), signal.get(i)));
    }
    var bias = Quantity.of(letter("b", to, layer), weights.weight(LayerWeights.BIAS, unit));
    terms.add(bias);
    var any = layer == 0 ? new Letter("x", "i", "") : letter("a", "i", layer - 1);
    var products = new Series("i", Expression.product(letter("w", "i," + to, layer), any));
    return take(lines, letter("z", to, layer), Expression.sum(products, bias), new Sum(terms));
  }

  private static List<Line> answer(
      Preprocessor preprocessor, Scaling scaling, NetworkDesign design, List<Quantity> z) {
    var lines = new ArrayList<Line>();
    switch (preprocessor.target()) {
      case NumberTarget of -> {
        var output = design.outputActivation().formula(z.getFirst());
        var shift = new PreparedRow.Shift(scaling, of.offset(), of.scale());
        var number = PreparationSteps.unscaled(take(lines, Letter.of("ŷ"), output), shift);
        take(lines, PreparationSteps.quoted(of.name()), number);
      }
      case ClassTarget of -> {
        var formulas = new ClassFormulas(design, of, (name, right) -> take(lines, name, right));
        var isShifted = formulas.areLogits() && formulas.corrects();
        formulas.probabilities(isShifted ? formulas.corrected(z) : z);
      }
    }
    return lines;
  }

  private static Quantity take(List<Line> lines, Letter name, Expression right) {
    return take(lines, name, right, right);
  }

  private static Quantity take(
      List<Line> lines, Letter name, Expression formula, Expression right) {
    var line = line(name, formula, right);
    lines.add(line);
    return Quantity.of(name, line.value());
  }

  private static Line line(Letter name, Expression formula, Expression right) {
    return new Line(name, formula, right, DIGITS.rounded(right.value(DIGITS::rounded)));
  }

  /** A further line, of numbers as they are shown. */
  public static Line line(Letter name, Expression right) {
    return line(name, right, right);
  }

  private static Letter letter(String text, String below, int layer) {
    return new Letter(text, below, StepSymbols.layerOf(layer));
  }
}
