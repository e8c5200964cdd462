package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.common.Styling;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.scene.layout.Region;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column spread, as bars in its head: of some rows, evenly taken, so that it is
 * as quick for a million. Numbers in intervals of the range that most are in, categories by how
 * frequent they are.
 */
final class HeadHistogram extends Region {

  private static final int BARS = 14;

  /** As many bars at least have room, so that those of two categories are no blocks. */
  private static final int FEWEST = 6;

  /** Pixels that part the bars of one column from those of the next. */
  private static final double AIR = 6;

  private static final int LOOKED_AT = 1_000;

  private final Path bars = Styling.as(new Path(), "head-bars");
  private @Nullable Column shown;
  private int[] counts = {};

  HeadHistogram() {
    getStyleClass().add("head-histogram");
    setMouseTransparent(true);
    bars.setManaged(false);
    getChildren().setAll(bars);
    widthProperty().subscribe(this::draw);
    heightProperty().subscribe(this::draw);
  }

  void show(Column column) {
    if (!column.equals(shown)) {
      shown = column;
      counts = counts(column);
      draw();
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

  private void draw() {
    bars.getElements().clear();
    var most = Arrays.stream(counts).max().orElse(0);
    var step = Math.max(0, getWidth() - 2 * AIR) / Math.max(counts.length, FEWEST);
    for (var i = 0; i < counts.length && most > 0; i++) {
      var left = Math.rint(AIR + i * step);
      var right = Math.max(left + 1, Math.rint(AIR + (i + 1) * step) - 1);
      var top = getHeight() * (1 - (double) counts[i] / most);
      bars.getElements()
          .addAll(
              new MoveTo(left, getHeight()),
              new VLineTo(counts[i] == 0 ? getHeight() : Math.min(top, getHeight() - 1)),
              new HLineTo(right),
              new VLineTo(getHeight()));
    }
  }
}
