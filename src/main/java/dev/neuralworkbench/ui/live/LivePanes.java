package dev.neuralworkbench.ui.live;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;

/**
 * The panes of the live screen: the network and the picture side by side, below them the curves.
 * Where there can be no picture, the curves stand beside the network, one above the other.
 */
final class LivePanes extends GridPane {

  private static final double PICTURES = 56;

  private final Region network;
  private final Region picture;
  private final List<? extends Region> charts;

  LivePanes(Region network, Region picture, List<? extends Region> charts) {
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
    show(false);
  }

  /** Lays the panes out, with or without the picture. */
  void show(boolean pictured) {
    getChildren().clear();
    getRowConstraints().setAll(row(pictured ? PICTURES : 50), row(pictured ? 100 - PICTURES : 50));
    add(network, 0, 0, 1, pictured ? 1 : 2);
    if (pictured) {
      add(picture, 1, 0);
    }
    for (var i = 0; i < charts.size(); i++) {
      Node chart = charts.get(i);
      if (pictured) {
        add(chart, i, 1);
      } else {
        add(chart, 1, i);
      }
    }
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
}
