package dev.neuralworkbench.ui.common.form;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.IconView;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.common.WhileInScene;
import java.util.List;
import java.util.function.BiFunction;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.util.Subscription;

/** A sentence about what is wrong, with its mark; takes no room while nothing is. */
public final class ProblemLabel extends Label {

  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  private final Messages messages;
  private final BiFunction<Problem, Words, String> write;

  public ProblemLabel(Messages messages) {
    this(messages, (problem, words) -> words.sentence(problem));
  }

  public static ProblemLabel elsewhere(Messages messages) {
    return new ProblemLabel(messages, ProblemLabel::named);
  }

  /** The same that shows what is wrong while it is in a window. */
  public static ProblemLabel elsewhere(
      Messages messages, String id, ObservableValue<List<Problem>> problems) {
    var label = Styling.as(elsewhere(messages), id);
    WhileInScene.subscribe(label, () -> problems.subscribe(label::show));
    return label;
  }

  /** Marks a field for the style sheet while something is wrong with it. */
  static Subscription mark(Node field, ObservableValue<List<Problem>> problems) {
    return problems.subscribe(all -> field.pseudoClassStateChanged(DANGER, !all.isEmpty()));
  }

  /** The sentence of a problem, after the name of the field where it does not name its subject. */
  public static String named(Problem problem, Words words) {
    var sentence = words.sentence(problem);
    var name = problem.component().replaceAll("\\[\\d+\\]", "");
    return problem.key().startsWith("problem.") && words.has(name)
        ? words.text("problem.named", words.text(name), sentence)
        : sentence;
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
    Visibility.when(this, some);
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
