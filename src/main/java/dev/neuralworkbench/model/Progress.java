package dev.neuralworkbench.model;

import java.util.concurrent.CancellationException;

/** Follows work that takes a while, on the thread that does it. */
public interface Progress {

  /** Follows nothing and never cancels. */
  Progress NONE =
      new Progress() {
        @Override
        public void done(long amount, long ofTotal) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /** Told how much is done, as often as is convenient. */
  void done(long amount, long ofTotal);

  /** Asked as often; true ends the work with a {@code CancellationException}. */
  boolean cancelled();

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
}
