package dev.neuralworkbench.testing;

import java.util.Arrays;

/**
 * A fault of JavaFX's headless platform: its screen is kept in an array of a thousand lines, and a
 * popup that reaches below them, as a tooltip at the foot of a window may, ends in an
 * IndexOutOfBoundsException of the platform itself. Whether one shows while a test runs is a matter
 * of time; nothing of the program is wrong then.
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
                        && it.getMethodName().equals("blit"));
  }
}
