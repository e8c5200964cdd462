package dev.neuralworkbench.data.read.cells;

public enum CellReading {
  /** Numbers until a cell is none, then texts. */
  GUESSED,
  /** Texts, as they are written. */
  TEXT,
  /** Numbers; a cell that is none counts as missing. */
  NUMBER
}
