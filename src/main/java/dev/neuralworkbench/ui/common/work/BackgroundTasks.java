package dev.neuralworkbench.ui.common.work;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.collections.ObservableList;

/**
 * The one bridge between background work and the FX thread. Every piece of work ends: with a
 * result, with a failure, or cancelled; whatever it throws is logged once, here. Where only the
 * last of several questions counts, a {@link LatestTask} asks them. An interface, so that tests of
 * view-models run the work inline.
 */
public interface BackgroundTasks {

  /**
   * Starts a job on a thread of its own. Called on the FX thread, where both consumers are called
   * too; neither is called once the job was cancelled.
   *
   * @param succeeded told the result; what it throws is a failure of the job
   * @param failed told what went wrong, after it was logged; a checked exception carries a problem
   *     for the user, any other is a fault of the program
   */
  <T> Job submit(
      String nameKey,
      Work<T> work,
      Consumer<? super T> succeeded,
      Consumer<? super Exception> failed);

  /**
   * Starts a job that the status bar does not show, on a given lane: what is asked for many times a
   * second, or goes by itself. Otherwise as {@link #submit}; one that is cancelled before its turn
   * comes is left out.
   */
  <T> Job beside(
      Executor lane,
      String name,
      Work<T> work,
      Consumer<? super T> succeeded,
      Consumer<? super Exception> failed);

  /** Does what has no result beside the window, in its turn on a lane; nobody hears of its end. */
  default void beside(Executor lane, String name, Runnable action) {
    beside(
        lane,
        name,
        _ -> {
          action.run();
          return true;
        },
        _ -> {},
        _ -> {});
  }

  /** A thread of its own, which runs one work after another and is there while it has some. */
  Executor lane(String name);

  /**
   * Does a piece of another work's own on its thread, the calling one, and brings the result or the
   * failure to the FX thread, later; what it throws does not harm that work.
   */
  <T> void bring(
      String name, Work<T> work, Consumer<? super T> succeeded, Consumer<? super Exception> failed);

  /** Tells the user, in one sentence, of a fault of the program, whose details are in the log. */
  void complain();

  /** What is done on a failure: something that it leaves to be done, then a complaint. */
  default Consumer<Exception> complainAfter(Runnable first) {
    return _ -> {
      first.run();
      complain();
    };
  }

  /** Calls an action on the FX thread, later. Any thread. */
  void later(Runnable action);

  /** Jobs that are running, oldest first. */
  ObservableList<Job> running();
}
