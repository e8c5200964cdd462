package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.BackpropTrace;
import dev.neuralworkbench.explain.Maths;
import dev.neuralworkbench.explain.Part;
import dev.neuralworkbench.explain.Step;
import dev.neuralworkbench.nn.Ids;
import dev.neuralworkbench.ui.common.Messages;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The step that shows: heading, reason, and each part's formula with its numbers. */
final class StepPane extends VBox {

  private final BackpropViewModel model;
  private final Messages messages;
  private final Label heading = new Label();
  private final Label why = new Label();
  private final VBox parts = new VBox();
  private final Label legend = new Label();

  StepPane(BackpropViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    setId("backprop-step");
    getStyleClass().add("backprop-step");
    setAccessibleRole(AccessibleRole.TEXT);
    setFocusTraversable(true);
    heading.setId("backprop-heading");
    heading.getStyleClass().add("step-heading");
    why.setId("backprop-why");
    why.getStyleClass().add("step-why");
    legend.textProperty().bind(messages.text("backprop.legend"));
    legend.getStyleClass().addAll("muted", "backprop-legend");
    for (var label : new Label[] {heading, why, legend}) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
    }
    parts.getStyleClass().add("step-parts");
    getChildren().setAll(heading, why, parts, legend);
  }

  /** Shows the present step. */
  void refresh() {
    var subject = model.subject().get();
    var step = model.step();
    if (subject == null || step == null) {
      parts.getChildren().clear();
      return;
    }
    show(step, subject.trace());
  }

  private void show(Step step, BackpropTrace trace) {
    var words = new StepWords(messages.words(), trace);
    heading.setText(words.heading(step));
    why.setText(words.why(step));
    var asks = model.asks().get() && !model.quiz().get().reveals();
    var asked = asks ? askedPart(step) : null;
    parts
        .getChildren()
        .setAll(step.parts().stream().map(part -> card(part, step, words, asked)).toList());
    setAccessibleText(heading.getText());
  }

  /** In a product, which factor came from which part. */
  private static Map<Maths, String> marks(Step step, Part part) {
    var marks = new HashMap<Maths, String>();
    if (part.role() == Part.Role.PRODUCT) {
      for (var other : step.parts()) {
        switch (other.role()) {
          case UPSTREAM -> other.lines().forEach(line -> marks.put(line.left(), "from-upstream"));
          case LOCAL -> other.lines().forEach(line -> marks.put(line.left(), "from-local"));
          default -> {}
        }
      }
    }
    return marks;
  }

  private static @Nullable Part askedPart(Step step) {
    var result = step.result();
    return step.parts().stream()
        .filter(part -> part.lines().getFirst().equals(result))
        .findFirst()
        .orElse(null);
  }

  private Node card(Part part, Step step, StepWords words, @Nullable Part asked) {
    var card = new VBox();
    card.getStyleClass().addAll("step-part", "part-" + Ids.of(part.role()).replace('_', '-'));
    if (step.parts().size() > 1) {
      var role = new Label(words.role(part.role()));
      role.setWrapText(true);
      role.getStyleClass().add("part-role");
      card.getChildren().add(role);
    }
    var decimals = model.decimals().get();
    var marks = marks(step, part);
    var several = part.lines().size() > 1;
    var plain = !several && part.lines().getFirst().isPlain();
    if (!plain || !part.formula().equals(part.left())) {
      card.getChildren().add(Equation.formula(part, decimals, words.words(), marks));
    }
    for (var line : part.lines()) {
      var hidden = asked != null && (part.equals(asked) || part.role() == Part.Role.PLAIN);
      card.getChildren()
          .add(Equation.numbers(line, several || plain, hidden, decimals, words.words(), marks));
    }
    if (part.hidden() > 0) {
      var more = new Label(words.words().text("explain.more", part.hidden()));
      more.getStyleClass().add("muted");
      card.getChildren().add(more);
    }
    return card;
  }
}
