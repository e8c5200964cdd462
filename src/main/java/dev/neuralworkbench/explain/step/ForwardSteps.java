package dev.neuralworkbench.explain.step;

import static dev.neuralworkbench.explain.step.LongSums.number;

import dev.neuralworkbench.explain.step.StepPart.Role;
import dev.neuralworkbench.explain.step.StepSection.Formula;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.ForwardTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Constant;
import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.formula.Expression.Product;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.formula.Expression.Series;
import dev.neuralworkbench.formula.NamedFunction;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.OutputFunction;
import dev.neuralworkbench.problem.Ids;
import java.util.ArrayList;
import java.util.List;

final class ForwardSteps {

  private static final Constant ONE = new Constant(1);

  private final BackpropTrace trace;
  private final int row;
  private final boolean after;
  private final ForwardTrace way;
  private final StepDetail grain;
  private final StepSymbols names;
  private final int mostTerms;

  /**
   * The way of a row.
   *
   * @param after whether it goes again with the new weights
   */
  ForwardSteps(BackpropTrace trace, int row, boolean after, StepDetail grain) {
    this.trace = trace;
    this.row = row;
    this.after = after;
    this.grain = grain;
    way = after ? trace.after() : trace.before();
    names = new StepSymbols(trace, after ? StepSymbols.DASH : "");
    mostTerms = grain == StepDetail.LAYER ? LongSums.MOST_TERMS : LongSums.MOST_ALONE;
  }

  /** From the inputs to the answer; after the step up to the sums that the answer is made of. */
  List<StepSection> sections() {
    var sections = new ArrayList<StepSection>();
    if (trace.thins(NetworkLocation.INPUTS) && !after) {
      sections.add(dropout(NetworkLocation.INPUTS, trace.inputs(0)));
    }
    for (var l = 0; l < trace.layers(); l++) {
      var layer = l;
      var units = trace.units(l);
      sections.add(
          StepSection.units(
              phase(),
              StepKind.WEIGHTED_SUM,
              "",
              grain,
              l,
              units,
              unit -> sum(layer, (int) unit),
              () ->
                  List.of(
                      new Formula(names.z(layer, StepSymbols.J), anySum(layer, StepSymbols.J)))));
      if (!trace.isOutput(l)) {
        sections.add(activation(l, units));
      } else if (!after) {
        sections.add(answer(l, units));
      }
      if (trace.thins(l)) {
        sections.add(dropout(l, units));
      }
    }
    return sections;
  }

  private Phase phase() {
    return after ? Phase.AFTER : Phase.FORWARD;
  }

  private Loss loss() {
    return trace.setting().design().loss();
  }

  private List<StepPart> sum(int layer, int unit) {
    var bias = weight(layer, NetworkLocation.BIAS, unit);
    var right =
        LongSums.of(trace.inputs(layer), mostTerms, i -> term(layer, i, unit), List.of(bias));
    var line =
        new StepLine(
            NetworkLocation.unit(layer, unit),
            names.z(layer, unit),
            right,
            way.z(layer, row, unit));
    return trace.inputs(layer) <= LongSums.MOST_TERMS
        ? List.of(StepPart.of(Role.RESULT, line))
        : List.of(new StepPart(Role.RESULT, line.left(), anySum(layer, unit), List.of(line), 0));
  }

  private Quantity weight(int layer, int input, int unit) {
    return number(
        names.weight(layer, input, unit),
        after ? trace.newWeight(layer, input, unit) : trace.weight(layer, input, unit));
  }

  private Expression term(int layer, int input, int unit) {
    var signal = number(names.input(layer, input), way.input(layer, row, input));
    return Expression.product(weight(layer, input, unit), signal);
  }

  private Expression anySum(int layer, int unit) {
    var term =
        Expression.product(
            names.weight(layer, StepSymbols.I, unit), names.input(layer, StepSymbols.I));
    return Expression.sum(new Series("i", term), names.weight(layer, NetworkLocation.BIAS, unit));
  }

  StepSection answer(int layer, int units) {
    return loss().ownsOutputFunction() ? probability(layer, units) : activation(layer, units);
  }

  StepSection answerAfter() {
    var layer = trace.layers() - 1;
    return answer(layer, trace.units(layer)).as(StepKind.ANSWER_AFTER);
  }

  private StepSection activation(int layer, int units) {
    var activation = trace.design(layer).activation();
    return StepSection.units(
        phase(),
        StepKind.ACTIVATION,
        Ids.of(activation),
        grain,
        layer,
        units,
        unit -> {
          var j = (int) unit;
          var z = number(names.z(layer, j), way.z(layer, row, j));
          return List.of(
              StepPart.of(
                  Role.RESULT,
                  NetworkLocation.unit(layer, j),
                  names.value(layer, j),
                  activation.formula(z),
                  way.value(layer, row, j)));
        },
        () ->
            List.of(
                new Formula(
                    names.value(layer, StepSymbols.J),
                    activation.formula(number(names.z(layer, StepSymbols.J), Double.NaN)))));
  }

  private StepSection dropout(int layer, int units) {
    return StepSection.units(
        phase(),
        layer == NetworkLocation.INPUTS ? StepKind.INPUT_DROPOUT : StepKind.DROPOUT,
        "",
        grain,
        layer,
        units,
        unit -> {
          var j = (int) unit;
          var before =
              layer == NetworkLocation.INPUTS
                  ? number(new Letter("x", StepSymbols.index(j), ""), trace.rows().inputs()[row][j])
                  : number(names.value(layer, j), way.value(layer, row, j));
          var place = NetworkLocation.unit(layer, j);
          var mask = number(names.mask(layer, j), trace.maskAfter(layer, row, j));
          return List.of(
              StepPart.of(Role.MASK, place, mask.name(), factor(layer, j), mask.value()),
              StepPart.of(
                  Role.RESULT,
                  place,
                  names.input(layer + 1, j),
                  Expression.product(mask, before),
                  way.input(layer + 1, row, j)));
        },
        () ->
            List.of(
                new Formula(names.mask(layer, StepSymbols.J), factor(layer, 0)),
                new Formula(
                    names.input(layer + 1, StepSymbols.J),
                    Expression.product(
                        names.mask(layer, StepSymbols.J),
                        layer == NetworkLocation.INPUTS
                            ? new Letter("x", StepSymbols.index(StepSymbols.J), "")
                            : names.value(layer, StepSymbols.J)))));
  }

  /** Dropout's factor: 1 / (1 − p) where the draw u kept the value, otherwise 0. */
  private Expression factor(int layer, int unit) {
    var kept =
        trace.dropRatesAfter(layer).stream()
            .map(rate -> ONE.minus(Quantity.chosen("p", rate)))
            .toList();
    return new Expression.Cases(
        ONE.over(kept.size() == 1 ? kept.getFirst() : new Product(kept)),
        "u ≥ p",
        new Constant(0),
        "u < p",
        trace.maskAfter(layer, row, unit) != 0);
  }

  private StepSection probability(int layer, int units) {
    return StepSection.units(
        phase(),
        StepKind.PROBABILITY,
        Ids.of(loss()),
        grain,
        layer,
        units,
        unit -> {
          var j = (int) unit;
          var parts = new ArrayList<StepPart>();
          if (totals(layer)) {
            parts.add(StepPart.of(Role.TOTAL, total(layer)));
          }
          parts.add(
              StepPart.of(
                  Role.RESULT,
                  NetworkLocation.unit(layer, j),
                  names.prediction(j),
                  probability(j),
                  way.prediction(row, j)));
          return parts;
        },
        () -> {
          var formulas = new ArrayList<Formula>();
          if (totals(layer)) {
            formulas.add(new Formula(total(layer).left(), anyTotal(layer)));
          }
          formulas.add(new Formula(names.prediction(StepSymbols.J), anyProbability(layer)));
          return formulas;
        });
  }

  /** Whether softmax divides by a sum that is worked out first: too many terms for a fraction. */
  private boolean totals(int layer) {
    return loss().outputFunction() == OutputFunction.SOFTMAX
        && trace.units(layer) > LongSums.MOST_BELOW + 1;
  }

  private StepLine total(int layer) {
    var shift = shift(layer);
    var sum =
        LongSums.of(
            trace.units(layer), LongSums.MOST_TERMS, k -> power(z(layer, k), shift), List.of());
    return new StepLine(NetworkLocation.layer(layer), names.total(), sum, sum.value());
  }

  private Expression probability(int unit) {
    var layer = trace.layers() - 1;
    if (loss().outputFunction() == OutputFunction.SIGMOID) {
      return Activation.SIGMOID.formula(z(layer, unit));
    }
    var shift = shift(layer);
    var sum =
        totals(layer)
            ? number(names.total(), total(layer).value())
            : LongSums.of(trace.units(layer), k -> power(z(layer, k), shift), List.of());
    return power(z(layer, unit), shift).over(sum);
  }

  /** What is taken from every sum first: calculators overflow at e^230. */
  private double shift(int layer) {
    var largest = Double.NEGATIVE_INFINITY;
    for (var k = 0; k < trace.units(layer); k++) {
      largest = StrictMath.max(largest, way.z(layer, row, k));
    }
    // Within ±20 the textbook's formula is exact enough.
    return StrictMath.abs(largest) > 20 ? largest : 0;
  }

  private Quantity z(int layer, int unit) {
    return number(names.z(layer, unit), way.z(layer, row, unit));
  }

  private static Expression power(Quantity z, double shift) {
    return Expression.call(
        NamedFunction.EXP, shift == 0 ? z : z.minus(number(Letter.of("max z"), shift)));
  }

  private Expression anyProbability(int layer) {
    return loss().outputFunction() == OutputFunction.SIGMOID
        ? Activation.SIGMOID.formula(number(names.z(layer, StepSymbols.J), Double.NaN))
        : Expression.call(NamedFunction.EXP, names.z(layer, StepSymbols.J))
            .over(totals(layer) ? names.total() : anyTotal(layer));
  }

  private Expression anyTotal(int layer) {
    return new Series("k", Expression.call(NamedFunction.EXP, names.z(layer, StepSymbols.K)));
  }
}
