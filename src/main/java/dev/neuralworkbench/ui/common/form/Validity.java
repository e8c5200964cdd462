package dev.neuralworkbench.ui.common.form;

import dev.neuralworkbench.problem.Problem;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.util.Subscription;

/** What a field says about its content. */
public enum Validity {
  /** Nothing typed yet. */
  UNKNOWN,
  VALID,
  INVALID;

  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  /** Marks a control for the style sheet while there are problems. */
  static Subscription follow(Node control, ObservableValue<List<Problem>> problems) {
    return problems.subscribe(found -> (found.isEmpty() ? VALID : INVALID).mark(control));
  }

  /** Marks a control for the style sheet. */
  void mark(Node control) {
    control.pseudoClassStateChanged(DANGER, this == INVALID);
  }
}
