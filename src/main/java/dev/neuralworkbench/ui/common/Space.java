package dev.neuralworkbench.ui.common;

import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

public final class Space {

  private Space() {}

  /** Takes what is left over, so that what follows it stands at the end of the row. */
  public static Region between() {
    return wide(new Region());
  }

  /** Gives a part the width that is left over in its row. */
  public static <N extends Node> N wide(N part) {
    HBox.setHgrow(part, Priority.ALWAYS);
    return part;
  }

  /** Gives a part the height that is left over in its column. */
  public static <N extends Node> N tall(N part) {
    VBox.setVgrow(part, Priority.ALWAYS);
    return part;
  }
}
