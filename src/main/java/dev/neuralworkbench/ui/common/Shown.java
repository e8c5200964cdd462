package dev.neuralworkbench.ui.common;

import javafx.scene.Node;

/** What shows now and then; while it does not, it takes no room. */
public final class Shown {

  private Shown() {}

  /** Shows a part of a pane or takes it away. */
  public static void when(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }
}
