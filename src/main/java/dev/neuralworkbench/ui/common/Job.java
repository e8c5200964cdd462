package dev.neuralworkbench.ui.common;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;

/** Background work as the window sees it. Properties change on the FX thread. */
public final class Job {

  /** Progress of work whose length is not known. */
  public static final double UNKNOWN = -1;

  private final String nameKey;
  private final AtomicBoolean cancelled = new AtomicBoolean();
  private final ReadOnlyDoubleWrapper progress =
      new ReadOnlyDoubleWrapper(this, "progress", UNKNOWN);
  private final ReadOnlyDoubleWrapper secondsLeft =
      new ReadOnlyDoubleWrapper(this, "secondsLeft", Double.NaN);
  private final long started = System.nanoTime();

  /** A job that has just started; made by whoever runs it. */
  public Job(String nameKey) {
    this.nameKey = nameKey;
  }

  /** Key of what it is called. */
  public String nameKey() {
    return nameKey;
  }

  /** Share done, 0 to 1; {@link #UNKNOWN} before that can be said. */
  public ReadOnlyDoubleProperty progress() {
    return progress.getReadOnlyProperty();
  }

  /** Seconds left at the speed so far; NaN before that can be said. */
  public ReadOnlyDoubleProperty secondsLeft() {
    return secondsLeft.getReadOnlyProperty();
  }

  /** Asks the work to give up; its result will be dropped. */
  public void cancel() {
    cancelled.set(true);
  }

  /** Whether it was asked to give up. Any thread. */
  public boolean cancelled() {
    return cancelled.get();
  }

  void show(double share) {
    progress.set(share);
    var seconds = (System.nanoTime() - started) / 1e9;
    secondsLeft.set(share > 0 ? seconds * (1 - share) / share : Double.NaN);
  }
}
