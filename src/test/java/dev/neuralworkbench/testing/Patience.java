package dev.neuralworkbench.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * How long a test waits for what must happen. Longer than a machine with twenty busy processes on
 * two processors needs, as a wait costs nothing where what is waited for comes: only what never
 * comes is found late. No test has a patience of its own.
 */
public final class Patience {

  public static final int SECONDS = 180;
  public static final Duration LONG = Duration.ofSeconds(SECONDS);

  private static final int PERIOD_MILLIS = 5;

  private Patience() {}

  /** Waits until a condition holds, asked every few milliseconds. */
  public static void until(String what, Callable<Boolean> condition) {
    var end = System.nanoTime() + LONG.toNanos();
    try {
      while (!condition.call()) {
        if (System.nanoTime() > end) {
          throw new AssertionError("Waited in vain: " + what);
        }
        TimeUnit.MILLISECONDS.sleep(PERIOD_MILLIS);
      }
    } catch (Exception e) {
      throw new AssertionError("Waited for: " + what, e);
    }
  }
}
