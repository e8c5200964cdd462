package dev.neuralworkbench.ui.backprop.walk;

import dev.neuralworkbench.problem.Ids;

public enum RowSource {
  ROW,
  HAND,
  /** The mini-batch that training would take next. */
  BATCH;

  String id() {
    return Ids.of(this);
  }

  public String nameKey() {
    return "backprop.source." + id();
  }
}
