package dev.neuralworkbench.train.pace;

import java.time.Duration;

/**
 * How slow a run is made, so that one can watch: between the starts of two epochs, or of two
 * batches, passes at least so much time. A pace never changes the bits.
 *
 * @param unit what takes so long
 * @param nanos least time in nanoseconds; 0 for full speed
 */
public record Pace(Unit unit, long nanos) {

  public enum Unit {
    /** A pass over the training rows. */
    EPOCH,
    /** A step. */
    BATCH
  }

  public static final Pace FULL = new Pace(Unit.EPOCH, 0);

  /** An epoch takes at least so long. */
  public static Pace epoch(Duration least) {
    return new Pace(Unit.EPOCH, least.toNanos());
  }

  /** A batch takes at least so long. */
  public static Pace batch(Duration least) {
    return new Pace(Unit.BATCH, least.toNanos());
  }
}
