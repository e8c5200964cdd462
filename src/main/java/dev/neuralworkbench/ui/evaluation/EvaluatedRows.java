package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.prepare.RowPart;
import dev.neuralworkbench.problem.Ids;
import org.jspecify.annotations.Nullable;

/** The rows that a model is evaluated on: of its own table, or of another file. */
public enum EvaluatedRows {
  TRAINING,
  VALIDATION,
  /** The training rows, each predicted by the network of the fold that left it out. */
  CROSS_VALIDATION,
  TEST,
  FILE;

  static EvaluatedRows of(RowPart part) {
    return valueOf(part.name());
  }

  /** The part of the split whose rows these are, predicted by the model itself; null for none. */
  @Nullable RowPart part() {
    return this == CROSS_VALIDATION || this == FILE ? null : RowPart.valueOf(name());
  }

  /** Name in keys of texts and in ids: {@code training}. */
  String id() {
    return Ids.of(this);
  }
}
