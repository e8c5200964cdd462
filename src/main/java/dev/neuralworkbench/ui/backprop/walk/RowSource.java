package dev.neuralworkbench.ui.backprop.walk;

import dev.neuralworkbench.problem.Ids;

/** Which rows are taken through the step. */
public enum RowSource {
  /** One row of the table. */
  ROW,
  /** One row that is entered by hand. */
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
