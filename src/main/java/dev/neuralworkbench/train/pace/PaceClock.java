package dev.neuralworkbench.train.pace;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long a pace still holds back the next batch. What begins late by less than a glance
 * moves nothing that comes after it, so that waits which last too long do not add up. Later than
 * that, a run which is spread over a time has the rest of it for its other epochs, evenly: it
 * neither lasts longer nor hurries all at once.
 */
public final class PaceClock {

  /** Three pictures: an eye takes it for even, and every system wakes a thread sooner. */
  private static final long GLANCE = 50_000_000;

  private final LongSupplier nanoTime;
  private Pace pace = Pace.FULL;
  private long spacing;
  private boolean begun; // since the pace was set, or the run was held
  private long due;

  public PaceClock(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** What the pace holds back; null for nothing, as after the time over which a run is spread. */
  public Pace.@Nullable Unit holdsBack() {
    return spacing == 0 ? null : pace.unit();
  }

  /** The next batch may begin at once. One that is set again changes nothing. */
  public void pace(Pace pace) {
    if (!pace.equals(this.pace)) {
      this.pace = pace;
      spacing = pace.nanos();
      begun = false;
    }
  }

  /** Notes that the run is held: that time does not count. */
  public void hold() {
    begun = false;
  }

  /**
   * Nanoseconds until the next batch may begin; not above 0 if it may now.
   *
   * @param firstOfEpoch whether it is the first batch of an epoch
   */
  public long nanosToWait(boolean firstOfEpoch) {
    return begun && counts(firstOfEpoch) ? due - nanoTime.getAsLong() : 0;
  }

  /**
   * Notes that a batch begins.
   *
   * @param epoch its epoch, counted from 0
   */
  public void begin(int epoch, boolean firstOfEpoch) {
    if (!counts(firstOfEpoch) && begun) {
      return;
    }
    var now = nanoTime.getAsLong();
    var late = begun ? now - due : 0;
    if (late > GLANCE && pace.epochs() > 0) {
      spacing = Math.max(0, spacing - late / Math.max(1, pace.epochs() - epoch));
    }
    due = (late > GLANCE || !begun ? now : due) + spacing;
    begun = true;
  }

  private boolean counts(boolean firstOfEpoch) {
    return spacing > 0 && (firstOfEpoch || pace.unit() == Pace.Unit.BATCH);
  }
}
