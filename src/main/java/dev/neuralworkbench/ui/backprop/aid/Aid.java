package dev.neuralworkbench.ui.backprop.aid;

import dev.neuralworkbench.problem.Ids;

/** What may stand below the drawing, to explain the present step. */
public enum Aid {
  /** The activation's curve with its tangent at z. */
  CURVE,
  /** The loss along one weight, with its slope and the step. */
  LOSS,
  /** What the symbols of the step mean. */
  SYMBOLS,
  /** All weights into a layer. */
  WEIGHTS;

  /** Short name: {@code curve}. */
  public String id() {
    return Ids.of(this);
  }

  public String nameKey() {
    return "backprop.aid." + id();
  }
}
