package dev.neuralworkbench.ui.common;

import java.util.Objects;
import java.util.stream.Stream;
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

  /** A node, and from the inside to the outside all that it stands in. */
  public static Stream<Node> around(Node node) {
    return Stream.iterate(node, Objects::nonNull, Node::getParent);
  }
}
