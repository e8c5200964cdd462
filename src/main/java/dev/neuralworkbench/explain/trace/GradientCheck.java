package dev.neuralworkbench.explain.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Gradients compared with differences: ∂L/∂w ≈ (L(w + h) − L(w − h)) / 2h, for the loss without
 * penalties and with the dropout of the step. The difference is wrong by about h² from the curve's
 * bend and by 10⁻¹⁶/h from rounding, which is least near h = 10⁻⁵.
 *
 * @param epsilon h, above 0
 * @param entries the weights checked, the largest error first; those at a kink come last
 */
public record GradientCheck(double epsilon, List<Entry> entries) {

  /** The h that serves best in double. */
  public static final double BEST_EPSILON = 1e-5;

  /** Above this an error is no rounding. */
  public static final double TOLERANCE = 1e-4;

  /** Gradients below this are compared by their difference: two zeros agree. */
  private static final double SMALL = 1e-4;

  public GradientCheck {
    entries = List.copyOf(entries);
  }

  /**
   * One weight.
   *
   * @param gradient what backpropagation says
   * @param difference what the difference says
   * @param kink whether something passes a kink between w − h and w + h, such as the z of a ReLU
   *     the 0: then both may be right and differ
   */
  public record Entry(NetworkLocation place, double gradient, double difference, boolean kink) {

    /** |g − d| / max(|g|, |d|, 10⁻⁴). */
    public double error() {
      var size = StrictMath.max(StrictMath.abs(gradient), StrictMath.abs(difference));
      return StrictMath.abs(gradient - difference) / StrictMath.max(size, SMALL);
    }

    public boolean wrong() {
      return !kink && !(error() <= TOLERANCE);
    }
  }

  /**
   * Checks some weights.
   *
   * @param epsilon above 0
   * @param cancelled asked before each weight; the check then ends with those done
   */
  public static GradientCheck of(
      BackpropTrace trace,
      List<NetworkLocation> places,
      double epsilon,
      BooleanSupplier cancelled) {
    return of(trace, trace::gradient, places, epsilon, cancelled);
  }

  static GradientCheck of(
      BackpropTrace trace,
      WeightNumbers.OneByOne gradients,
      List<NetworkLocation> places,
      double epsilon,
      BooleanSupplier cancelled) {
    var entries = new ArrayList<Entry>();
    for (var place : places) {
      if (cancelled.getAsBoolean()) {
        break;
      }
      entries.add(entry(trace, gradients, place, epsilon));
    }
    entries.sort(
        Comparator.comparing(Entry::kink)
            .thenComparing(Comparator.comparingDouble(Entry::error).reversed()));
    return new GradientCheck(epsilon, entries);
  }

  /** One weight with a row of h, from 10⁻¹ to 10⁻¹⁰: first the bend of the curve, then rounding. */
  public static List<GradientCheck> sweep(BackpropTrace trace, NetworkLocation place) {
    return IntStream.rangeClosed(1, 10)
        .mapToObj(power -> of(trace, List.of(place), epsilon(power), () -> false))
        .toList();
  }

  /** 10 to the power of minus this, as it is written: a power worked out is not. */
  public static double epsilon(int power) {
    return Double.parseDouble("1e-" + power);
  }

  /**
   * The weights of a layer, or of all with {@link NetworkLocation#ALL}, evenly chosen where there
   * are too many.
   */
  public static List<NetworkLocation> places(BackpropTrace trace, int layer, int most) {
    var all = 0L;
    for (var l = 0; l < trace.layers(); l++) {
      all += includes(layer, l) ? (trace.inputs(l) + 1L) * trace.units(l) : 0;
    }
    var step = StrictMath.max(1, (double) all / most);
    var places = new ArrayList<NetworkLocation>();
    var next = 0.0;
    var count = 0L;
    for (var l = 0; l < trace.layers(); l++) {
      for (var unit = 0; includes(layer, l) && unit < trace.units(l); unit++) {
        for (var input = NetworkLocation.BIAS; input < trace.inputs(l); input++) {
          if (count++ >= (long) next) {
            places.add(NetworkLocation.weight(l, input, unit));
            next += step;
          }
        }
      }
    }
    return List.copyOf(places);
  }

  private static boolean includes(int chosen, int layer) {
    return chosen == NetworkLocation.ALL || chosen == layer;
  }

  private static Entry entry(
      BackpropTrace trace,
      WeightNumbers.OneByOne gradients,
      NetworkLocation place,
      double epsilon) {
    var above = trace.changed(place, epsilon);
    var below = trace.changed(place, -epsilon);
    return new Entry(
        place,
        gradients.of(place.layer(), place.input(), place.unit()),
        (above.loss() - below.loss()) / (2 * epsilon),
        passesKink(trace, place, above, below));
  }

  private static boolean passesKink(
      BackpropTrace trace, NetworkLocation place, ForwardTrace above, ForwardTrace below) {
    for (var l = place.layer(); l < trace.layers(); l++) {
      if (trace.curve(l).hasKink() && differ(above.z()[l], below.z()[l])) {
        return true;
      }
    }
    return trace.setting().design().loss().hasKink()
        && differ(
            errors(above.predictions(), trace.rows()), errors(below.predictions(), trace.rows()));
  }

  private static double[][] errors(double[][] predictions, StepRows rows) {
    var errors = new double[predictions.length][];
    for (var r = 0; r < errors.length; r++) {
      errors[r] = new double[predictions[r].length];
      for (var k = 0; k < errors[r].length; k++) {
        errors[r][k] = predictions[r][k] - rows.targets()[r][k];
      }
    }
    return errors;
  }

  /** Whether a sign differs, or something stays exactly at 0 while the other moves. */
  private static boolean differ(double[][] one, double[][] other) {
    for (var r = 0; r < one.length; r++) {
      for (var j = 0; j < one[r].length; j++) {
        if (StrictMath.signum(one[r][j]) != StrictMath.signum(other[r][j])) {
          return true;
        }
      }
    }
    return false;
  }
}
