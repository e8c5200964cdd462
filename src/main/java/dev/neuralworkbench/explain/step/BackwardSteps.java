package dev.neuralworkbench.explain.step;

import static dev.neuralworkbench.explain.step.LongSums.number;

import dev.neuralworkbench.explain.step.StepPart.Role;
import dev.neuralworkbench.explain.step.StepSection.Formula;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Constant;
import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.formula.Expression.Product;
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
  private final StepSymbols names;
  private final LossMaths loss;

  BackwardSteps(BackpropTrace trace, int row, StepDetail grain) {
    this.trace = trace;
    this.row = row;
    this.grain = grain;
    names = new StepSymbols(trace);
    loss = new LossMaths(trace);
  }

  List<StepSection> sections() {
    var sections = new ArrayList<StepSection>();
    for (var l = trace.layers() - 1; l >= 0; l--) {
      var layer = l;
      var kind = trace.isOutput(l) ? StepKind.OUTPUT_DELTA : StepKind.HIDDEN_DELTA;
      sections.add(
          StepSection.units(
              Phase.BACKWARD,
              kind,
              variant(l),
              grain,
              l,
              trace.units(l),
              unit -> delta(layer, (int) unit),
              () -> anyDelta(layer)));
      sections.add(
          StepSection.weights(
              Phase.BACKWARD,
              StepKind.GRADIENT,
              trace.rows().count() > 1 ? "batch" : "",
              grain,
              l,
              trace.units(l),
              trace.inputs(l) + 1,
              index -> gradient(layer, index),
              () -> anyGradient(layer)));
    }
    return sections;
  }

  private Loss kind() {
    return trace.setting().design().loss();
  }

  private String variant(int layer) {
    return trace.isOutput(layer) && kind().ownsOutputFunction()
        ? Ids.of(kind())
        : Ids.of(trace.design(layer).activation());
  }

  private List<StepPart> delta(int layer, int unit) {
    if (!trace.isOutput(layer)) {
      return product(layer, unit, fromNext(layer, unit));
    } else if (kind().ownsOutputFunction()) {
      return shortcut(layer, unit);
    }
    return product(layer, unit, loss.slope(row, unit));
  }

  /** Upstream, local, product. */
  private List<StepPart> product(int layer, int unit, Expression upstream) {
    var place = NetworkLocation.unit(layer, unit);
    var value = names.value(layer, unit);
    var given = trace.thins(layer) ? names.input(layer + 1, unit) : value;
    var up = number(names.slope(given), trace.upstream(layer, row, unit));
    var slope = number(derivative(layer, unit), trace.slope(layer, row, unit));
    var parts = new ArrayList<StepPart>();
    parts.add(StepPart.of(Role.UPSTREAM, place, up.name(), upstream, up.value()));
    var factors = new ArrayList<Expression>();
    factors.add(up);
    if (trace.thins(layer)) {
      var mask = number(names.mask(layer, unit), trace.maskAfter(layer, row, unit));
      parts.add(StepPart.of(Role.MASK, place, mask.name(), mask, mask.value()));
      factors.add(mask);
    }
    parts.add(StepPart.of(Role.LOCAL, place, slope.name(), slope(layer, unit), slope.value()));
    factors.add(slope);
    parts.add(
        StepPart.of(
            Role.PRODUCT,
            place,
            names.delta(layer, unit),
            new Product(factors),
            trace.delta(layer, row, unit)));
    return parts;
  }

  private Expression derivative(int layer, int unit) {
    var value = names.value(layer, unit);
    var z = names.z(layer, unit);
    return new Letter("∂" + value.text(), value.below(), value.above())
        .over(new Letter("∂z", z.below(), z.above()));
  }

  private Expression slope(int layer, int unit) {
    return trace
        .design(layer)
        .activation()
        .derivative(
            number(names.z(layer, unit), trace.z(layer, row, unit)),
            number(names.value(layer, unit), trace.value(layer, row, unit)));
  }

  /** Σ w δ over the units of the next layer. */
  private Expression fromNext(int layer, int unit) {
    return LongSums.of(
        trace.units(layer + 1),
        grain == StepDetail.LAYER ? LongSums.MOST_TERMS : LongSums.MOST_ALONE,
        k ->
            Expression.product(
                number(names.weight(layer + 1, unit, k), trace.weight(layer + 1, unit, k)),
                number(names.delta(layer + 1, k), trace.delta(layer + 1, row, k))),
        List.of());
  }

  /** ŷ − y: of the cross-entropy's 1 / (ŷ(1 − ŷ)) and the sigmoid's ŷ(1 − ŷ) nothing is left. */
  private List<StepPart> shortcut(int layer, int unit) {
    var place = NetworkLocation.unit(layer, unit);
    var delta = trace.delta(layer, row, unit);
    var parts = new ArrayList<StepPart>();
    var p = trace.prediction(row, unit);
    var steep = p * (1 - p);
    if (kind().outputFunction() == OutputFunction.SIGMOID && steep > FLAT) {
      var prediction = number(names.prediction(unit), p);
      var bend = Expression.product(prediction, new Constant(1).minus(prediction));
      var error = prediction.minus(loss.target(row, unit));
      var up = number(names.slope(names.prediction(unit)), delta / steep);
      var slope = number(derivative(layer, unit), steep);
      parts.add(
          StepPart.of(
              Role.UPSTREAM, place, up.name(), loss.weighted(row, error.over(bend)), up.value()));
      parts.add(StepPart.of(Role.LOCAL, place, slope.name(), bend, steep));
      parts.add(
          StepPart.of(
              Role.PRODUCT, place, names.delta(layer, unit), Expression.product(up, slope), delta));
    }
    parts.add(
        StepPart.of(
            parts.isEmpty() ? Role.RESULT : Role.SHORTCUT,
            place,
            names.delta(layer, unit),
            loss.slope(row, unit),
            delta));
    return parts;
  }

  private List<Formula> anyDelta(int layer) {
    var delta = names.delta(layer, StepSymbols.J);
    if (trace.isOutput(layer) && kind().ownsOutputFunction()) {
      return List.of(new Formula(delta, loss.anySlope()));
    }
    var value = names.value(layer, StepSymbols.J);
    var given = trace.thins(layer) ? names.input(layer + 1, StepSymbols.J) : value;
    var up = names.slope(given);
    var next =
        trace.isOutput(layer)
            ? loss.anySlope()
            : new Series(
                "k",
                Expression.product(
                    names.weight(layer + 1, StepSymbols.J, StepSymbols.K),
                    names.delta(layer + 1, StepSymbols.K)));
    var local = derivative(layer, StepSymbols.J);
    var formulas = new ArrayList<Formula>();
    formulas.add(new Formula(up, next));
    if (trace.thins(layer)) {
      formulas.add(new Formula(names.mask(layer, StepSymbols.J), names.mask(layer, StepSymbols.J)));
    }
    formulas.add(
        new Formula(
            local,
            trace
                .design(layer)
                .activation()
                .derivative(
                    number(names.z(layer, StepSymbols.J), Double.NaN), number(value, Double.NaN))));
    formulas.add(
        new Formula(
            delta,
            trace.thins(layer)
                ? Expression.product(up, names.mask(layer, StepSymbols.J), local)
                : Expression.product(up, local)));
    return formulas;
  }

  private List<StepPart> gradient(int layer, long index) {
    var perUnit = trace.inputs(layer) + 1;
    var unit = (int) (index / perUnit);
    var position = (int) (index % perUnit);
    var input = position == trace.inputs(layer) ? NetworkLocation.BIAS : position;
    var place = NetworkLocation.weight(layer, input, unit);
    var contribution =
        StepPart.of(
            trace.rows().count() == 1 ? Role.RESULT : Role.CONTRIBUTION,
            place,
            names.gradient(names.rowLoss(), layer, input, unit),
            ofRow(layer, input, unit),
            trace.rowGradient(layer, row, input, unit));
    return trace.rows().count() == 1 ? List.of(contribution) : List.of(contribution, mean(place));
  }

  private Expression ofRow(int layer, int input, int unit) {
    var delta = number(names.delta(layer, unit), trace.delta(layer, row, unit));
    // A bias is a weight whose input is always 1.
    var signal =
        input == NetworkLocation.BIAS
            ? new Constant(1)
            : number(names.input(layer, input), trace.input(layer, row, input));
    return Expression.product(signal, delta);
  }

  private StepPart mean(NetworkLocation place) {
    var layer = place.layer();
    var rows = trace.rows().count();
    var sum =
        LongSums.of(
            rows,
            grain == StepDetail.WEIGHT ? LongSums.MOST_ALONE : LongSums.MOST_TERMS,
            r ->
                number(
                    new Letter("g", StepSymbols.index(r), ""),
                    trace.rowGradient(layer, r, place.input(), place.unit())),
            List.of());
    return LongSums.mean(
        Role.MEAN,
        new StepLine(
            place,
            names.gradient("L", layer, place.input(), place.unit()),
            sum.over(new Constant(rows)),
            trace.gradient(layer, place.input(), place.unit())),
        new Letter("g", "r", ""),
        rows);
  }

  private List<Formula> anyGradient(int layer) {
    var ofRow =
        new Formula(
            names.gradient(names.rowLoss(), layer, StepSymbols.I, StepSymbols.J),
            Expression.product(
                names.input(layer, StepSymbols.I), names.delta(layer, StepSymbols.J)));
    return trace.rows().count() == 1
        ? List.of(ofRow)
        : List.of(
            ofRow,
            new Formula(
                names.gradient("L", layer, StepSymbols.I, StepSymbols.J),
                new Series("r", new Letter("g", "r", ""))
                    .over(new Constant(trace.rows().count()))));
  }
}
