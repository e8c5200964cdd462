package dev.neuralworkbench.ui.common.form;

import dev.neuralworkbench.problem.Problem;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.util.Subscription;

public enum Validity {
  /** Nothing typed yet. */
  UNKNOWN,
  VALID,
  INVALID;

  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  static Subscription follow(Node control, ObservableValue<List<Problem>> problems) {
    return problems.subscribe(found -> (found.isEmpty() ? VALID : INVALID).mark(control));
  }

  void mark(Node control) {
    control.pseudoClassStateChanged(DANGER, this == INVALID);
  }
}
