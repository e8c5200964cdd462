package dev.neuralworkbench.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/**
 * Sends one beat after another through the queue of the JavaFX thread, and tells how much of the
 * processor the thread used at most while one waited: for that long it did something else, be it
 * the program or the toolkit, and a click would have waited too. Other programs on the machine take
 * none of that time; what the program's own code waits for is the {@link FxWatchdog}'s.
 */
public final class FxBeats implements AutoCloseable {

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Thread fx = FxThread.call(Thread::currentThread);
  private final Thread sender = Thread.ofPlatform().daemon().name("beats").start(this::send);
  private volatile boolean closed;
  private volatile long longest;

  private void send() {
    try {
      while (!closed) {
        var arrived = new CountDownLatch(1);
        var start = threads.getThreadCpuTime(fx.threadId());
        Platform.runLater(
            () -> {
              longest = Math.max(longest, threads.getCurrentThreadCpuTime() - start);
              arrived.countDown();
            });
        arrived.await();
        Thread.sleep(1);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** The longest wait of a beat that has arrived, in ms of the processor. */
  public double longestMillis() {
    return 1e-6 * longest;
  }

  @Override
  public void close() {
    closed = true;
    try {
      sender.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
