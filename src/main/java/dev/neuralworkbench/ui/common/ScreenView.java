package dev.neuralworkbench.ui.common;

import java.util.List;
import javafx.scene.Node;

public interface ScreenView {

  /** The same node at each call: a screen that is a node is its own view. */
  default Node view() {
    return (Node) this;
  }

  /** What goes on, said at all times in the line above the screen. */
  default List<Node> goingOn() {
    return List.of();
  }

  /** What the screen may have to say in that line, the most urgent first, while it is visible. */
  default List<Node> notices() {
    return List.of();
  }

  /** Told when the screen comes to be seen: timers start. */
  void shown();

  /** Told when the screen is shown to a class and when no longer: what is not the lesson goes. */
  default void present(boolean now) {}

  /** Told when the screen is no longer seen, by another tab or a minimized window: timers stop. */
  void hidden();
}
