package dev.neuralworkbench.testing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FxWatchdogTest {

  private final FxWatchdog watchdog = new FxWatchdog(name -> name.equals(Ours.class.getName()));

  @Test
  void longComputationOfOursIsFound() {
    FxThread.run(() -> Ours.compute(400));
    var error = assertThrows(AssertionError.class, watchdog::close);
    assertTrue(error.getMessage().contains("Ours.compute"), error.getMessage());
  }

  @Test
  void longWaitOfOursIsFound() {
    FxThread.run(() -> Ours.sleep(400));
    var error = assertThrows(AssertionError.class, watchdog::close);
    assertTrue(error.getMessage().contains("Ours.sleep"), error.getMessage());
  }

  @Test
  void manyShortTasksPass() {
    for (var i = 0; i < 40; i++) {
      FxThread.run(() -> Ours.compute(10));
    }
    assertDoesNotThrow(watchdog::close);
  }

  @Test
  void longTaskOfOthersPasses() {
    FxThread.run(() -> sleep(300));
    assertDoesNotThrow(watchdog::close);
  }

  private static void sleep(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static final class Ours {

    static void compute(int millis) {
      var end = System.nanoTime() + millis * 1_000_000L;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
    }

    static void sleep(int millis) {
      try {
        TimeUnit.MILLISECONDS.sleep(millis);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
