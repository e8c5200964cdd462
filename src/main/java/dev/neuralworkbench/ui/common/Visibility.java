package dev.neuralworkbench.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** What shows now and then; while it does not, it takes no room. */
public final class Visibility {

  private Visibility() {}

  public static void when(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  public static void when(Node node, ObservableValue<Boolean> shown) {
    // First, so that the parent knows of it before someone who sees the node vanish takes it out.
    node.managedProperty().bind(shown);
    node.visibleProperty().bind(shown);
  }
}
