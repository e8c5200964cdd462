package dev.neuralworkbench.testing;

import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/**
 * Sends one beat after another through the queue of the JavaFX thread, and tells how long one had
 * to wait at most: for that long the thread did something else, be it the program or the toolkit,
 * and a click would have waited too. By the clock, so what else the machine does is in it.
 */
public final class FxBeats implements AutoCloseable {

  private final Thread sender = Thread.ofPlatform().daemon().name("beats").start(this::send);
  private volatile boolean closed;
  private volatile long longest;

  private void send() {
    try {
      while (!closed) {
        var arrived = new CountDownLatch(1);
        var start = System.nanoTime();
        Platform.runLater(arrived::countDown);
        arrived.await();
        longest = Math.max(longest, System.nanoTime() - start);
        Thread.sleep(1);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** The longest wait of a beat that has arrived, in ms. */
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
