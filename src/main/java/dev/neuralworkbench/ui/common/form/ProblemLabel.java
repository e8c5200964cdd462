package dev.neuralworkbench.ui.common.form;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import java.util.List;
import java.util.function.BiFunction;
import javafx.scene.control.Label;

/** A sentence about what is wrong, with its mark; takes no room while nothing is. */
public final class ProblemLabel extends Label {

  private final Messages messages;
  private final BiFunction<Problem, Words, String> write;

  public ProblemLabel(Messages messages) {
    this(messages, (problem, words) -> words.sentence(problem));
  }

  /** A label that lies elsewhere, and so names the field. */
  public static ProblemLabel elsewhere(Messages messages) {
    return new ProblemLabel(messages, NamedProblem::sentence);
  }

  private ProblemLabel(Messages messages, BiFunction<Problem, Words, String> write) {
    this.messages = messages;
    this.write = write;
    getStyleClass().add("problem");
    setWrapText(true);
    setMinHeight(USE_PREF_SIZE);
    show(List.of());
  }

  public void show(List<Problem> problems) {
    var some = !problems.isEmpty();
    Shown.when(this, some);
    textProperty().unbind();
    if (some) {
      if (getGraphic() == null) {
        setGraphic(new IconView(Icon.WARNING));
      }
      var first = problems.getFirst();
      textProperty().bind(messages.language().map(_ -> write.apply(first, messages.words())));
    }
  }
}
