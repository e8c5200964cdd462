package dev.neuralworkbench.data.statistics;

import dev.neuralworkbench.data.cell.NumberStyle;
import dev.neuralworkbench.data.table.CategoryCounts;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.Histogram;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What all rows of a column tell.
 *
 * @param rows number of rows, missing ones included
 * @param mode the most frequent value as text, of several the first in order; empty where every row
 *     is missing
 * @param numbers what its numbers tell; null for a column of texts, and where every row is missing
 * @param profile its histogram: rows in each interval of equal length
 * @param shares rows of its most frequent values, the largest first, at most {@value #MOST_SHARES};
 *     empty where numbers have more different values than that
 */
public record ColumnStatistics(
    String name,
    int rows,
    int missing,
    int distinct,
    String mode,
    int modeCount,
    @Nullable NumberStatistics numbers,
    List<Integer> profile,
    List<Integer> shares) {

  /** Values whose counts are kept, to be drawn as bars. */
  public static final int MOST_SHARES = 12;

  public ColumnStatistics {
    profile = List.copyOf(profile);
    shares = List.copyOf(shares);
  }

  /**
   * Looks through the rows.
   *
   * @param oneGroup as many zeros as there are rows, for the histogram. Not modified.
   */
  static ColumnStatistics of(Column column, int[] oneGroup) {
    return switch (column) {
      case NumberColumn numbers -> ofNumbers(numbers, oneGroup);
      case TextColumn texts -> ofTexts(texts);
    };
  }

  private static ColumnStatistics ofNumbers(NumberColumn column, int[] oneGroup) {
    var numbers = NumberStatistics.of(column);
    if (numbers == null) {
      return new ColumnStatistics(
          column.name(), column.rows(), column.missing(), 0, "", 0, null, List.of(), List.of());
    }
    var histogram = Histogram.of(column, oneGroup, 1);
    return new ColumnStatistics(
        column.name(),
        column.rows(),
        column.missing(),
        numbers.distinct(),
        NumberStyle.written(numbers.mode()),
        numbers.modeCount(),
        numbers,
        IntStream.range(0, histogram.intervals()).map(histogram::count).boxed().toList(),
        numbers.distinct() <= MOST_SHARES
            ? CategoryCounts.of(column).counts().stream().sorted(Comparator.reverseOrder()).toList()
            : List.of());
  }

  private static ColumnStatistics ofTexts(TextColumn column) {
    var counts = new int[column.categories().size()];
    for (var row = 0; row < column.rows(); row++) {
      var code = column.code(row);
      if (code != TextColumn.MISSING) {
        counts[code]++;
      }
    }
    var most =
        IntStream.of(counts)
            .filter(count -> count > 0)
            .boxed()
            .sorted(Comparator.reverseOrder())
            .toList();
    var modeCount = most.isEmpty() ? 0 : most.getFirst();
    var mode =
        IntStream.range(0, counts.length)
            .filter(code -> counts[code] > 0 && counts[code] == modeCount)
            .mapToObj(column.categories()::get)
            .min(Comparator.naturalOrder());
    return new ColumnStatistics(
        column.name(),
        column.rows(),
        column.missing(),
        most.size(),
        mode.orElse(""),
        modeCount,
        null,
        List.of(),
        most.subList(0, Math.min(MOST_SHARES, most.size())));
  }

  /** Share of the rows with a value that have the most frequent one; NaN where none has a value. */
  public double modeShare() {
    return rows == missing ? Double.NaN : (double) modeCount / (rows - missing);
  }

  public double missingShare() {
    return rows == 0 ? 0 : (double) missing / rows;
  }
}
