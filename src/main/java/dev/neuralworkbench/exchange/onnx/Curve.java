package dev.neuralworkbench.exchange.onnx;

import dev.neuralworkbench.nn.function.Activation;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A function of one number recognized by its values at a few points: factor · f(z) + shift. However
 * many operators an exporter writes for an activation, and whatever it calls them, their values are
 * the activation's.
 */
record Curve(Activation f, double factor, double shift) {

  private static final double[] POINTS = {1, 3, 0, -6, -2.7, -1.6, -1, -0.4, -0.1, 0.2, 0.7, 2, 6};

  /** Constants of files are floats. */
  private static final double NEAR = 1e-6;

  /** The points; the caller's own. */
  static double[] points() {
    return POINTS.clone();
  }

  /** The first activation that has these values at the points; empty if there is none. */
  static Optional<Curve> of(double[] values) {
    return Stream.of(Activation.values()).flatMap(f -> as(f, values).stream()).findFirst();
  }

  private static Optional<Curve> as(Activation f, double[] values) {
    var own = points();
    f.apply(own, true);
    var factor = (values[1] - values[0]) / (own[1] - own[0]);
    var shift = values[0] - factor * own[0];
    var isNear =
        IntStream.range(0, own.length)
            .allMatch(
                i ->
                    Math.abs(factor * own[i] + shift - values[i])
                        <= NEAR * Math.max(Math.abs(factor), Math.abs(values[i])));
    return isNear && factor != 0
        ? Optional.of(new Curve(f, meant(factor), meant(shift)))
        : Optional.empty();
  }

  /** A whole number without what rounding has added. */
  private static double meant(double number) {
    return Math.abs(number - Math.rint(number)) < 1e-9 ? Math.rint(number) + 0.0 : number;
  }
}
