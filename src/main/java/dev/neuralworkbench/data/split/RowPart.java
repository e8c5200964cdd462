package dev.neuralworkbench.data.split;

/** What a row is used for. */
public enum RowPart {
  /** Learned from. */
  TRAINING,
  /** Watched while training. */
  VALIDATION,
  /** Kept until the end, to judge by. */
  TEST
}
