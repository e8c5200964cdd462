package dev.neuralworkbench.data.prepare;

/** How a column's values are understood. */
public enum ColumnKind {
  /** A quantity: scaled as an input, a regression as a target. */
  NUMBER,
  /** One of several names: one-hot as an input, a classification as a target. */
  CATEGORY,
  /** A day, with or without a time: as an input its parts, such as the month; no target. */
  DATE
}
