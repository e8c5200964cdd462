package dev.neuralworkbench.ui.backprop.walk;

import dev.neuralworkbench.problem.Ids;

/** What the screen can show. */
public enum BackpropState {
  /** The rows are not at hand. */
  NO_DATA,
  /** The choices cannot be trained. */
  PROBLEM,
  /** The step is being worked out. */
  WORKING,
  /** The network has too many weights. */
  TOO_LARGE,
  /** The row has no target. */
  NO_TARGET,
  /** What is entered cannot be read. */
  UNREADABLE,
  /** Something went wrong. */
  FAILED,
  /** Steps can be followed. */
  READY;

  public String key() {
    return "backprop.state." + Ids.of(this);
  }
}
