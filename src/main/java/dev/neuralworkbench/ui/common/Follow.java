package dev.neuralworkbench.ui.common;

import java.util.List;
import javafx.beans.value.ObservableValue;

/** Keeps what is shown or known up to date with the values that it is made from. */
public final class Follow {

  private Follow() {}

  /** Runs an action now, and again whenever one of the values changes. */
  public static void all(Runnable action, ObservableValue<?>... values) {
    action.run();
    List.of(values).forEach(value -> value.subscribe(action));
  }
}
