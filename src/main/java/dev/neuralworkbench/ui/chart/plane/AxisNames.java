package dev.neuralworkbench.ui.chart.plane;

import javafx.scene.layout.Region;

/** Controls that stand in the place of the names of a plane's axes, for choosing what they are. */
public record AxisNames(Region x, Region y) {

  private static final double MOST = 0.55;

  /** Pixels by which they stand lower, in line with the numbers. */
  private static final double LOWER = 2;

  /** Pixels from left to right that are left free for both names. */
  record Room(double x, double y) {}

  boolean areShown() {
    return x.isVisible();
  }

  /** The room that they need in a chart of a width: long names are shortened. */
  Room room(double width) {
    return new Room(
        Math.ceil(Math.min(MOST * width, x.prefWidth(-1))),
        Math.ceil(Math.min(MOST * width, y.prefWidth(-1))));
  }

  void place(double xLeft, double xBottom, Room room) {
    y.resizeRelocate(0, 0, room.y, y.prefHeight(-1));
    x.resize(room.x, x.prefHeight(-1));
    x.relocate(Math.rint(xLeft), Math.rint(xBottom - x.getHeight()) + LOWER);
  }
}
