package dev.neuralworkbench.testing;

import java.util.Arrays;
import java.util.Set;

/**
 * A fault of JavaFX's headless platform: its screen is kept in an array of a thousand lines, and a
 * popup that reaches below them, as a tooltip at the foot of a window may, or a taller window that
 * gets another size, ends in an IndexOutOfBoundsException of the platform itself. Nothing of the
 * program is wrong then.
 */
final class HeadlessScreen {

  private HeadlessScreen() {}

  /** Tells of whatever is thrown on the JavaFX thread but of that. Called on that thread. */
  static void forgive() {
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (thread, thrown) -> {
              if (!isBelowTheScreen(thrown)) {
                thread.getThreadGroup().uncaughtException(thread, thrown);
              }
            });
  }

  static boolean isBelowTheScreen(Throwable thrown) {
    return thrown instanceof IndexOutOfBoundsException
        && Arrays.stream(thrown.getStackTrace())
            .anyMatch(
                it ->
                    it.getClassName().equals("com.sun.glass.ui.headless.HeadlessWindow")
                        && Set.of("blit", "clearRect").contains(it.getMethodName()));
  }
}
