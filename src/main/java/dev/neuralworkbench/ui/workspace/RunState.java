package dev.neuralworkbench.ui.workspace;

public enum RunState {
  IDLE,
  PREPARING,
  RUNNING,
  PAUSED,
  FINISHED;

  public boolean isActive() {
    return switch (this) {
      case PREPARING, RUNNING, PAUSED -> true;
      case IDLE, FINISHED -> false;
    };
  }
}
