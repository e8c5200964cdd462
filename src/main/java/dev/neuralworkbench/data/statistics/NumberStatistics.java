package dev.neuralworkbench.data.statistics;

import dev.neuralworkbench.data.table.NumberColumn;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the n numbers x of a column tell; missing ones are left out.
 *
 * <p>The p-quantile lies at place h = (n − 1) p of the numbers in rising order, counted from 0, and
 * between two of them on the straight line (definition 7 of Hyndman and Fan, "Sample quantiles in
 * statistical packages", 1996; the one that NumPy, R and spreadsheets take).
 *
 * @param count n, how many there are; at least 1
 * @param distinct how many different ones there are; −0 is 0
 * @param lowerQuartile Q1, the quantile of p = 1/4
 * @param median the quantile of p = 1/2
 * @param upperQuartile Q3, the quantile of p = 3/4
 * @param mean Σx / n
 * @param deviation standard deviation √(Σ(x − mean)² / n), of the rows as a whole population
 * @param skewness Σ(x − mean)³ / n / deviation³: above 0 where the tail of large numbers is the
 *     longer one; NaN where all numbers are equal
 * @param low how many lie below Q1 − 1.5 (Q3 − Q1), Tukey's lower fence ("Exploratory Data
 *     Analysis", 1977)
 * @param high how many lie above Q3 + 1.5 (Q3 − Q1), the upper fence
 * @param mode the most frequent number, of several the smallest
 * @param modeCount how often it occurs
 */
public record NumberStatistics(
    int count,
    int distinct,
    double minimum,
    double lowerQuartile,
    double median,
    double upperQuartile,
    double maximum,
    double mean,
    double deviation,
    double skewness,
    int low,
    int high,
    double mode,
    int modeCount) {

  /** A number farther than so many times the distance of the quartiles from them is an outlier. */
  public static final double FENCE = 1.5;

  /** Of a column; null where it has no number. */
  public static @Nullable NumberStatistics of(NumberColumn column) {
    var present = column.rows() - column.missing();
    if (present == 0) {
      return null;
    }
    var sorted = new double[present];
    var count = 0;
    for (var row = 0; row < column.rows(); row++) {
      var value = column.value(row);
      if (!Double.isNaN(value)) {
        // Adding zero makes −0 and 0 one number.
        sorted[count++] = value + 0.0;
      }
    }
    Arrays.sort(sorted);
    return of(sorted);
  }

  /** Of numbers in rising order, at least one and none NaN. Not modified. */
  static NumberStatistics of(double[] sorted) {
    var lower = quantile(sorted, 0.25);
    var upper = quantile(sorted, 0.75);
    var reach = FENCE * (upper - lower);
    var moments = Moments.of(sorted);
    var runs = Runs.of(sorted);
    return new NumberStatistics(
        sorted.length,
        runs.distinct,
        sorted[0],
        lower,
        quantile(sorted, 0.5),
        upper,
        sorted[sorted.length - 1],
        moments.mean(),
        moments.deviation(),
        moments.skewness(),
        below(sorted, lower - reach),
        sorted.length - below(sorted, Math.nextUp(upper + reach)),
        runs.mode,
        runs.modeCount);
  }

  /**
   * The median; half-way between two short decimals there is one as short, which binary fractions
   * may miss by their last bit.
   */
  public double shortMedian() {
    return count % 2 == 1
        ? median
        : new BigDecimal(median).round(new MathContext(15)).doubleValue();
  }

  public int outliers() {
    return low + high;
  }

  private static double quantile(double[] sorted, double share) {
    var place = (sorted.length - 1) * share;
    var before = (int) place;
    var from = sorted[before];
    var to = sorted[Math.min(before + 1, sorted.length - 1)];
    var between = place - before;
    // The difference of two huge numbers of unlike signs is infinite.
    return Double.isInfinite(to - from)
        ? from * (1 - between) + to * between
        : from + (to - from) * between;
  }

  private static int below(double[] sorted, double limit) {
    var low = 0;
    var high = sorted.length;
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (sorted[middle] < limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Stretches of equal numbers: how many, and the longest. */
  private record Runs(int distinct, double mode, int modeCount) {

    static Runs of(double[] sorted) {
      var distinct = 0;
      var mode = sorted[0];
      var most = 0;
      var length = 0;
      for (var i = 0; i < sorted.length; i++) {
        if (i == 0 || sorted[i] != sorted[i - 1]) {
          distinct++;
          length = 0;
        }
        length++;
        if (length > most) {
          most = length;
          mode = sorted[i];
        }
      }
      return new Runs(distinct, mode, most);
    }
  }

  /**
   * Mean, spread and skewness of numbers, each to nearly all digits: the second pass takes the
   * first one's mean away before it squares, and what rounding left of Σ(x − mean), which should be
   * 0, is taken into account (Chan, Golub and LeVeque, "Algorithms for computing the sample
   * variance", 1983). The one-pass formula Σx² − n·mean² loses all digits of a small spread.
   *
   * @param mean Σx / n
   * @param deviation √(Σ(x − mean)² / n)
   * @param skewness Σ(x − mean)³ / n / deviation³; NaN where the deviation is 0
   */
  private record Moments(double mean, double deviation, double skewness) {

    /** Of numbers in rising order, at least one and none NaN. Not modified. */
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
      var mean = Math.clamp((about + off) / scale, least, most);
      // Nothing but the rounding of a long sum keeps it from 0.
      var isZero = Math.abs(mean) < 1e-15 * size;
      return new Moments(
          isZero ? 0 : mean,
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
}
