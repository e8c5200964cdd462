package dev.neuralworkbench.cli.check;

import java.time.Duration;

/** How many times longer work takes now than with a processor of its own: 1 on an idle machine. */
public final class Slowness {

  private static final Duration PROBE = Duration.ofMillis(300);

  private Slowness() {}

  public static double now() {
    var start = System.nanoTime();
    var before = processor();
    while (processor().minus(before).compareTo(PROBE) < 0) {
      Thread.onSpinWait();
    }
    return Math.max(1, (double) (System.nanoTime() - start) / PROBE.toNanos());
  }

  /** What this process had of processors until now; where the system does not tell, all. */
  private static Duration processor() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .orElseGet(() -> Duration.ofNanos(System.nanoTime()));
  }
}
