package dev.neuralworkbench.cli.check;

import java.time.Duration;

/** How many times longer work takes now than with a processor of its own: 1 on an idle machine. */
public final class Slowness {

  private static final Duration PROBE = Duration.ofMillis(300);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private Slowness() {}

  /** Measures it, by work of a third of a second. */
  public static double now() {
    var start = System.nanoTime();
    var before = processor();
    var took = Duration.ZERO;
    var worked = Duration.ZERO;
    while (worked.compareTo(PROBE) < 0 && took.compareTo(LONGEST) < 0) {
      worked = processor().minus(before);
      took = Duration.ofNanos(System.nanoTime() - start);
    }
    return Math.max(1, (double) took.toMillis() / Math.max(1, worked.toMillis()));
  }

  /** What this process had of processors until now; where the system does not tell, all. */
  private static Duration processor() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .orElseGet(() -> Duration.ofNanos(System.nanoTime()));
  }
}
