package dev.neuralworkbench.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

public final class OnAnyChange {

  private OnAnyChange() {}

  public static void whenLeft(Node control, Runnable action) {
    control
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                action.run();
              }
            });
  }

  /** Runs an action now, and again whenever one of the values is another. */
  public static void all(Runnable action, ObservableValue<?>... values) {
    action.run();
    for (var value : values) {
      // A listener to invalidation would hear nothing more of a value that the action does not
      // read.
      value.addListener((_, _, _) -> action.run());
    }
  }
}
