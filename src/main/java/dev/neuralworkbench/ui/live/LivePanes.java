package dev.neuralworkbench.ui.live;

import atlantafx.base.theme.Styles;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Tooltips;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;

/**
 * The panes of the live screen: the network and the picture side by side, below them the curves.
 * Where there can be no picture, the curves stand beside the network, one above the other. A window
 * that is too low for two rows shows one of them, chosen by two buttons.
 */
final class LivePanes extends GridPane {

  private static final double PICTURES = 62;
  private static final double LEAST_HEIGHT_IN_EM = 30;

  private final Region network;
  private final Region picture;
  private final List<? extends Region> charts;
  private final ToggleButton pictures = new ToggleButton();
  private final ToggleButton curves = new ToggleButton();
  private final HBox switcher = new HBox(pictures, curves);
  private final Label ruler = new Label();
  private boolean pictured;

  LivePanes(Region network, Region picture, List<? extends Region> charts, Messages messages) {
    this.network = network;
    this.picture = picture;
    this.charts = charts;
    getStyleClass().add("live-panes");
    getColumnConstraints().setAll(column(), column());
    var all = new ArrayList<Region>(charts);
    all.add(network);
    all.add(picture);
    for (var pane : all) {
      pane.setMinSize(0, 0);
      pane.setPrefSize(0, 0);
      setHgrow(pane, Priority.ALWAYS);
      setVgrow(pane, Priority.ALWAYS);
    }
    var group = new ToggleGroup();
    dress(pictures, "live-pictures", "live.pictures", Styles.LEFT_PILL, group, messages);
    dress(curves, "live-curves", "live.curves", Styles.RIGHT_PILL, group, messages);
    switcher.setMaxWidth(Region.USE_PREF_SIZE);
    setHalignment(switcher, HPos.RIGHT);
    pictures.setSelected(true);
    getChildren().setAll(ruler, switcher);
    getChildren().addAll(all);
    group
        .selectedToggleProperty()
        .addListener(
            (_, before, now) -> {
              if (now == null) {
                group.selectToggle(before);
              } else {
                arrange();
              }
            });
    heightProperty().map(_ -> isLow()).subscribe(_ -> arrange());
    Shown.when(ruler, false);
    ruler.fontProperty().map(_ -> isLow()).subscribe(_ -> arrange());
    arrange();
  }

  /** Lays the panes out, with or without the picture. */
  void show(boolean withPicture) {
    if (pictured != withPicture) {
      pictured = withPicture;
      arrange();
    }
  }

  private boolean isLow() {
    return getHeight() > 0 && getHeight() < LEAST_HEIGHT_IN_EM * ruler.getFont().getSize();
  }

  /**
   * Puts in its place what shows, and hides the rest. Nothing is taken out: a pane that is put back
   * while another screen shows is styled before its parents are, and JavaFX misses their colours.
   */
  private void arrange() {
    getChildren().forEach(it -> Shown.when(it, false));
    if (!pictured) {
      getRowConstraints().setAll(row(50), row(50));
      place(network, 0, 0, 1, 2);
      placeCharts(1, 0, 0, 1);
    } else if (isLow()) {
      getRowConstraints().setAll(new RowConstraints(), rest());
      place(switcher, 0, 0, 2, 1);
      if (pictures.isSelected()) {
        placePictures(1);
      } else {
        placeCharts(0, 1, 1, 0);
      }
    } else {
      getRowConstraints().setAll(row(PICTURES), row(100 - PICTURES));
      placePictures(0);
      placeCharts(0, 1, 1, 0);
    }
  }

  private void placePictures(int row) {
    place(network, 0, row, 1, 1);
    place(picture, 1, row, 1, 1);
  }

  private void placeCharts(int column, int row, int right, int down) {
    for (var i = 0; i < charts.size(); i++) {
      place(charts.get(i), column + i * right, row + i * down, 1, 1);
    }
  }

  private static void place(Node pane, int column, int row, int columns, int rows) {
    setConstraints(pane, column, row, columns, rows);
    Shown.when(pane, true);
  }

  private static void dress(
      ToggleButton button,
      String id,
      String key,
      String pill,
      ToggleGroup group,
      Messages messages) {
    button.setId(id);
    button.getStyleClass().addAll(pill, Styles.SMALL);
    button.textProperty().bind(messages.text(key));
    button.setToggleGroup(group);
    button.setMinWidth(Region.USE_PREF_SIZE);
    Tooltips.install(button, messages.text(key + ".tip"));
  }

  private static ColumnConstraints column() {
    var column = new ColumnConstraints();
    column.setPercentWidth(50);
    return column;
  }

  private static RowConstraints row(double percent) {
    var row = new RowConstraints();
    row.setPercentHeight(percent);
    return row;
  }

  private static RowConstraints rest() {
    var row = new RowConstraints();
    row.setVgrow(Priority.ALWAYS);
    return row;
  }
}
