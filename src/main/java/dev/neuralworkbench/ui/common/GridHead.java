package dev.neuralworkbench.ui.common;

import javafx.scene.layout.Region;

/**
 * The head of a column in a {@link CellGrid}: made once, then shown for one column after another as
 * the grid is scrolled. A grid calls its factory a few times, however many columns there are.
 */
public interface GridHead {

  /** The head itself; the same node at each call. */
  Region node();

  /**
   * Shows the head of a column.
   *
   * @param selected whether the column is the chosen one: its controls then take the focus
   */
  void show(int column, boolean selected);
}
