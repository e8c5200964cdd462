package dev.neuralworkbench.explain.trace;

import java.util.stream.IntStream;

/**
 * The loss of a step's rows as one weight moves and all others stay, L(w + t): a cut through the
 * landscape that gradient descent goes down. Its slope at w is ∂L/∂w, without the penalty; the step
 * goes to the new weight. Immutable.
 */
public final class LossAlongWeight {

  /** Points of the curve: an odd number, so that w is one of them. */
  private static final int POINTS = 61;

  /** Most multiplications that are made at once: two hundredths of a second. */
  private static final long MOST_WORK = 10_000_000;

  /** Of the height of the curve, how far it is to leave its tangent within the range. */
  private static final double BEND = 0.3;

  /** How often the range is doubled at most, where the loss is nearly straight or flat. */
  private static final int WIDER = 6;

  private final BackpropTrace trace;
  private final NetworkLocation place;
  private final double[] weights;
  private final double[] losses;

  public LossAlongWeight(BackpropTrace trace, NetworkLocation place) {
    this.trace = trace;
    this.place = place;
    var half =
        StrictMath.max(
            StrictMath.max(1, 0.75 * StrictMath.abs(weight())),
            1.6 * StrictMath.abs(newWeight() - weight()));
    for (var i = 0; i < WIDER && !bends(half); i++) {
      half *= 2;
    }
    var reach = half;
    weights =
        IntStream.range(0, POINTS)
            .mapToDouble(i -> weight() + reach * (2.0 * i / (POINTS - 1) - 1))
            .toArray();
    losses = IntStream.range(0, POINTS).mapToDouble(i -> loss(weights[i])).toArray();
  }

  /** Whether curve and tangent differ by what can be seen, at one end of the range at least. */
  private boolean bends(double half) {
    var now = trace.before().loss();
    var right = loss(weight() + half) - now;
    var left = loss(weight() - half) - now;
    var least = StrictMath.min(0, StrictMath.min(left, right));
    var height = StrictMath.max(0, StrictMath.max(left, right)) - least;
    var away =
        StrictMath.max(
            StrictMath.abs(right - slope() * half), StrictMath.abs(left + slope() * half));
    return height > 0 && away >= BEND * height;
  }

  /** Whether the curve is worked out in no time. */
  public static boolean isQuick(BackpropTrace trace) {
    return trace.setting().weights().parameterCount() * trace.rows().count() * POINTS <= MOST_WORK;
  }

  public double loss(double other) {
    return trace.changed(place, other - weight()).loss();
  }

  public NetworkLocation place() {
    return place;
  }

  /** Numbers in the place of the weight, ascending. Not to be modified. */
  public double[] weights() {
    return weights;
  }

  /** The loss with each of them. Not to be modified. */
  public double[] losses() {
    return losses;
  }

  public double weight() {
    return trace.weight(place);
  }

  /** ∂L/∂w: the slope of the curve at the weight. */
  public double slope() {
    return trace.gradient(place);
  }

  public double newWeight() {
    return trace.newWeight(place);
  }
}
