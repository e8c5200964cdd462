package dev.neuralworkbench.testing;

import dev.neuralworkbench.app.TextLayouts;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;

/** Starts JavaFX once for all tests, and runs things on its thread. */
public final class FxThread {

  static {
    var started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    Platform.setImplicitExit(false);
    try {
      if (!started.await(Patience.SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("JavaFX did not start");
      }
      Platform.runLater(HeadlessScreen::forgive);
      Platform.runLater(OpenedWindows::follow);
      Platform.runLater(TextLayouts::keepApart);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private FxThread() {}

  /** Runs the action on the JavaFX thread, waits, and returns its result or throws its error. */
  public static <T> T call(Callable<T> action) {
    var task = new FutureTask<>(action);
    Platform.runLater(task);
    try {
      return task.get(Patience.SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new AssertionError("On the JavaFX thread: " + e.getCause(), e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs the action on the JavaFX thread and waits until it is done. */
  public static void run(Runnable action) {
    call(
        () -> {
          action.run();
          return Boolean.TRUE;
        });
  }
}
