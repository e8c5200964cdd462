package dev.neuralworkbench.ui.backprop.aid;

import dev.neuralworkbench.explain.trace.LossAlongWeight;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.plane.Dots;
import dev.neuralworkbench.ui.chart.plane.Plane;
import dev.neuralworkbench.ui.chart.plane.PlaneLine;
import dev.neuralworkbench.ui.common.Messages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The activation's curve with its tangent, and the loss along one weight. */
record AidCharts(Messages messages) {

  private static final int POINTS = 121;
  private static final double AIR = 0.08;

  /** Half of the tangent, as a share of the whole curve. */
  private static final double TANGENT = 0.22;

  /** The curve of the step's unit; null under softmax, which is no curve. */
  @Nullable Plane curve(AidMoment moment) {
    var trace = moment.trace();
    var layer = moment.layer();
    var sum = moment.known().sum(layer, moment.unit());
    var half = Math.max(4, 1.25 * Math.abs(sum.orElse(0)));
    var z = IntStream.range(0, POINTS).mapToDouble(i -> half * (2.0 * i / (POINTS - 1) - 1));
    var xs = z.toArray();
    var ys = Arrays.stream(xs).map(x -> trace.activation(layer, x)).toArray();
    if (Double.isNaN(ys[0])) {
      return null;
    }
    var lines = new ArrayList<PlaneLine>();
    lines.add(line(messages.now("backprop.aid.curve.of"), PlaneLine.Kind.ANSWER, xs, ys));
    var dots = new ArrayList<Dots>();
    var worked = moment.known().unit(layer, moment.unit());
    if (sum.isPresent()
        && worked.isPresent()
        && worked.get().name() instanceof Expression.Letter(var letter, _, _)
        && !letter.equals("z")) {
      var at = sum.getAsDouble();
      var value = trace.activation(layer, at);
      var slope = slope(moment, at);
      var reach = 2 * half * TANGENT;
      if (moment.known().delta(layer, moment.unit()).isPresent()) {
        lines.add(
            line(
                messages.now("backprop.aid.curve.tangent", moment.decimals().text(slope)),
                PlaneLine.Kind.MARK,
                new double[] {at - reach, at + reach},
                new double[] {value - slope * reach, value + slope * reach}));
      }
      dots.add(
          dot(
              messages.now("backprop.aid.curve.at", moment.decimals().text(at)),
              Dots.Fill.FULL,
              at,
              value));
    }
    var y = Span.aired(Arrays.stream(ys), AIR);
    return Plane.of(new Span(-half, half), y, "z", "a", new Tints.Plain(), dots).with(lines);
  }

  /** f′(z); of an output with a loss that owns its function, that function's. */
  private static double slope(AidMoment moment, double z) {
    var trace = moment.trace();
    var layer = moment.layer();
    if (trace.isOutput(layer) && trace.setting().design().loss().ownsOutputFunction()) {
      var p = trace.activation(layer, z);
      return p * (1 - p);
    }
    return trace.slopeAt(layer, z);
  }

  /** The loss along the step's weight; null where it would take too long. */
  @Nullable Plane loss(AidMoment moment) {
    var trace = moment.trace();
    if (!LossAlongWeight.isQuick(trace)) {
      return null;
    }
    var along = new LossAlongWeight(trace, moment.weight());
    var xs = along.weights();
    var w = along.weight();
    var next = along.newWeight();
    var decimals = moment.decimals();
    var reach = TANGENT * (xs[xs.length - 1] - xs[0]);
    var loss = trace.before().loss();
    var lines = new ArrayList<PlaneLine>();
    lines.add(
        line(messages.now("backprop.aid.loss.of"), PlaneLine.Kind.ANSWER, xs, along.losses()));
    if (moment.known().hasGradient(along.place())) {
      lines.add(
          line(
              messages.now("backprop.aid.loss.slope", decimals.text(along.slope())),
              PlaneLine.Kind.MARK,
              new double[] {w - reach, w + reach},
              new double[] {loss - along.slope() * reach, loss + along.slope() * reach}));
    }
    var dots = new ArrayList<Dots>();
    dots.add(dot(messages.now("backprop.aid.loss.now", decimals.text(w)), Dots.Fill.FULL, w, loss));
    if (moment.known().hasNewWeight(along.place())) {
      var name = messages.now("backprop.aid.loss.next", decimals.text(next));
      dots.add(dot(name, Dots.Fill.RING, next, along.loss(next)));
    }
    return Plane.of(
            new Span(xs[0], xs[xs.length - 1]),
            Span.aired(
                DoubleStream.concat(Arrays.stream(along.losses()), DoubleStream.of(loss)), AIR),
            name(along.place()),
            "L",
            new Tints.Plain(),
            dots)
        .with(lines);
  }

  private String name(NetworkLocation place) {
    return messages.now(
        place.input() == NetworkLocation.BIAS
            ? "backprop.aid.loss.bias"
            : "backprop.aid.loss.weight",
        place.layer() + 1,
        place.input() + 1,
        place.unit() + 1);
  }

  private static PlaneLine line(String name, PlaneLine.Kind kind, double[] x, double[] y) {
    return new PlaneLine(name, Float.NaN, kind, Curve.of(x, y));
  }

  private static Dots dot(String name, Dots.Fill fill, double x, double y) {
    return new Dots(name, fill, new double[] {x}, new double[] {y}, new float[1]);
  }
}
