package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.step.Phase;
import dev.neuralworkbench.explain.step.Step;
import dev.neuralworkbench.explain.step.StepLine;
import dev.neuralworkbench.explain.step.StepPart;
import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.PreparedRow;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.MathsText;
import dev.neuralworkbench.text.StepWords;
import dev.neuralworkbench.ui.backprop.formula.Equation;
import dev.neuralworkbench.ui.backprop.walk.StepSubject;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/** The step that shows: heading, each part's formula with its numbers, and the reason. */
final class StepPane extends VBox {

  private static final PseudoClass MANY = PseudoClass.getPseudoClass("many");
  private static final int MOST_VALUES = 6;

  /** In a walk of many steps, later ones do not look for the first that rounds. */
  private static final int MOST_LOOKED_AT = 64;

  /** A copied picture is this much larger than the screen's, for slides and paper. */
  private static final double SCALE = 3;

  private final BackpropViewModel model;
  private final Messages messages;

  /** What the step is called; it stays where it is when the boxes scroll. */
  final Label heading = Labels.sentence("#backprop-heading", "step-heading");

  private final Label why = Labels.sentence("#backprop-why", "step-why");
  private final StringProperty told = new SimpleStringProperty("");
  private final StringProperty below = new SimpleStringProperty("");
  private final VBox parts = Styling.as(new VBox(), "step-parts");
  private final Label row = Labels.sentence("#backprop-values", "muted", "data");
  private final Label legend = Labels.sentence("muted", "backprop-legend");

  StepPane(BackpropViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    Styling.as(this, "#backprop-step", "backprop-step");
    setAccessibleRole(AccessibleRole.TEXT);
    setFocusTraversable(true);
    legend.textProperty().bind(messages.text("backprop.legend"));
    getChildren().setAll(parts, why, row, legend);
  }

  /** Before a class, what is said once of all steps goes, and reasons stand here or below. */
  void present(boolean now, boolean reasons) {
    Visibility.when(why, !now || reasons);
    for (var label : List.of(legend, row)) {
      Visibility.when(label, !now);
    }
    refresh();
  }

  @Nullable Bounds newest() {
    var shown = parts.getChildren().stream().filter(Node::isVisible).toList();
    return shown.isEmpty() ? null : parts.localToParent(shown.getLast().getBoundsInParent());
  }

  /** The reason and the row's values once more, for below the drawing. */
  VBox words() {
    return Styling.as(
        new VBox(
            Labels.sentence(told, "#backprop-why-below", "step-why"),
            Labels.sentence(below, "#backprop-values-below", "muted", "data")),
        "step-words");
  }

  void refresh() {
    var subject = model.rows.subject.get();
    var step = model.walker.step();
    if (subject == null || step == null) {
      parts.getChildren().clear();
      return;
    }
    show(step, subject.trace());
    row.setText(values(subject));
    // Once they are prepared, the drawing has them.
    below.set(
        model.walker.revealed().blank()
            ? ""
            : step.phase() == Phase.PREPARATION
                ? row.getText()
                : messages.now(
                    "backprop.target",
                    value(subject.prepared().get(model.walker.focus.get()).target())));
  }

  /** The values of the row that is followed, in the units of the table; an image is drawn. */
  private String values(StepSubject subject) {
    var prepared = subject.prepared().get(model.walker.focus.get());
    var all = new ArrayList<String>();
    if (subject.basis().data().preprocessor().pixels().isEmpty()) {
      prepared.cells().stream().limit(MOST_VALUES).map(this::value).forEach(all::add);
      if (prepared.cells().size() > MOST_VALUES) {
        all.add("…");
      }
    }
    all.add("→ " + value(prepared.target()));
    return String.join("   ", all);
  }

  private String value(PreparedRow.Cell cell) {
    return switch (cell) {
      case PreparedRow.Scaled(var name, var value, var missing, var _) ->
          name + " = " + (missing ? "–" : model.decimals.get().exact(value));
      case PreparedRow.Dated dated ->
          dated.name() + " = " + (dated.missing() ? "–" : dated.value());
      case PreparedRow.Engineered engineered ->
          engineered.name() + " = " + model.decimals.get().text(engineered.value());
      case PreparedRow.OneHot(var name, var value, var missing, var _, var _) ->
          name + " = " + (missing ? "–" : value);
    };
  }

  private void show(Step step, BackpropTrace trace) {
    var words = new StepWords(messages.words(), trace);
    heading.setText(words.heading(step));
    why.setText(model.walker.hides() ? words.whyUntold(step) : words.why(step));
    told.set(
        isFirstRounded(step)
            ? messages.words().joined(why.getText(), messages.now("backprop.rounded"))
            : why.getText());
    var asked = model.walker.hidesAnswer() ? model.walker.question() : null;
    var later = false;
    var revealed = model.walker.revealed();
    var cards = new ArrayList<Node>();
    for (var part : step.parts()) {
      var blank = revealed.blank() && cards.size() == revealed.boxes() - 1;
      var hidden = hidden(part, asked, blank || later);
      // Its numbers would be the answer: a factor is what an earlier box asks for.
      var card = card(part, step, words, hidden, later);
      later |= asked != null && part.lines().contains(asked);
      if (asked == null && !blank) {
        offerCopies(card, part, model.decimals.get());
      }
      card.setVisible(cards.size() < revealed.boxes());
      // Its room is kept, so that nothing moves when it comes; before a class there is too little.
      card.setManaged(card.isVisible() || legend.isVisible());
      cards.add(card);
    }
    parts.getChildren().setAll(cards);
    pseudoClassStateChanged(MANY, step.parts().size() > 1);
    setAccessibleText(heading.getText());
  }

  private boolean isFirstRounded(Step step) {
    var walk = model.walker.walk.get();
    var at = model.walker.index.get();
    return walk != null
        && at < MOST_LOOKED_AT
        && rounds(step)
        && LongStream.range(0, at).noneMatch(before -> rounds(walk.step(before)));
  }

  private boolean rounds(Step step) {
    return step.parts().stream()
        .flatMap(part -> part.lines().stream())
        .anyMatch(line -> !line.isPlain() && !line.follows(model.decimals.get()));
  }

  private static boolean namesItself(StepPart part) {
    return part.formula() instanceof Expression.Quantity(var name, var _, var _)
        && name.equals(part.left());
  }

  /** In a product, which factor came from which part. */
  private static Map<Expression, String> marks(Step step, StepPart part) {
    var marks = new HashMap<Expression, String>();
    if (part.role() == StepPart.Role.PRODUCT) {
      for (var other : step.parts()) {
        if (other.role() == StepPart.Role.UPSTREAM) {
          other.lines().forEach(line -> marks.put(line.left(), "from-upstream"));
        }
      }
    }
    return marks;
  }

  /**
   * The lines of a part whose numbers do not show: the one that is asked for, and all of plain
   * descent's change, which would say it.
   */
  private static List<StepLine> hidden(StepPart part, @Nullable StepLine asked, boolean all) {
    if (all || (asked != null && part.role() == StepPart.Role.PLAIN)) {
      return part.lines();
    }
    return asked != null && part.lines().contains(asked) ? List.of(asked) : List.of();
  }

  private Node card(
      StepPart part, Step step, StepWords words, List<StepLine> hidden, boolean symbols) {
    var card = Styling.as(new VBox(), "step-part", "part-" + part.word().replace('_', '-'));
    if (step.parts().size() > 1) {
      var role = Labels.wrapped("part-role");
      role.setText(words.role(part));
      card.getChildren().add(role);
    }
    var decimals = model.decimals.get();
    var marks = marks(step, part);
    var several = part.lines().size() > 1;
    var named = several || namesItself(part);
    var lines =
        part.lines().stream()
            .map(
                line -> {
                  var shown = !hidden.contains(line);
                  return Equation.numbers(line, named, !shown, decimals, words.words(), marks);
                })
            .map(line -> several ? line.compact() : line)
            .toList();
    var formula = Equation.formula(part, decimals, words.words(), marks);
    if (symbols) {
      card.getChildren().add(formula);
      return card;
    }
    if (!named) {
      card.getChildren().add(new Equation.FormulaWithNumbers(formula, lines.getFirst()));
    } else {
      if (!namesItself(part)) {
        card.getChildren().add(formula);
      }
      card.getChildren().addAll(lines);
    }
    if (hidden.isEmpty()) {
      card.getChildren().addAll(SumTermsPane.of(part, decimals, words.words()));
    }
    if (part.hidden() > 0) {
      var more = Styling.as(new Label(words.words().text("explain.more", part.hidden())), "muted");
      card.getChildren().add(more);
    }
    return card;
  }

  /** What a click with the second button on a formula offers: to copy it. */
  private void offerCopies(Node card, StepPart part, Decimals decimals) {
    card.setOnContextMenuRequested(
        event -> {
          var menu = new ContextMenu();
          menu.getItems()
              .setAll(
                  copy("latex", () -> Map.of(DataFormat.PLAIN_TEXT, latex(part, decimals))),
                  copy("picture", () -> Map.of(DataFormat.IMAGE, picture(card))));
          menu.setAutoHide(true);
          menu.show(card, event.getScreenX(), event.getScreenY());
          event.consume();
        });
  }

  static String latex(StepPart part, Decimals decimals) {
    var text =
        new StringBuilder(MathsText.latex(part.left(), decimals, false))
            .append(" &= ")
            .append(MathsText.latex(part.formula(), decimals, false));
    for (var line : part.lines()) {
      text.append(" \\\\\n");
      if (part.lines().size() > 1) {
        text.append(MathsText.latex(line.left(), decimals, false)).append(' ');
      }
      text.append("&= ");
      if (!line.isPlain()) {
        text.append(MathsText.latex(line.right(), decimals, true))
            .append(line.follows(decimals) ? " = " : " \\approx ");
      }
      text.append(decimals.text(line.value()).replace('−', '-').replace(",", "{,}"));
    }
    return "\\begin{aligned}\n" + text + "\n\\end{aligned}";
  }

  private MenuItem copy(String id, Supplier<Map<DataFormat, Object>> content) {
    Runnable copy = () -> Clipboard.getSystemClipboard().setContent(content.get());
    return Buttons.item(new MenuItem(), messages.text("backprop.copy." + id), copy, "#copy-" + id);
  }

  private static Image picture(Node card) {
    var enlarged = new SnapshotParameters();
    enlarged.setTransform(new Scale(SCALE, SCALE));
    return card.snapshot(enlarged, null);
  }
}
