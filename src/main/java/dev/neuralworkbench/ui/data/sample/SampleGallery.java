package dev.neuralworkbench.ui.data.sample;

import atlantafx.base.controls.Popover;
import atlantafx.base.theme.Styles;
import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/** All samples to choose from: generated ones as pictures, data sets with a sentence. */
public final class SampleGallery {

  private final Messages messages;
  private final Consumer<Sample> chosen;
  private @Nullable Popover popover;

  public SampleGallery(Messages messages, Consumer<Sample> chosen) {
    this.messages = messages;
    this.chosen = chosen;
  }

  public void show(Node button) {
    var shown = popover;
    if (shown == null) {
      shown = new Popover();
      shown.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
      shown.setDetachable(false);
      shown.setHeaderAlwaysVisible(false);
      shown.setAnimated(false);
      shown.setContentNode(content());
      popover = shown;
    }
    shown.show(button);
  }

  private Node content() {
    var tiles = Styling.as(new TilePane(), "gallery-tiles");
    tiles.setPrefColumns(SampleKind.values().length);
    for (var kind : SampleKind.values()) {
      tiles.getChildren().add(tile(GeneratedSample.of(kind)));
    }
    var sets = Styling.as(new GridPane(), "gallery-sets");
    for (var sample : BundledSample.values()) {
      var about = Labels.line(messages.text("sample." + sample.id() + ".tip"), "muted");
      sets.addRow(sets.getRowCount(), set(sample), about);
    }
    return Styling.as(
        new VBox(heading("gallery.generated"), tiles, heading("gallery.sets"), sets),
        "#gallery",
        "gallery");
  }

  private Button tile(GeneratedSample sample) {
    var button = Styling.as(button(sample), "gallery-tile");
    button.setGraphic(new Thumbnail(sample));
    button.setContentDisplay(ContentDisplay.TOP);
    button.accessibleHelpProperty().bind(messages.text("sample." + sample.id() + ".tip"));
    return button;
  }

  private Button set(BundledSample sample) {
    var button = Styling.as(button(sample), "gallery-set");
    button.setMaxWidth(Double.MAX_VALUE);
    return button;
  }

  private Button button(Sample sample) {
    Runnable choose =
        () -> {
          if (popover != null) {
            popover.hide();
          }
          chosen.accept(sample);
        };
    return Buttons.of(
        messages, "sample." + sample.id(), choose, "#gallery-" + sample.id(), Styles.FLAT);
  }

  private Label heading(String key) {
    return Labels.line(messages.text(key), "panel-heading");
  }

  /** A generated set in small: its points, in two colours by class or by sign. */
  private static final class Thumbnail extends Region {

    private static final double GRID = 64;
    private static final double MARGIN = 4;
    private static final double POINT = 2.2;

    private final Scale scale = new Scale();

    Thumbnail(GeneratedSample sample) {
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
}
