package dev.neuralworkbench.app.start;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells a fault from one that is only the last one again: what breaks in each picture breaks sixty
 * times a second, and is told once. After a rest it is news again. Any thread.
 */
public final class FaultFilter {

  private static final long REST = Duration.ofSeconds(10).toNanos();

  /** More kinds at once are not told apart. */
  private static final int MOST = 100;

  private final Map<String, Long> last = new HashMap<>();

  /**
   * Whether a fault has not happened for a while.
   *
   * @param fault what was thrown; null where that is not known
   * @param nanos the time on a clock that only goes forward
   */
  public synchronized boolean isNew(@Nullable Throwable fault, long nanos) {
    last.values().removeIf(time -> nanos - time > REST);
    return last.size() < MOST ? last.put(kind(fault), nanos) == null : false;
  }

  /** Memory lacks now here, now there; all else breaks at its place. */
  private static String kind(@Nullable Throwable fault) {
    if (fault == null || isOfMemory(fault)) {
      return fault == null ? "" : OutOfMemoryError.class.getName();
    }
    var cause = root(fault);
    var stack = cause.getStackTrace();
    return cause.getClass().getName() + (stack.length == 0 ? "" : " " + stack[0]);
  }

  public static boolean isOfMemory(@Nullable Throwable fault) {
    return fault != null && root(fault) instanceof OutOfMemoryError;
  }

  private static Throwable root(Throwable fault) {
    var root = fault;
    while (root.getCause() != null && !root.getCause().equals(root)) {
      root = root.getCause();
    }
    return root;
  }
}
