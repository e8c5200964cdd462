package dev.neuralworkbench.ui.common.grid;

/**
 * A cell of a grid.
 *
 * @param row counted from 0; −1 for none
 * @param column counted from 0; −1 for none
 */
public record GridCell(int row, int column) {

  public static final GridCell NONE = new GridCell(-1, -1);
}
