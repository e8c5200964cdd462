package dev.neuralworkbench.testing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;

/** Lets windows draw. Called on the test's thread. */
final class Frames {

  private Frames() {}

  /** Waits for so many frames. */
  static void pass(int count) {
    var left = new CountDownLatch(count);
    var timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            left.countDown();
          }
        };
    FxThread.run(timer::start);
    try {
      if (!left.await(Patience.SECONDS + count, TimeUnit.SECONDS)) {
        throw new AssertionError("No frame was drawn");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      FxThread.run(timer::stop);
    }
  }
}
