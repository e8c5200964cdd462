package dev.neuralworkbench.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** What shows now and then; while it does not, it takes no room. */
public final class Shown {

  private Shown() {}

  /** Shows a part of a pane or takes it away. */
  public static void when(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  /** Shows a part of a pane while a value is true. */
  public static void when(Node node, ObservableValue<Boolean> shown) {
    node.visibleProperty().bind(shown);
    node.managedProperty().bind(shown);
  }
}
