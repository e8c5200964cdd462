package dev.neuralworkbench.ui.common.grid;

/** A cell of a grid, by row and column from 0 on; −1 for none. */
public record GridCell(int row, int column) {

  public static final GridCell NONE = new GridCell(-1, -1);
}
