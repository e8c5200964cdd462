package dev.neuralworkbench.ui.common;

import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/** The dividers of a {@link SplitPane}: what the user has moved stays where it is. */
public final class Dividers {

  private Dividers() {}

  /** Whether an event has its target in a divider. */
  public static boolean isDragged(MouseEvent event) {
    return event.getTarget() instanceof Node target
        && Stream.iterate(target, it -> it != null && !(it instanceof SplitPane), Node::getParent)
            .anyMatch(it -> it.getStyleClass().contains("split-pane-divider"));
  }
}
