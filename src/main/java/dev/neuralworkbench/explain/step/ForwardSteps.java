package dev.neuralworkbench.explain.step;

import static dev.neuralworkbench.explain.step.LongSums.number;

import dev.neuralworkbench.explain.step.StepPart.Role;
import dev.neuralworkbench.explain.step.StepSection.Places;
import dev.neuralworkbench.explain.trace.BackpropTrace;
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
import java.util.function.IntFunction;
import java.util.stream.IntStream;

final class ForwardSteps {

  private static final Constant ONE = new Constant(1);

  private final BackpropTrace trace;
  private final boolean after;
  private final StepDetail grain;
  private final StepNumbers numbers;
  private final StepSymbols names;
  private final Loss loss;
  private final int last;

  /** What is taken from every sum of the output layer first: calculators overflow at e^230. */
  private final double shift;

  /**
   * The way of a row.
   *
   * @param after whether it goes again with the new weights
   */
  ForwardSteps(BackpropTrace trace, int row, boolean after, StepDetail grain) {
    this.trace = trace;
    this.after = after;
    this.grain = grain;
    numbers = new StepNumbers(trace, row, after);
    names = numbers.names();
    loss = trace.setting().design().loss();
    last = trace.layers() - 1;
    var largest =
        IntStream.range(0, trace.units(last))
            .mapToDouble(k -> numbers.way().z(last, row, k))
            .reduce(Double.NEGATIVE_INFINITY, StrictMath::max);
    // Within ±20 the textbook's formula is exact enough.
    shift = StrictMath.abs(largest) > 20 ? largest : 0;
  }

  /** From the inputs to the answer; after the step up to the sums that the answer is made of. */
  List<StepSection> sections() {
    var sections = new ArrayList<StepSection>();
    if (trace.thins(NetworkLocation.INPUTS) && !after) {
      sections.add(dropout(NetworkLocation.INPUTS));
    }
    for (var l = 0; l <= last; l++) {
      var layer = l;
      sections.add(section(StepKind.WEIGHTED_SUM, "", l, j -> List.of(sum(layer, j))));
      if (l < last) {
        sections.add(activation(StepKind.ACTIVATION, l));
      } else if (!after) {
        sections.add(
            loss.ownsOutputFunction()
                ? probability(StepKind.PROBABILITY)
                : activation(StepKind.ACTIVATION, l));
      }
      if (trace.thins(l)) {
        sections.add(dropout(l));
      }
    }
    return sections;
  }

  StepSection answerAfter() {
    return loss.ownsOutputFunction()
        ? probability(StepKind.ANSWER_AFTER)
        : activation(StepKind.ANSWER_AFTER, last);
  }

  private StepSection section(
      StepKind kind, String variant, int layer, IntFunction<List<StepPart>> parts) {
    var places = Places.of(grain, layer, trace.units(layer), 1);
    var phase = after ? Phase.AFTER : Phase.FORWARD;
    return new StepSection(phase, kind, variant, places, parts);
  }

  private StepPart sum(int layer, int unit) {
    IntFunction<Expression> term =
        i -> Expression.product(weight(layer, i, unit), numbers.input(layer, i));
    var bias = weight(layer, NetworkLocation.BIAS, unit);
    var right =
        LongSums.of(
            trace.inputs(layer),
            grain == StepDetail.LAYER ? LongSums.MOST_TERMS : LongSums.MOST_ALONE,
            term,
            bias);
    var line = StepLine.of(NetworkLocation.unit(layer, unit), numbers.z(layer, unit), right);
    var isLong = StepSymbols.isAny(unit) || trace.inputs(layer) > LongSums.MOST_TERMS;
    var any = Expression.sum(new Series("i", term.apply(StepSymbols.I)), bias);
    return StepPart.of(Role.RESULT, line, isLong ? any : right);
  }

  private Quantity weight(int layer, int input, int unit) {
    return numbers.weight(NetworkLocation.weight(layer, input, unit));
  }

  private StepSection activation(StepKind kind, int layer) {
    var f = trace.design(layer).activation();
    return section(
        kind,
        Ids.of(f),
        layer,
        j -> result(layer, j, numbers.value(layer, j), f.formula(numbers.z(layer, j))));
  }

  private static List<StepPart> result(int layer, int unit, Quantity left, Expression right) {
    return List.of(StepPart.of(Role.RESULT, NetworkLocation.unit(layer, unit), left, right));
  }

  private StepSection dropout(int layer) {
    var isOfInputs = layer == NetworkLocation.INPUTS;
    return section(
        isOfInputs ? StepKind.INPUT_DROPOUT : StepKind.DROPOUT, "", layer, j -> thinned(layer, j));
  }

  private List<StepPart> thinned(int layer, int unit) {
    var before = layer == NetworkLocation.INPUTS ? numbers.raw(unit) : numbers.value(layer, unit);
    var place = NetworkLocation.unit(layer, unit);
    var mask = numbers.mask(layer, unit);
    var thinned = numbers.input(layer + 1, unit);
    return List.of(
        StepPart.of(Role.MASK, place, mask, factor(layer, mask.value() != 0)),
        StepPart.of(Role.RESULT, place, thinned, Expression.product(mask, before)));
  }

  /** Dropout's factor: 1 / (1 − p) where the draw u kept the value, otherwise 0. */
  private Expression factor(int layer, boolean keeps) {
    var kept =
        trace.dropRatesAfter(layer).stream()
            .map(rate -> ONE.minus(Quantity.chosen("p", rate)))
            .toList();
    return new Expression.Cases(
        ONE.over(kept.size() == 1 ? kept.getFirst() : new Product(kept)),
        "u ≥ p",
        new Constant(0),
        "u < p",
        keeps);
  }

  private StepSection probability(StepKind kind) {
    return section(kind, Ids.of(loss), last, this::probability);
  }

  private List<StepPart> probability(int unit) {
    var result = result(last, unit, numbers.prediction(unit), ofSums(unit));
    return totals() ? List.of(total(unit), result.getFirst()) : result;
  }

  /** Whether softmax divides by a sum that is worked out first: too many terms for a fraction. */
  private boolean totals() {
    return loss.outputFunction == OutputFunction.SOFTMAX
        && trace.units(last) > LongSums.MOST_BELOW + 1;
  }

  private StepPart total(int unit) {
    var sum = powers(0);
    var line = new StepLine(NetworkLocation.layer(last), names.total(), sum, sum.value());
    return StepPart.of(Role.TOTAL, line, powers(unit));
  }

  /** What softmax divides by, term by term or for any unit. */
  private Expression powers(int unit) {
    return StepSymbols.isAny(unit)
        ? new Series("k", power(StepSymbols.K))
        : LongSums.of(trace.units(last), LongSums.MOST_TERMS, this::power);
  }

  private Expression ofSums(int unit) {
    if (loss.outputFunction == OutputFunction.SIGMOID) {
      return Activation.SIGMOID.formula(numbers.z(last, unit));
    }
    return power(unit).over(totals() ? number(names.total(), powers(0).value()) : powers(unit));
  }

  private Expression power(int unit) {
    var z = numbers.z(last, unit);
    return Expression.call(
        NamedFunction.EXP, shift == 0 ? z : z.minus(number(Letter.of("max z"), shift)));
  }
}
