package dev.neuralworkbench.ui.chart.plane;

import javafx.scene.layout.Region;

/**
 * Controls that stand in the place of the names of a plane's axes, for choosing what they are.
 *
 * @param x of the horizontal axis
 * @param y of the vertical axis
 */
public record AxisNames(Region x, Region y) {

  /** Whether they stand there now; both do or none. */
  boolean areShown() {
    return x.isVisible();
  }

  /** The room that they need. */
  NameRoom room() {
    return new NameRoom(Math.ceil(x.prefWidth(-1)), Math.ceil(y.prefWidth(-1)));
  }

  /** Lays them out where a picture left room for them. */
  void place(PlanePicture picture) {
    y.autosize();
    y.relocate(0, 0);
    x.autosize();
    x.relocate(Math.rint(picture.xNameLeft()), Math.rint(picture.xNameBottom() - x.getHeight()));
  }
}
