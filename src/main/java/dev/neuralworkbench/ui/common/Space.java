package dev.neuralworkbench.ui.common;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

public final class Space {

  private Space() {}

  /** Takes what is left over, so that what follows it stands at the end of the row. */
  public static Region between() {
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }
}
