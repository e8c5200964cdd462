package dev.neuralworkbench.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * How much more work there is for twice as much of something, in processor time of the thread that
 * does it. Time that other programs take does not count, and the least of several tries is free of
 * what garbage collection and compiling add; what still grows too fast is measured again before it
 * is believed.
 */
public final class Growth {

  /** Twice as many take twice the time, and a little more where they are sorted or hashed. */
  private static final double MOST_TIMES = 3;

  /** Below it, times say nothing. */
  private static final long FEWEST_NANOS = 4_000_000;

  private static final int TRIES = 2;
  private static final int MEASURED_AGAIN = 6;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Growth() {}

  /** Work that may fail. */
  @FunctionalInterface
  public interface Work {

    /** Does it once. */
    void run() throws Exception;
  }

  /** Prepares work for a number of things. */
  @FunctionalInterface
  public interface Preparing {

    /** Work that can be done several times. */
    Work of(int count) throws Exception;
  }

  /**
   * Doubles the number of something, and fails where the work more than triples.
   *
   * @param what names the work in the failure
   * @param most the last number, or half of it
   */
  public static void nearlyLinear(String what, int fewest, int most, Preparing work)
      throws Exception {
    var before = Long.MAX_VALUE;
    Work smaller = () -> {};
    for (var count = fewest; count <= most; count *= 2) {
      var larger = work.of(count);
      // The largest takes most of the time; where it grows, it is measured again.
      var now = count > most / 2 ? nanos(larger) : least(larger, Long.MAX_VALUE);
      for (var again = 0; grows(before, now) && again < MEASURED_AGAIN; again++) {
        // The smaller one too: it may have been lucky.
        now = least(larger, now);
        before = again % 2 == 0 ? before : least(smaller, Long.MAX_VALUE);
      }
      if (grows(before, now)) {
        throw new AssertionError(
            "%s: %.1f ms for %,d, %.1f ms for %,d"
                .formatted(what, before / 1e6, count / 2, now / 1e6, count));
      }
      before = now;
      smaller = larger;
    }
  }

  private static boolean grows(long before, long now) {
    return now > FEWEST_NANOS && now > MOST_TIMES * Math.max(before, FEWEST_NANOS / 2);
  }

  private static long least(Work work, long known) {
    var least = known;
    for (var i = 0; i < TRIES; i++) {
      least = Math.min(least, nanos(work));
    }
    return least;
  }

  /** Processor time of this thread for some work. */
  public static long nanos(Work work) {
    var start = THREADS.getCurrentThreadCpuTime();
    try {
      work.run();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
    return THREADS.getCurrentThreadCpuTime() - start;
  }
}
