package dev.neuralworkbench.data.table;

import java.util.stream.IntStream;

/**
 * How many numbers of a column lie in each of some intervals of equal length, by group. Interval i
 * reaches from start + i · width up to but not including start + (i + 1) · width; the last one
 * includes its end. Immutable.
 */
public final class Histogram {

  private static final int FEWEST = 8;
  private static final int MOST = 36;

  private final double start;
  private final double width;
  private final int[][] counts;

  private Histogram(double start, double width, int[][] counts) {
    this.start = start;
    this.width = width;
    this.counts = counts;
  }

  /**
   * Counts a column. About 2 · ∛n intervals (Rice's rule), between {@value #FEWEST} and {@value
   * #MOST}, their length rounded to 1, 2 or 5 times a power of ten. Intervals of whole numbers lie
   * about the numbers, from half to half.
   *
   * @param groupOfRow group of each row, from 0 on; rows of no group (−1) are not counted. Not
   *     modified.
   * @param groups number of groups
   */
  public static Histogram of(NumberColumn column, int[] groupOfRow, int groups) {
    var present = column.rows() - column.missing();
    if (present == 0) {
      return new Histogram(0, 1, new int[0][groups]);
    }
    var width = width(column, present);
    var start = start(column, width);
    var last = StrictMath.floor(place(column.max(), start, width));
    // A number on the last edge belongs to the interval before it.
    var intervals = (int) last + (start + last * width == column.max() && last > 0 ? 0 : 1);
    var counts = new int[intervals][groups];
    for (var row = 0; row < column.rows(); row++) {
      var value = column.value(row);
      if (!Double.isNaN(value) && groupOfRow[row] >= 0) {
        var interval = (int) place(value, start, width);
        counts[Math.clamp(interval, 0, intervals - 1)][groupOfRow[row]]++;
      }
    }
    return new Histogram(start, width, counts);
  }

  /** How many widths from the start; halved, since a difference of two huge numbers is infinite. */
  private static double place(double value, double start, double width) {
    return (value / 2 - start / 2) / (width / 2);
  }

  private static double start(NumberColumn column, double width) {
    var round = StrictMath.floor(column.min() / width) * width;
    if (Double.isInfinite(round)) {
      return column.min();
    } else if (column.isWhole()) {
      return round - 0.5;
    }
    return column.min() == column.max() ? column.min() - width / 2 : round;
  }

  private static double width(NumberColumn column, int present) {
    var wanted = Math.clamp(2 * StrictMath.cbrt(present), FEWEST, MOST);
    var exact = column.max() / wanted - column.min() / wanted;
    if (!(exact > 0)) {
      // All numbers are equal: one interval about them.
      return column.isWhole() ? 1 : Math.max(Math.abs(column.max()) / 10, Double.MIN_NORMAL);
    }
    var rounded = rounded(exact);
    return column.isWhole() ? Math.max(1, rounded) : rounded;
  }

  /** The nearest of 1, 2 and 5 times a power of ten, by ratio. */
  private static double rounded(double exact) {
    var power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(exact)));
    if (!(power > 0)) {
      return exact;
    }
    var ratio = exact / power;
    var factor =
        ratio < Math.sqrt(2) ? 1 : ratio < Math.sqrt(10) ? 2 : ratio < Math.sqrt(50) ? 5 : 10;
    return factor * power;
  }

  /** Number of intervals; 0 if the column has no number. */
  public int intervals() {
    return counts.length;
  }

  public int groups() {
    return counts.length == 0 ? 0 : counts[0].length;
  }

  /** Where an interval begins; for the number of intervals, where the last one ends. */
  public double edge(int interval) {
    return start + interval * width;
  }

  public int count(int interval, int group) {
    return counts[interval][group];
  }

  public int count(int interval) {
    return IntStream.of(counts[interval]).sum();
  }
}
