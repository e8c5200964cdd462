package dev.neuralworkbench.testing;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;

/**
 * The most that the JavaFX thread did from one picture to the next, in processor time, which other
 * programs take none of, while something moves. Made on the FX thread, watches until it is closed.
 */
public final class PulseCost implements AutoCloseable {

  private final BooleanSupplier moves;
  private long before;
  private volatile long most;
  private final AtomicInteger pictures = new AtomicInteger();

  private final AnimationTimer timer =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          if (!moves.getAsBoolean()) {
            before = 0;
            return;
          }
          var used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
          most = before == 0 ? most : Math.max(most, used - before);
          before = used;
          pictures.incrementAndGet();
        }
      };

  /**
   * Begins to watch.
   *
   * @param moves whether something moves now
   */
  public PulseCost(BooleanSupplier moves) {
    this.moves = moves;
    timer.start();
  }

  /** Milliseconds before the picture that took longest, on this machine. */
  public double mostMillis() {
    return 1e-6 * most;
  }

  /** How many pictures there were of it. */
  public int pictures() {
    return pictures.get();
  }

  @Override
  public void close() {
    FxThread.run(timer::stop);
  }
}
