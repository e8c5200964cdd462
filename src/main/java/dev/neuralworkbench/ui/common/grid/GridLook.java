package dev.neuralworkbench.ui.common.grid;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** How the style sheet knows a part of a grid: by one pseudo-class of several, or by none. */
final class GridLook {

  static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private static final PseudoClass NUMERIC = PseudoClass.getPseudoClass("numeric");

  private final Node part;
  private @Nullable PseudoClass present;

  GridLook(Node part) {
    this.part = part;
  }

  /** That of a column, whose head looks as its cells do. */
  void show(GridContent content, int column, boolean selected) {
    part.pseudoClassStateChanged(NUMERIC, content.isNumeric(column));
    part.pseudoClassStateChanged(SELECTED, selected);
    show(content.look(column));
  }

  void show(@Nullable String name) {
    var next = name == null ? null : PseudoClass.getPseudoClass(name);
    if (present != null && !present.equals(next)) {
      part.pseudoClassStateChanged(present, false);
    }
    present = next;
    if (next != null) {
      part.pseudoClassStateChanged(next, true);
    }
  }
}
