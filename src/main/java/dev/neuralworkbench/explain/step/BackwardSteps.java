package dev.neuralworkbench.explain.step;

import static dev.neuralworkbench.explain.step.LongSums.number;
import static dev.neuralworkbench.explain.step.StepSymbols.real;

import dev.neuralworkbench.explain.step.StepPart.Role;
import dev.neuralworkbench.explain.step.StepSection.Places;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Constant;
import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.formula.Expression.Series;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.OutputFunction;
import dev.neuralworkbench.problem.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** From the loss back to every weight's gradient, the last layer first. */
record BackwardSteps(
    BackpropTrace trace,
    int row,
    StepDetail grain,
    StepNumbers numbers,
    StepSymbols names,
    LossMaths loss) {

  /** Below, the sigmoid's slope is too near 0 to divide by. */
  private static final double FLAT = 1e-6;

  BackwardSteps(BackpropTrace trace, int row, StepDetail grain) {
    var numbers = new StepNumbers(trace, row, false);
    this(trace, row, grain, numbers, numbers.names(), new LossMaths(trace, numbers));
  }

  private int rows() {
    return trace.rows().count();
  }

  List<StepSection> sections() {
    var sections = new ArrayList<StepSection>();
    for (var l = trace.layers() - 1; l >= 0; l--) {
      var layer = l;
      var perUnit = trace.inputs(l) + 1;
      sections.add(
          new StepSection(
              Phase.BACKWARD,
              trace.isOutput(l) ? StepKind.OUTPUT_DELTA : StepKind.HIDDEN_DELTA,
              isShort(l) ? Ids.of(kind()) : Ids.of(trace.design(l).activation()),
              Places.of(grain, l, trace.units(l), 1),
              unit -> delta(layer, unit)));
      sections.add(
          new StepSection(
              Phase.BACKWARD,
              StepKind.GRADIENT,
              rows() > 1 ? "batch" : "",
              Places.of(grain, l, trace.units(l), perUnit),
              index -> gradient(Places.weight(trace, layer, perUnit, index))));
    }
    return sections;
  }

  private Loss kind() {
    return trace.setting().design().loss();
  }

  /** Whether the derivatives of loss and output function cancel. */
  private boolean isShort(int layer) {
    return trace.isOutput(layer) && kind().ownsOutputFunction();
  }

  private List<StepPart> delta(int layer, int unit) {
    return isShort(layer)
        ? shortcut(layer, unit)
        : product(layer, unit, trace.isOutput(layer) ? loss.slope(unit) : fromNext(layer, unit));
  }

  /** What dropout makes of a unit's value, or the value itself. */
  private Letter given(int layer, int unit) {
    return trace.thins(layer) ? names.input(layer + 1, unit) : names.value(layer, unit);
  }

  /** Upstream, local, product. */
  private List<StepPart> product(int layer, int unit, Expression upstream) {
    var place = NetworkLocation.unit(layer, unit);
    var up = number(names.slope(given(layer, unit)), trace.upstream(layer, row, real(unit)));
    var slope = number(derivative(layer, unit), trace.slope(layer, row, real(unit)));
    var right = slope(layer, numbers.z(layer, unit), numbers.value(layer, unit));
    var local = StepPart.of(Role.LOCAL, place, slope, right);
    var first = StepPart.of(Role.UPSTREAM, place, up, upstream);
    if (!trace.thins(layer)) {
      return List.of(first, local, product(layer, unit, up, slope));
    }
    var mask = numbers.mask(layer, unit);
    return List.of(
        first,
        StepPart.of(Role.MASK, place, mask, mask),
        local,
        product(layer, unit, up, mask, slope));
  }

  private StepPart product(int layer, int unit, Expression... factors) {
    return StepPart.of(
        Role.PRODUCT,
        NetworkLocation.unit(layer, unit),
        numbers.delta(layer, unit),
        Expression.product(factors));
  }

  private Expression derivative(int layer, int unit) {
    var value = names.value(layer, unit);
    var z = names.z(layer, unit);
    return new Letter("∂" + value.text(), value.below(), value.above())
        .over(new Letter("∂z", z.below(), z.above()));
  }

  private Expression slope(int layer, Quantity z, Quantity value) {
    return trace.design(layer).activation().derivative(z, value);
  }

  /** Σ w δ over the units of the next layer. */
  private Expression fromNext(int layer, int unit) {
    var next = layer + 1;
    IntFunction<Expression> term =
        k ->
            Expression.product(
                numbers.weight(NetworkLocation.weight(next, unit, k)), numbers.delta(next, k));
    return StepSymbols.isAny(unit)
        ? new Series("k", term.apply(StepSymbols.K))
        : LongSums.of(
            trace.units(next),
            grain == StepDetail.LAYER ? LongSums.MOST_TERMS : LongSums.MOST_ALONE,
            term);
  }

  /**
   * ŷ − y: of the cross-entropy's 1 / (ŷ(1 − ŷ)) and the sigmoid's ŷ(1 − ŷ) nothing is left, nor of
   * its −1 / ŷ of the true class and softmax's ŷ(y − ŷ) towards each sum.
   */
  private List<StepPart> shortcut(int layer, int unit) {
    var place = NetworkLocation.unit(layer, unit);
    var delta = numbers.delta(layer, unit);
    var parts = new ArrayList<StepPart>();
    var prediction = numbers.prediction(unit);
    var steep = prediction.value() * (1 - prediction.value());
    if (kind().outputFunction == OutputFunction.SIGMOID && steep > FLAT) {
      var bend = Expression.product(prediction, new Constant(1).minus(prediction));
      var error = prediction.minus(numbers.target(unit));
      var up = number(names.slope(names.prediction(unit)), delta.value() / steep);
      var slope = number(derivative(layer, unit), steep);
      parts.add(StepPart.of(Role.UPSTREAM, place, up, loss.weighted(error.over(bend))));
      parts.add(StepPart.of(Role.LOCAL, place, slope, bend));
      parts.add(product(layer, unit, up, slope));
    } else if (cancelsSoftmax()) {
      var truth = loss.trueClass();
      var given = numbers.prediction(truth);
      var up = number(names.slope(names.prediction(truth)), loss.slopeOfClass().value());
      var bend = Expression.product(given, numbers.target(unit).minus(prediction));
      var slope = number(softmaxSlope(truth, unit), bend.value());
      var from = NetworkLocation.unit(layer, truth);
      parts.add(StepPart.of(Role.UPSTREAM, from, up, loss.slopeOfClass()));
      parts.add(StepPart.of(Role.LOCAL, place, slope, bend));
      parts.add(product(layer, unit, up, slope));
    }
    var role = parts.isEmpty() ? Role.RESULT : Role.SHORTCUT;
    parts.add(StepPart.of(role, place, delta, loss.slope(unit)));
    return parts;
  }

  /** Whether one class is true and its probability not too near 0 to divide by. */
  private boolean cancelsSoftmax() {
    return kind().outputFunction == OutputFunction.SOFTMAX
        && loss.smoothing() == 0
        && numbers.prediction(loss.trueClass()).value() > FLAT;
  }

  /** How the probability of a class follows a sum. */
  private Expression softmaxSlope(int of, int unit) {
    var z = names.z(trace.layers() - 1, unit);
    return new Letter("∂ŷ", names.prediction(of).below(), "")
        .over(new Letter("∂z", z.below(), z.above()));
  }

  private List<StepPart> gradient(NetworkLocation place) {
    var layer = place.layer();
    var input = place.input();
    // A bias is a weight whose input is always 1.
    var signal = input == NetworkLocation.BIAS ? new Constant(1) : numbers.input(layer, input);
    var contribution =
        StepPart.of(
            rows() == 1 ? Role.RESULT : Role.CONTRIBUTION,
            place,
            number(names.gradient(names.rowLoss(), place), rowGradient(row, place)),
            Expression.product(signal, numbers.delta(layer, place.unit())));
    return rows() == 1 ? List.of(contribution) : List.of(contribution, mean(place));
  }

  private StepPart mean(NetworkLocation place) {
    var sum =
        LongSums.of(
            rows(),
            grain == StepDetail.WEIGHT ? LongSums.MOST_ALONE : LongSums.MOST_TERMS,
            r -> number(new Letter("g", StepSymbols.index(r), ""), rowGradient(r, place)));
    var gradient = number(names.gradient("L", place), trace.gradient(real(place)));
    var line = StepLine.of(place, gradient, sum.over(new Constant(rows())));
    return LongSums.mean(Role.MEAN, line, new Letter("g", "r", ""), rows());
  }

  private double rowGradient(int of, NetworkLocation place) {
    var at = real(place);
    return trace.rowGradient(at.layer(), of, at.input(), at.unit());
  }
}
