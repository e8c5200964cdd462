package dev.neuralworkbench.ui.common.work;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/** Background work as the window sees it. Properties change on the FX thread. */
public final class Job {

  public static final double UNKNOWN = -1;

  public final String nameKey;
  private final AtomicBoolean cancelled = new AtomicBoolean();

  /** Share done, 0 to 1; {@link #UNKNOWN} before that can be said. */
  public final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(UNKNOWN);

  /** Seconds left at the speed so far; NaN before that can be said. */
  public final ReadOnlyDoubleWrapper secondsLeft = new ReadOnlyDoubleWrapper(Double.NaN);

  private Runnable afterCancel = () -> {};
  private boolean stoppable = true;
  private final long started = System.nanoTime();

  public Job(String nameKey) {
    this.nameKey = nameKey;
  }

  /** Says what becomes of it when it is given up: called on the FX thread, once it has ended. */
  public Job whenCancelled(Runnable action) {
    afterCancel = action;
    return this;
  }

  /** Marks work that the window waits for: it is short, and giving it up would help nobody. */
  public Job unstoppable() {
    stoppable = false;
    return this;
  }

  public boolean isStoppable() {
    return stoppable;
  }

  public void cancel() {
    cancelled.set(true);
  }

  /** Whether it was asked to give up. Any thread. */
  public boolean cancelled() {
    return cancelled.get();
  }

  void gaveUp() {
    afterCancel.run();
  }

  void show(double share) {
    progress.set(share);
    var seconds = (System.nanoTime() - started) / 1e9;
    secondsLeft.set(share > 0 ? seconds * (1 - share) / share : Double.NaN);
  }
}
