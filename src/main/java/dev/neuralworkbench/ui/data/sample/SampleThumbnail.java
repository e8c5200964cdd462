package dev.neuralworkbench.ui.data.sample;

import dev.neuralworkbench.data.sample.GeneratedSample;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.Locale;
import java.util.function.IntPredicate;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** A generated set in small: its points, in two colours by class or by sign. */
final class SampleThumbnail extends Region {

  private static final double GRID = 64;
  private static final double MARGIN = 4;
  private static final double POINT = 2.2;

  private final Scale scale = new Scale();

  SampleThumbnail(GeneratedSample sample) {
    getStyleClass().add("thumbnail");
    var table = sample.table();
    var last = table.column(table.columns().size() - 1);
    IntPredicate first =
        switch (last) {
          case TextColumn classes -> row -> classes.code(row) == 0;
          case NumberColumn numbers -> row -> numbers.value(row) < 0;
        };
    add(table, first, "thumbnail-first");
    add(table, first.negate(), "thumbnail-second");
    setMouseTransparent(true);
  }

  @Override
  protected void layoutChildren() {
    scale.setX(getWidth() / GRID);
    scale.setY(getHeight() / GRID);
  }

  private void add(Table table, IntPredicate rows, String look) {
    if (table.column(0) instanceof NumberColumn x && table.column(1) instanceof NumberColumn y) {
      var path = new StringBuilder();
      for (var row = 0; row < table.rows(); row++) {
        if (rows.test(row)) {
          path.append(
              String.format(
                  Locale.ROOT,
                  "M%.1f %.1f h%3$.1f v%3$.1f h-%3$.1f z ",
                  place(x, row),
                  GRID - place(y, row),
                  POINT));
        }
      }
      var points = new SVGPath();
      points.setContent(path.toString());
      points.getStyleClass().add(look);
      points.getTransforms().add(scale);
      points.setManaged(false);
      getChildren().add(points);
    }
  }

  private static double place(NumberColumn column, int row) {
    var share = (column.value(row) - column.min()) / (column.max() - column.min());
    return MARGIN + share * (GRID - 2 * MARGIN);
  }
}
