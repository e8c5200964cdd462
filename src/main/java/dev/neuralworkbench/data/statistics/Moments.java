package dev.neuralworkbench.data.statistics;

/**
 * Mean, spread and skewness of numbers, each to nearly all digits: the second pass takes the first
 * one's mean away before it squares, and what rounding left of Σ(x − mean), which should be 0, is
 * taken into account (Chan, Golub and LeVeque, "Algorithms for computing the sample variance",
 * 1983). The one-pass formula Σx² − n·mean² loses all digits of a small spread.
 *
 * @param mean Σx / n
 * @param deviation √(Σ(x − mean)² / n)
 * @param skewness Σ(x − mean)³ / n / deviation³; NaN where the deviation is 0
 */
record Moments(double mean, double deviation, double skewness) {

  /**
   * Of numbers in rising order.
   *
   * @param sorted at least one. Not modified.
   */
  static Moments of(double[] sorted) {
    var least = sorted[0];
    var most = sorted[sorted.length - 1];
    if (least == most) {
      return new Moments(least, 0, Double.NaN);
    }
    // A power of two brings all near 1, exactly, so that no cube is too large or too small.
    var size = Math.max(Math.abs(least), Math.abs(most));
    var scale = Math.scalb(1.0, -Math.getExponent(size));
    var n = sorted.length;
    var about = mean(sorted, scale);
    var rest = 0.0;
    var squares = 0.0;
    var cubes = 0.0;
    for (var value : sorted) {
      var d = value * scale - about;
      rest += d;
      squares += d * d;
      cubes += d * d * d;
    }
    var off = rest / n;
    var variance = Math.max(0, squares / n - off * off);
    var third = cubes / n - 3 * off * squares / n + 2 * off * off * off;
    var deviation = Math.sqrt(variance);
    return new Moments(
        Math.clamp((about + off) / scale, least, most),
        deviation / scale,
        deviation == 0 ? Double.NaN : third / (deviation * deviation * deviation));
  }

  private static double mean(double[] values, double scale) {
    var sum = 0.0;
    for (var value : values) {
      sum += value * scale;
    }
    return sum / values.length;
  }
}
