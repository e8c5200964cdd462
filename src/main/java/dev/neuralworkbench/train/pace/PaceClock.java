package dev.neuralworkbench.train.pace;

/** Measures how long a pace still holds back the next batch. */
public final class PaceClock {

  private Pace pace = Pace.FULL;
  private boolean begun;
  private long batchStart;
  private long epochStart;

  /** Whether the pace holds back anything. */
  public boolean isFull() {
    return pace.nanos() == 0;
  }

  public void pace(Pace pace) {
    this.pace = pace;
    batchStart = System.nanoTime();
    epochStart = batchStart;
  }

  /**
   * Nanoseconds until the next batch may begin; not above 0 if it may now.
   *
   * @param firstOfEpoch whether it is the first batch of an epoch
   */
  public long nanosToWait(boolean firstOfEpoch) {
    if (isFull() || !begun) {
      return 0;
    }
    return switch (pace.unit()) {
      case EPOCH -> firstOfEpoch ? epochStart + pace.nanos() - System.nanoTime() : 0;
      case BATCH -> batchStart + pace.nanos() - System.nanoTime();
    };
  }

  /** Notes that a batch begins. */
  public void begin(boolean firstOfEpoch) {
    begun = true;
    batchStart = System.nanoTime();
    if (firstOfEpoch) {
      epochStart = batchStart;
    }
  }
}
