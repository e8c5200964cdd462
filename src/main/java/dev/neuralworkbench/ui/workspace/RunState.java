package dev.neuralworkbench.ui.workspace;

public enum RunState {
  /** No run since the document was opened or reset. */
  IDLE,
  PREPARING,
  RUNNING,
  /** Held between two batches. */
  PAUSED,
  /** The run has ended; its model is the document's. */
  FINISHED;

  public boolean isActive() {
    return switch (this) {
      case PREPARING, RUNNING, PAUSED -> true;
      case IDLE, FINISHED -> false;
    };
  }
}
