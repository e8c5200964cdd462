package dev.neuralworkbench.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.application.Platform;

/**
 * Watches that the JavaFX thread stays free: it sends a beat through the thread's queue, and while
 * the beat is on its way it samples the thread's stack. A stretch of samples in code of ours that
 * lasts over 100 ms on the reference machine is a freeze. A stretch in which the thread was ready
 * but got no processor time is the machine's fault and is forgiven; waiting on a lock or a file is
 * ours. How slow this machine is gets measured only once a stretch looks like a freeze, and right
 * then, beside whatever else it does.
 */
public final class FxWatchdog implements AutoCloseable {

  private static final long LIMIT_NANOS = 100_000_000;
  private static final long PERIOD_NANOS = 8_000_000;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Thread fx = FxThread.call(Thread::currentThread);
  private final List<String> freezes = new ArrayList<>();
  private final Predicate<String> ours;
  private final Supplier<MachineSpeed> speed;
  private final Thread watcher;
  private volatile boolean closed;

  /** Starts to watch the program's own code. */
  public FxWatchdog() {
    this(FxWatchdog::isProgram);
  }

  /** Starts to watch the classes with such names. */
  FxWatchdog(Predicate<String> ours) {
    this(ours, MachineSpeed::measure);
  }

  /** Starts to watch on a machine of such a speed. */
  FxWatchdog(Predicate<String> ours, Supplier<MachineSpeed> speed) {
    this.ours = ours;
    this.speed = speed;
    watcher = Thread.ofPlatform().daemon().name("watchdog").start(this::watch);
  }

  /** Stops to watch. Throws an AssertionError that shows where the thread was held. */
  @Override
  public void close() {
    closed = true;
    try {
      watcher.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    if (!freezes.isEmpty()) {
      throw new AssertionError(
          "The JavaFX thread was held over 100 ms of the reference machine:\n"
              + String.join("\n\n", freezes));
    }
  }

  private void watch() {
    while (!closed) {
      var arrived = new AtomicBoolean();
      Platform.runLater(() -> arrived.set(true));
      var stretch = new Stretch();
      while (!arrived.get()) {
        stretch.sample();
        pause();
      }
      stretch.end();
    }
  }

  private static void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(PERIOD_NANOS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Samples in a row that lie in code of ours. */
  private final class Stretch {

    private long start;
    private long startCpu;
    private long last;
    private int waiting;
    private int samples;
    private StackTraceElement[] shown = {};
    private final Map<String, Integer> places = new HashMap<>();

    void sample() {
      var state = fx.getState();
      var stack = fx.getStackTrace();
      var now = System.nanoTime();
      if (!isOurs(stack)) {
        end();
        return;
      }
      if (samples == 0) {
        start = now;
        startCpu = threads.getThreadCpuTime(fx.threadId());
      } else if (now - last > 10 * PERIOD_NANOS) {
        // The watcher itself was not scheduled: this time proves nothing.
        start += now - last - PERIOD_NANOS;
      }
      samples++;
      Arrays.stream(stack)
          .filter(it -> ours.test(it.getClassName()))
          .findFirst()
          .ifPresent(it -> places.merge(it.toString(), 1, Integer::sum));
      waiting += state != Thread.State.RUNNABLE && waitsInOurs(stack) ? 1 : 0;
      last = now;
      shown = stack;
    }

    void end() {
      var held = last - start;
      if (samples > 1 && held > LIMIT_NANOS) {
        var busy = threads.getThreadCpuTime(fx.threadId()) - startCpu;
        var waited = waiting > samples / 2;
        if (busy > LIMIT_NANOS || waited) {
          var now = speed.get();
          if (busy <= LIMIT_NANOS * now.processor()
              && !(waited && held > LIMIT_NANOS * now.clock())) {
            reset();
            return;
          }
          freezes.add(
              held / 1_000_000
                  + " ms, processor "
                  + busy / 1_000_000
                  + " ms, on a machine that takes %.2f times as long, %.2f by the clock"
                      .formatted(now.processor(), now.clock())
                  + "; samples by place: "
                  + places
                  + "\n"
                  + text(shown));
        }
      }
      reset();
    }

    private void reset() {
      places.clear();
      samples = 0;
      waiting = 0;
      start = 0;
      last = 0;
    }
  }

  private boolean isOurs(StackTraceElement[] stack) {
    return Arrays.stream(stack).map(StackTraceElement::getClassName).anyMatch(ours);
  }

  /** Whether ours is what waits, and not the toolkit on its own render thread. */
  private boolean waitsInOurs(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .map(StackTraceElement::getClassName)
        .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
        .findFirst()
        .filter(ours)
        .isPresent();
  }

  private static boolean isProgram(String className) {
    return className.startsWith("dev.neuralworkbench.")
        && !className.startsWith("dev.neuralworkbench.testing.")
        && !className.startsWith("dev.neuralworkbench.walk.")
        && !className.contains("Test");
  }

  private static String text(StackTraceElement[] stack) {
    return Arrays.stream(stack).limit(40).map(it -> "  " + it).collect(Collectors.joining("\n"));
  }
}
