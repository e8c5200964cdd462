package dev.neuralworkbench.train;

import dev.neuralworkbench.problem.Ids;
import java.util.Optional;

/** Why a run ended. */
public enum StopReason {
  /** All epochs are done. */
  COMPLETED,
  /** The training loss fell below the threshold. */
  THRESHOLD_REACHED,
  /** Early stopping: the watched number got no better for too long. */
  NO_IMPROVEMENT,
  /** Stopped by hand. */
  STOPPED,
  /** The time limit was reached. */
  TIME,
  /** Loss or weights grew beyond all numbers; the last good weights are kept. */
  DIVERGED;

  /** Name in files: {@code no_improvement}. */
  public String id() {
    return Ids.of(this);
  }

  /** The reason of that name; empty if there is none. */
  public static Optional<StopReason> ofId(String id) {
    return Ids.find(StopReason.class, id);
  }
}
