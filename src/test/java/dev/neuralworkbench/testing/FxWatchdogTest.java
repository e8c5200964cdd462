package dev.neuralworkbench.testing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FxWatchdogTest {

  private final FxWatchdog watchdog = new FxWatchdog(FxWatchdogTest::isOurs);

  @Test
  void longComputationOfOursIsFound() {
    var worth = 400 * MachineSpeed.measure().processor();
    FxThread.run(() -> Ours.compute(worth));
    var error = assertThrows(AssertionError.class, watchdog::close);
    assertTrue(error.getMessage().contains("Ours.compute"), error.getMessage());
  }

  @Test
  void longWaitOfOursIsFound() {
    assertDoesNotThrow(watchdog::close);
    var strict = new FxWatchdog(FxWatchdogTest::isOurs, () -> MachineSpeed.REFERENCE);
    FxThread.run(() -> Ours.sleep(400));
    var error = assertThrows(AssertionError.class, strict::close);
    assertTrue(error.getMessage().contains("Ours.sleep"), error.getMessage());
  }

  @Test
  void freezeOfHalfAsMuchAgainIsFound() {
    assertDoesNotThrow(watchdog::close);
    var speed = MachineSpeed.measure();
    var measured = new FxWatchdog(FxWatchdogTest::isOurs, () -> speed);
    FxThread.run(() -> Ours.compute(150 * speed.processor()));
    assertThrows(AssertionError.class, measured::close);
  }

  @Test
  void freezeBesideBusyThreadsIsFound() {
    var worth = 300 * MachineSpeed.measure().processor();
    try (var _ = new BusyThreads()) {
      FxThread.run(() -> Ours.compute(worth));
      assertThrows(AssertionError.class, watchdog::close);
    }
  }

  @Test
  void shortTaskBesideBusyThreadsPasses() {
    var worth = 50 * MachineSpeed.measure().processor();
    try (var _ = new BusyThreads()) {
      FxThread.run(() -> Ours.compute(worth));
      assertDoesNotThrow(watchdog::close);
    }
  }

  @Test
  void sameTaskIsAFreezeOnTheReferenceMachineAndNotOnASlowOne() {
    assertDoesNotThrow(watchdog::close);
    try (var _ = new FxWatchdog(FxWatchdogTest::isOurs, () -> new MachineSpeed(50, 50))) {
      FxThread.run(() -> Ours.compute(200));
      FxThread.run(() -> Ours.sleep(200));
    }
    var strict = new FxWatchdog(FxWatchdogTest::isOurs, () -> MachineSpeed.REFERENCE);
    FxThread.run(() -> Ours.compute(200));
    assertThrows(AssertionError.class, strict::close);
  }

  @Test
  void manyShortTasksPass() {
    for (var i = 0; i < 40; i++) {
      FxThread.run(() -> Ours.compute(10));
    }
    assertDoesNotThrow(watchdog::close);
  }

  @Test
  void beatsTellWhatAClickWaitsForOfTheProcessorAlone() {
    assertDoesNotThrow(watchdog::close);
    try (var beats = new FxBeats()) {
      FxThread.run(() -> Ours.sleep(200));
      assertTrue(beats.longestMillis() < 150, beats.longestMillis() + " ms");
      FxThread.run(() -> Ours.compute(200));
      FxThread.run(() -> {});
      assertTrue(beats.longestMillis() > 150, beats.longestMillis() + " ms");
    }
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

  private static boolean isOurs(String name) {
    return name.equals(Ours.class.getName());
  }

  /** As many threads as would take the processors twice. */
  private static final class BusyThreads implements AutoCloseable {

    private volatile boolean closed;

    BusyThreads() {
      for (var i = 0; i < 2 * Runtime.getRuntime().availableProcessors(); i++) {
        Thread.ofPlatform().daemon().start(this::spin);
      }
    }

    private void spin() {
      while (!closed) {
        Thread.onSpinWait();
      }
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static final class Ours {

    /** Uses so many milliseconds of the processor, however long that takes. */
    static void compute(double millis) {
      var threads = ManagementFactory.getThreadMXBean();
      var end = threads.getCurrentThreadCpuTime() + (long) (millis * 1e6);
      while (threads.getCurrentThreadCpuTime() < end) {
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
