package dev.neuralworkbench.train.pace;

import java.time.Duration;

/**
 * How slow a run is made, so that one can watch: between the starts of two epochs, or of two
 * batches, passes at least so much time, but for what makes up for a wait that lasted too long. A
 * pace never changes the bits.
 *
 * @param unit what takes so long
 * @param nanos least time in nanoseconds; 0 for full speed
 * @param epochs epochs of the whole run, over the rest of which lost time is made up for; 0 where
 *     it is not
 */
public record Pace(Unit unit, long nanos, int epochs) {

  public enum Unit {
    /** A pass over the training rows. */
    EPOCH,
    /** A step. */
    BATCH
  }

  public static final Pace FULL = new Pace(Unit.EPOCH, 0, 0);

  /** Shorter epochs are not held back: a thread cannot be woken so soon. */
  private static final long SHORTEST = 20_000;

  /** An epoch takes at least so long. */
  public static Pace epoch(Duration least) {
    return new Pace(Unit.EPOCH, least.toNanos(), 0);
  }

  /** A batch takes at least so long. */
  public static Pace batch(Duration least) {
    return new Pace(Unit.BATCH, least.toNanos(), 0);
  }

  /**
   * The last epochs of a run are spread over a time, at an even pace; where they take longer
   * anyway, at full speed.
   *
   * @param last how many, 1 or more
   * @param epochs epochs of the whole run, those that it goes on from included
   */
  public static Pace spread(Duration whole, int last, int epochs) {
    var nanos = whole.toNanos() / last;
    return nanos < SHORTEST ? FULL : new Pace(Unit.EPOCH, nanos, epochs);
  }
}
