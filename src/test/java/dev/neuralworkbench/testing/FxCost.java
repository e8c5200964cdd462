package dev.neuralworkbench.testing;

import java.lang.management.ManagementFactory;

/**
 * What something costs on the JavaFX thread, as the reference machine would take for it: of the
 * processor, which other programs take none of, and by the speed that this machine has right then.
 */
public final class FxCost {

  private static final int RUNS = 15;

  private FxCost() {}

  /** Milliseconds of the processor: the least of some runs. Not on the FX thread. */
  public static double millis(Runnable action) {
    var least = Double.POSITIVE_INFINITY;
    for (var i = 0; i < RUNS; i++) {
      least = Math.min(least, FxThread.<Double>call(() -> nanos(action)));
      Frames.pass(1);
    }
    return 1e-6 * least / MachineSpeed.measure().processor();
  }

  private static double nanos(Runnable action) {
    var threads = ManagementFactory.getThreadMXBean();
    var start = threads.getCurrentThreadCpuTime();
    action.run();
    return threads.getCurrentThreadCpuTime() - start;
  }
}
