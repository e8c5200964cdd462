package dev.neuralworkbench.ui.common.form;

import javafx.css.PseudoClass;
import javafx.scene.Node;

/** What a field says about its content. */
public enum Validity {
  /** Nothing typed yet. */
  UNKNOWN,
  VALID,
  INVALID;

  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  /** Marks a control for the style sheet. */
  void mark(Node control) {
    control.pseudoClassStateChanged(DANGER, this == INVALID);
  }
}
