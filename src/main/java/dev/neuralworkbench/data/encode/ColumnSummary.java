package dev.neuralworkbench.data.encode;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.statistics.NumberStatistics;
import dev.neuralworkbench.data.table.CategoryCounts;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.Histogram;
import dev.neuralworkbench.data.table.NumberColumn;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What all rows of a column tell. */
public sealed interface ColumnSummary {

  int rows();

  /** Number of rows without a value. */
  int missing();

  /**
   * A column of numbers. Of no number at all, range, mean, median and deviation are NaN.
   *
   * @param mean Σx / n
   * @param median middle number; of an even count the mean of the two in the middle
   * @param deviation standard deviation √(Σ(x − mean)² / n)
   */
  record Numbers(
      int rows,
      int missing,
      int distinct,
      double minimum,
      double maximum,
      double mean,
      double median,
      double deviation,
      Histogram histogram)
      implements ColumnSummary {}

  /**
   * A column of categories.
   *
   * @param names the categories: texts in the order of their characters, numbers by value
   */
  record Categories(int rows, int missing, List<String> names, List<Integer> counts)
      implements ColumnSummary {}

  static Categories categories(Column column) {
    var counted = CategoryCounts.of(column);
    return new Categories(column.rows(), column.missing(), counted.names(), counted.counts());
  }

  /**
   * A column as numbers.
   *
   * @param groupOfRow see {@link Histogram#of}. Not modified.
   */
  static Numbers numbers(NumberColumn column, int[] groupOfRow, int groups) {
    var told = NumberStatistics.of(column);
    return new Numbers(
        column.rows(),
        column.missing(),
        told == null ? 0 : told.distinct(),
        column.min(),
        column.max(),
        told == null ? Double.NaN : mean(told),
        told == null ? Double.NaN : median(told.median(), told.count()),
        told == null ? Double.NaN : told.deviation(),
        Histogram.of(column, groupOfRow, groups));
  }

  /**
   * The middle number; half-way between two short decimals there is one as short, which binary
   * fractions may miss by their last bit.
   */
  private static double median(double middle, int numbers) {
    return numbers % 2 == 1
        ? middle
        : new BigDecimal(middle).round(new MathContext(15)).doubleValue();
  }

  /** The mean; 0 where nothing but the rounding of a long sum keeps it from 0. */
  private static double mean(NumberStatistics summary) {
    var size = Math.max(Math.abs(summary.minimum()), Math.abs(summary.maximum()));
    return Math.abs(summary.mean()) < 1e-15 * size ? 0 : summary.mean();
  }

  /**
   * The class of each row, as groups of a histogram.
   *
   * @return for each row the index of its class; the number of classes where the target is missing
   */
  static int[] groups(Column target, List<String> classes) {
    var all = IntStream.range(0, target.rows()).toArray();
    var indices =
        new ClassTarget(target.name(), classes, target instanceof NumberColumn)
            .indices(target, all);
    return Arrays.stream(indices).map(index -> index < 0 ? classes.size() : index).toArray();
  }
}
