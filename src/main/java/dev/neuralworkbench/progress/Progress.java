package dev.neuralworkbench.progress;

import java.util.concurrent.CancellationException;

/** Follows work that takes a while, on the thread that does it. */
@FunctionalInterface
public interface Progress {

  /** Follows nothing and never cancels. */
  Progress NONE = () -> false;

  /**
   * Whether the work is not wanted any more; cheap, and asked as often as is convenient. The work
   * then ends soon, with a {@code CancellationException} or any result.
   */
  boolean cancelled();

  /** Told how much is done, as often; work that starts again counts from the start again. */
  default void done(long amount, long ofTotal) {}

  /**
   * Tells how much is done, unless the work is to end.
   *
   * @throws CancellationException if it is
   */
  default void goOn(long amount, long ofTotal) {
    if (cancelled()) {
      throw new CancellationException();
    }
    done(amount, ofTotal);
  }

  /**
   * Follows a part of this work.
   *
   * @param before how much of this work is done before the part
   * @param ofTotal how much there is in all
   */
  default Progress within(long before, long ofTotal) {
    return new Progress() {
      @Override
      public boolean cancelled() {
        return Progress.this.cancelled();
      }

      @Override
      public void done(long amount, long ofPart) {
        Progress.this.done(before + amount, ofTotal);
      }
    };
  }
}
