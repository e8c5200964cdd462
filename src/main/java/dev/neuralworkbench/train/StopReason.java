package dev.neuralworkbench.train;

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
  DIVERGED
}
