package dev.neuralworkbench.ui.backprop.aid;

import dev.neuralworkbench.problem.Ids;

public enum Aid {
  /** The activation's curve with its tangent at z. */
  CURVE,
  /** The loss along one weight, with its slope and the step. */
  LOSS,
  SYMBOLS,
  WEIGHTS;

  public String id() {
    return Ids.of(this);
  }

  public String nameKey() {
    return "backprop.aid." + id();
  }
}
