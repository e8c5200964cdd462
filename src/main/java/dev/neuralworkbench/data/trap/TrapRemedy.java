package dev.neuralworkbench.data.trap;

public enum TrapRemedy {
  /** Its columns are ignored: one press. */
  IGNORE,
  /** Rows of one group are kept in one part, and the column is ignored: one press. */
  DIVIDE_BY_GROUP,
  /** The last rows are held out, and the column is ignored: one press. */
  DIVIDE_BY_TIME,
  /** The table has to be changed where it comes from; the sentence tells how. */
  BY_HAND
}
