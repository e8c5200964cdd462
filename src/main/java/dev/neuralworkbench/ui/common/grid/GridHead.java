package dev.neuralworkbench.ui.common.grid;

import javafx.scene.layout.Region;

/**
 * The head of a column in a {@link CellGrid}: made once, then shown for one column after another as
 * the grid is scrolled. A grid calls its factory a few times, however many columns there are.
 */
public interface GridHead<C extends GridContent> {

  /** The head itself; the same node at each call. */
  Region node();

  /** Takes the height that the heads of some content need, whichever column it shows. */
  default void fit(C content) {}

  /** All that it says is of the content: what it could ask elsewhere may be of another table. */
  void show(C content, int column, boolean selected);
}
