package dev.neuralworkbench.ui.data.statistics;

import java.util.ArrayList;
import java.util.Collections;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;

/**
 * How the values of a column are spread, as small bars: intervals of numbers beside each other, the
 * most frequent names apart. One shape a cell, since hundreds are seen at once.
 */
final class ProfileCell extends TableCell<ColumnLine, ColumnLine> {

  /** Share of a bar's room that stays free between names. */
  private static final double GAP = 0.3;

  private static final int BROADEST = 14;

  private final Polygon bars = new Polygon();
  private final Pane pane = new Pane(bars);

  ProfileCell() {
    getStyleClass().add("profile-cell");
    bars.getStyleClass().add("small-bars");
    bars.setManaged(false);
    pane.setMinSize(0, 0);
    pane.widthProperty().subscribe(_ -> draw());
    pane.heightProperty().subscribe(_ -> draw());
  }

  @Override
  protected void updateItem(ColumnLine line, boolean isEmpty) {
    super.updateItem(line, isEmpty);
    setGraphic(isEmpty ? null : pane);
    draw();
  }

  private void draw() {
    var line = getItem();
    var counts = line == null ? Collections.<Integer>emptyList() : line.bars();
    if (line == null || counts.isEmpty() || pane.getHeight() <= 0) {
      bars.getPoints().clear();
      return;
    }
    var most = Collections.max(counts);
    var base = Math.rint(pane.getHeight());
    var room = Math.min(BROADEST, pane.getWidth() / counts.size());
    var points = new ArrayList<Double>(8 * counts.size());
    for (var i = 0; i < counts.size(); i++) {
      var from = i * room;
      var to = from + room * (line.isNames() ? 1 - GAP : 1);
      // What occurs at all is seen.
      var high = counts.get(i) == 0 ? 0 : Math.max(1, (base - 1) * counts.get(i) / most);
      Collections.addAll(points, from, base, from, base - high, to, base - high, to, base);
    }
    bars.getPoints().setAll(points);
  }
}
