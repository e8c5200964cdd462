package dev.neuralworkbench.ui.common;

import dev.neuralworkbench.problem.Problem;
import java.util.List;
import javafx.scene.control.Label;

/** A sentence about what is wrong, with its mark; takes no room while nothing is. */
public final class ProblemLabel extends Label {

  private final Messages messages;

  public ProblemLabel(Messages messages) {
    this.messages = messages;
    getStyleClass().add("problem");
    setWrapText(true);
    setGraphic(new IconView(Icon.WARNING));
    show(List.of());
  }

  /** Shows the first of the problems. */
  public void show(List<Problem> problems) {
    var some = !problems.isEmpty();
    setManaged(some);
    setVisible(some);
    textProperty().unbind();
    if (some) {
      textProperty().bind(messages.sentence(problems.getFirst()));
    }
  }
}
