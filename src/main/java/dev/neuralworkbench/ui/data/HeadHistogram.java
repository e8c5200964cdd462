package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.data.statistics.SmallBars;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column spread, as bars in its head: of some rows, evenly taken, so that it is
 * as quick for a million. Numbers in intervals of the range that most are in, categories by how
 * frequent they are.
 */
final class HeadHistogram extends SmallBars {

  private static final int BARS = 14;

  private static final int LOOKED_AT = 1_000;

  private @Nullable Column shown;

  HeadHistogram() {
    getStyleClass().add("head-histogram");
  }

  void show(Column column) {
    if (!column.equals(shown)) {
      shown = column;
      show(counts(column));
    }
  }

  static int[] counts(Column column) {
    var step = Math.max(1, column.rows() / LOOKED_AT);
    var rows =
        IntStream.iterate(0, row -> row < column.rows(), row -> row + step)
            .filter(row -> !column.isMissing(row))
            .toArray();
    return switch (column) {
      case NumberColumn numbers -> ofNumbers(Arrays.stream(rows).mapToDouble(numbers::value));
      case TextColumn texts -> ofTexts(texts, rows);
    };
  }

  private static int[] ofNumbers(DoubleStream stream) {
    var values = stream.toArray();
    var whole = Arrays.stream(values).summaryStatistics();
    var range = CoreRange.of(values, new Span(whole.getMin(), whole.getMax()));
    var counts = new int[BARS];
    for (var value : values) {
      // Halved, as the difference of two huge numbers is infinite.
      var share = (value / 2 - range.least() / 2) / (range.greatest() / 2 - range.least() / 2);
      if (range.contains(value)) {
        counts[Double.isNaN(share) ? BARS / 2 : Math.min((int) (share * BARS), BARS - 1)]++;
      }
    }
    return counts;
  }

  private static int[] ofTexts(TextColumn texts, int[] rows) {
    var counts = new int[texts.categories().size()];
    for (var row : rows) {
      counts[texts.code(row)]++;
    }
    return Arrays.stream(counts)
        .filter(count -> count > 0)
        .map(count -> -count)
        .sorted()
        .limit(BARS)
        .map(count -> -count)
        .toArray();
  }
}
