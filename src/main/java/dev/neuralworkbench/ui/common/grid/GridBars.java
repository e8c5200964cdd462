package dev.neuralworkbench.ui.common.grid;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;

final class GridBars {

  /** Share of a bar that its thumb keeps, so that it can be taken hold of. */
  private static final double LEAST_THUMB = 0.06;

  private final ScrollBar across = new ScrollBar();
  private final ScrollBar down = new ScrollBar();

  GridBars(Runnable moved) {
    across.setOrientation(Orientation.HORIZONTAL);
    down.setOrientation(Orientation.VERTICAL);
    for (var bar : List.of(across, down)) {
      bar.setManaged(false);
      bar.setFocusTraversable(false);
      bar.valueProperty().subscribe(moved);
    }
  }

  List<Node> nodes() {
    return List.of(across, down);
  }

  double x() {
    return Math.rint(across.getValue());
  }

  double y() {
    return down.getValue();
  }

  double thickness() {
    return down.prefWidth(-1);
  }

  void reset() {
    across.setValue(0);
    down.setValue(0);
  }

  void layOutAcross(double x, double y, double seen, double length, double unit) {
    across.resizeRelocate(x, y, seen, thickness());
    reach(across, length, seen, unit);
  }

  void layOutDown(double x, double y, double seen, double length, double unit) {
    down.resizeRelocate(x, y, thickness(), seen);
    reach(down, length, seen, unit);
  }

  void wheel(ScrollEvent event) {
    scroll(down, event.getDeltaY());
    scroll(across, event.getDeltaX());
    event.consume();
  }

  /** Scrolls so that a place, given from where the seen part begins, is seen. */
  void reveal(Bounds place, double width, double height, boolean downToo) {
    reveal(across, place.getMinX(), place.getMaxX(), width);
    if (downToo) {
      reveal(down, place.getMinY(), place.getMaxY(), height);
    }
  }

  private static void reach(ScrollBar bar, double length, double seen, double unit) {
    var most = Math.max(0, length - seen);
    bar.setVisible(most > 0);
    bar.setMax(most);
    bar.setVisibleAmount(length > 0 ? most * Math.max(LEAST_THUMB, seen / length) : 0);
    bar.setUnitIncrement(unit);
    bar.setBlockIncrement(Math.max(unit, seen - unit));
    if (bar.getValue() > most) {
      bar.setValue(most);
    }
  }

  private static void reveal(ScrollBar bar, double from, double to, double seen) {
    if (from < 0 || to - from > seen) {
      bar.setValue(bar.getValue() + from);
    } else if (to > seen) {
      bar.setValue(Math.min(bar.getMax(), bar.getValue() + to - seen));
    }
  }

  private static void scroll(ScrollBar bar, double delta) {
    bar.setValue(Math.clamp(bar.getValue() - delta, 0, bar.getMax()));
  }
}
