package dev.neuralworkbench.metrics;

import java.util.Arrays;

/**
 * A 95 % interval of a score: rows drawn anew give a score in it, 19 times of 20.
 *
 * @param low NaN, as high, where there is no interval
 */
public record ScoreInterval(double low, double high) {

  public static final ScoreInterval NONE = new ScoreInterval(Double.NaN, Double.NaN);

  private static final double TAIL = 0.025;
  private static final double ROUNDING = 1e-12;

  /** The normal distribution's 97.5 % quantile. */
  private static final double Z = 1.959963984540054;

  /**
   * Wilson's score interval of a share p = part / n: (p + z²/2n ± z √(p (1 − p) / n + z²/4n²)) / (1
   * + z²/n). It is never empty and never leaves [0, 1], which p ± z √(p (1 − p) / n) does.
   *
   * @return {@link #NONE} where there is nothing
   */
  public static ScoreInterval wilson(long part, long whole) {
    if (whole == 0) {
      return NONE;
    }
    var p = part / (double) whole;
    var square = Z * Z / whole;
    var half = Z * Math.sqrt(p * (1 - p) / whole + square / (4 * whole));
    var middle = p + square / 2;
    return new ScoreInterval(
        part == 0 ? 0 : (middle - half) / (1 + square),
        part == whole ? 1 : (middle + half) / (1 + square));
  }

  /**
   * The interval of a mean, m ± z s / √n with the standard deviation s of the values.
   *
   * @param values Not modified.
   * @return NaN of fewer than two, or where one is NaN
   */
  public static ScoreInterval ofMean(double[] values) {
    var mean = Arrays.stream(values).sum() / values.length;
    var squares = Arrays.stream(values).map(it -> (it - mean) * (it - mean)).sum();
    var half = Z * Math.sqrt(squares / (values.length - 1) / values.length);
    return new ScoreInterval(mean - half, mean + half);
  }

  /**
   * The exact binomial interval of a share (Clopper and Pearson 1934): the shares under which
   * neither as many nor as few are rarer than 2.5 %. For few rows, where others promise too much.
   *
   * @return {@link #NONE} where there is nothing
   */
  public static ScoreInterval exact(int part, int whole) {
    return whole == 0
        ? NONE
        : new ScoreInterval(
            part == 0 ? 0 : IncompleteBeta.inverse(TAIL, part, whole - part + 1.0),
            part == whole ? 1 : IncompleteBeta.inverse(1 - TAIL, part + 1.0, whole - part));
  }

  /**
   * What lies between the 2.5 % and the 97.5 % quantile of draws, interpolated between two as NumPy
   * does; draws that are not finite are left out. Where they are alike but for rounding, such as
   * those of a perfect score, nothing is known: an interval without width would promise that other
   * rows do as well.
   *
   * @param draws Not modified.
   * @return {@link #NONE} where it would have no width
   */
  static ScoreInterval between(double[] draws) {
    var sorted = Arrays.stream(draws).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0) {
      return NONE;
    }
    var low = quantile(sorted, TAIL);
    var high = quantile(sorted, 1 - TAIL);
    return high - low <= ROUNDING * Math.abs(high) ? NONE : new ScoreInterval(low, high);
  }

  private static double quantile(double[] sorted, double share) {
    var at = share * (sorted.length - 1);
    var below = (int) at;
    var above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  public boolean exists() {
    return !Double.isNaN(low);
  }
}
