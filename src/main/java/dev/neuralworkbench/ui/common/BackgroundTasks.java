package dev.neuralworkbench.ui.common;

import java.util.function.Consumer;
import javafx.collections.ObservableList;

/**
 * The one bridge between background work and the FX thread. An interface, so that tests of
 * view-models run the work inline.
 */
public interface BackgroundTasks {

  /**
   * Starts work on a thread of its own. Called on the FX thread, where both consumers are called
   * too; neither is called once the job was cancelled.
   *
   * @param nameKey key of what the status bar calls it
   * @param failed told what went wrong, after it was logged; a checked exception carries a problem
   *     for the user, any other is a fault of the program
   */
  <T> Job submit(
      String nameKey,
      Work<T> work,
      Consumer<? super T> succeeded,
      Consumer<? super Exception> failed);

  /** Calls an action on the FX thread, later. Any thread. */
  void later(Runnable action);

  /** Jobs that are running, oldest first. */
  ObservableList<Job> running();
}
