package dev.neuralworkbench.data.split;

import dev.neuralworkbench.problem.Ids;

public enum RowPart {
  TRAINING,
  /** Watched while training. */
  VALIDATION,
  /** Kept until the end, to judge by. */
  TEST;

  /** Name in keys of texts and in ids: {@code training}. */
  public String id() {
    return Ids.of(this);
  }
}
