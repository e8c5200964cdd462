package dev.neuralworkbench.ui.common.grid;

/**
 * The head of a column in a {@link CellGrid}: made once, then shown for one column after another as
 * the grid is scrolled. A grid calls its factory a few times, however many columns there are, and
 * gives a head the pseudo-classes of the cells below it.
 */
public interface GridHead<C extends GridContent> {

  /** All that it says is of the content: what it could ask elsewhere may be of another table. */
  void show(C content, int column, boolean selected);
}
