package dev.neuralworkbench.explain.step;

import static dev.neuralworkbench.explain.step.LongSums.number;

import dev.neuralworkbench.explain.step.StepPart.Role;
import dev.neuralworkbench.explain.step.StepSection.Formula;
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

/** From the loss back to every weight's gradient, the last layer first. */
final class BackwardSteps {

  /** Below, the sigmoid's slope is too near 0 to divide by. */
  private static final double FLAT = 1e-6;

  private final BackpropTrace trace;
  private final int row;
  private final StepDetail grain;
  private final StepNumbers numbers;
  private final StepSymbols names;
  private final LossMaths loss;
  private final int rows;

  BackwardSteps(BackpropTrace trace, int row, StepDetail grain) {
    this.trace = trace;
    this.row = row;
    this.grain = grain;
    numbers = new StepNumbers(trace, row, false);
    names = numbers.names;
    loss = new LossMaths(trace, numbers);
    rows = trace.rows().count();
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
              anyDelta(l),
              unit -> delta(layer, unit)));
      sections.add(
          new StepSection(
              Phase.BACKWARD,
              StepKind.GRADIENT,
              rows > 1 ? "batch" : "",
              Places.of(grain, l, trace.units(l), perUnit),
              anyGradient(l),
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
    var up = number(names.slope(given(layer, unit)), trace.upstream(layer, row, unit));
    var slope = number(derivative(layer, unit), trace.slope(layer, row, unit));
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
    return LongSums.of(
        trace.units(next),
        grain == StepDetail.LAYER ? LongSums.MOST_TERMS : LongSums.MOST_ALONE,
        k ->
            Expression.product(
                numbers.weight(NetworkLocation.weight(next, unit, k)), numbers.delta(next, k)));
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

  private List<Formula> anyDelta(int layer) {
    var delta = names.delta(layer, StepSymbols.J);
    if (isShort(layer) && cancelsSoftmax()) {
      var truth = loss.trueClass();
      var up = names.slope(names.prediction(truth));
      var local = softmaxSlope(truth, StepSymbols.J);
      var error = names.judged(StepSymbols.J).minus(names.prediction(StepSymbols.J));
      return List.of(
          new Formula(up, loss.slopeOfClass()),
          new Formula(local, Expression.product(names.prediction(truth), error)),
          new Formula(delta, Expression.product(up, local)),
          new Formula(delta, loss.anySlope()));
    }
    if (isShort(layer)) {
      return List.of(new Formula(delta, loss.anySlope()));
    }
    var up = names.slope(given(layer, StepSymbols.J));
    var next = trace.isOutput(layer) ? loss.anySlope() : anyFromNext(layer + 1);
    var mask = names.mask(layer, StepSymbols.J);
    var local = derivative(layer, StepSymbols.J);
    var z = number(names.z(layer, StepSymbols.J), Double.NaN);
    var value = number(names.value(layer, StepSymbols.J), Double.NaN);
    var first = new Formula(up, next);
    var second = new Formula(local, slope(layer, z, value));
    return trace.thins(layer)
        ? List.of(
            first,
            new Formula(mask, mask),
            second,
            new Formula(delta, Expression.product(up, mask, local)))
        : List.of(first, second, new Formula(delta, Expression.product(up, local)));
  }

  private Expression anyFromNext(int next) {
    var weight = names.weight(NetworkLocation.weight(next, StepSymbols.J, StepSymbols.K));
    return new Series("k", Expression.product(weight, names.delta(next, StepSymbols.K)));
  }

  private List<StepPart> gradient(NetworkLocation place) {
    var layer = place.layer();
    var input = place.input();
    // A bias is a weight whose input is always 1.
    var signal = input == NetworkLocation.BIAS ? new Constant(1) : numbers.input(layer, input);
    var contribution =
        StepPart.of(
            rows == 1 ? Role.RESULT : Role.CONTRIBUTION,
            place,
            number(
                names.gradient(names.rowLoss(), place),
                trace.rowGradient(layer, row, input, place.unit())),
            Expression.product(signal, numbers.delta(layer, place.unit())));
    return rows == 1 ? List.of(contribution) : List.of(contribution, mean(place));
  }

  private StepPart mean(NetworkLocation place) {
    var sum =
        LongSums.of(
            rows,
            grain == StepDetail.WEIGHT ? LongSums.MOST_ALONE : LongSums.MOST_TERMS,
            r ->
                number(
                    new Letter("g", StepSymbols.index(r), ""),
                    trace.rowGradient(place.layer(), r, place.input(), place.unit())));
    var gradient = number(names.gradient("L", place), trace.gradient(place));
    var line = StepLine.of(place, gradient, sum.over(new Constant(rows)));
    return LongSums.mean(Role.MEAN, line, new Letter("g", "r", ""), rows);
  }

  private List<Formula> anyGradient(int layer) {
    var any = NetworkLocation.weight(layer, StepSymbols.I, StepSymbols.J);
    var ofRow =
        new Formula(
            names.gradient(names.rowLoss(), any),
            Expression.product(
                names.input(layer, StepSymbols.I), names.delta(layer, StepSymbols.J)));
    var mean = new Series("r", new Letter("g", "r", "")).over(new Constant(rows));
    return rows == 1 ? List.of(ofRow) : List.of(ofRow, new Formula(names.gradient("L", any), mean));
  }
}
