package dev.neuralworkbench.ui.data.statistics;

/** What shows of the open table. */
public enum TablePart {
  ROWS,
  COLUMNS,
  CORRELATION
}
