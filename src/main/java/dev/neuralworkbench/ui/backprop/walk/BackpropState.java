package dev.neuralworkbench.ui.backprop.walk;

import dev.neuralworkbench.problem.Ids;

public enum BackpropState {
  /** The rows are not at hand. */
  NO_DATA,
  /** The choices cannot be trained. */
  PROBLEM,
  WORKING,
  TOO_LARGE,
  NO_TARGET,
  UNREADABLE,
  FAILED,
  READY;

  public String key() {
    return "backprop.state." + Ids.of(this);
  }
}
