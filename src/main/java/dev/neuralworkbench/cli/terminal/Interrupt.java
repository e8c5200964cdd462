package dev.neuralworkbench.cli.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl+C into an orderly end: the work is asked to stop, and the program waits until what it
 * has come to is saved. Closed when that is done.
 */
public final class Interrupt implements AutoCloseable {

  private static final int SECONDS = 30;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  public Interrupt(Runnable stop) {
    hook = Thread.ofPlatform().unstarted(() -> end(stop));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void end(Runnable stop) {
    stop.run();
    try {
      var _ = done.await(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The program is ending: the hook waits for this very call.
    }
  }
}
