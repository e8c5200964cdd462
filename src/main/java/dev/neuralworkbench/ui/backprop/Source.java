package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.nn.Ids;

/** Which rows are taken through the step. */
enum Source {
  /** One row of the table. */
  ROW,
  /** One row that is entered by hand. */
  HAND,
  /** The mini-batch that training would take next. */
  BATCH;

  String id() {
    return Ids.of(this);
  }

  String nameKey() {
    return "backprop.source." + id();
  }
}
