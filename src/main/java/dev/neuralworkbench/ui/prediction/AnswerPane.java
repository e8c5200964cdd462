package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.model.answer.Prediction;
import dev.neuralworkbench.text.AnswersWords;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.ClassMark;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shortened;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The answer, large, and the probability of each class as a bar. */
final class AnswerPane extends VBox {

  private static final PseudoClass ANSWERED = PseudoClass.getPseudoClass("answered");
  private static final int DIGITS = 4;

  private final Messages messages;
  private final Label target = Labels.line("#predict-target", "muted", "data");
  private final Label answer = Labels.wrapped("#predict-answer", "answer", "data");
  private final Label actual = Labels.wrapped("#predict-actual", "data");
  private final Label missing = Labels.wrapped("#predict-missing", "muted", "data");
  private final FlowPane tools = Styling.as(new FlowPane(), "answer-tools");
  private final Label note = Labels.wrapped("#predict-note", "muted");

  /** Which class is predicted, where it need not be the most probable one. */
  final Label decision = Labels.wrapped("#predict-decision", "muted");

  private final GridPane bars = Styling.as(new GridPane(), "#predict-bars", "bars");
  private final List<ProbabilityBar> shown = new ArrayList<>();
  private List<String> classes = List.of();
  private @Nullable Node predicted;

  /** With what a tool tells below them. */
  AnswerPane(Messages messages, Node below) {
    this.messages = messages;
    getStyleClass().add("answer-pane");
    bars.setMinHeight(USE_PREF_SIZE);
    bars.managedProperty().bind(bars.visibleProperty());
    tools.setMinHeight(USE_PREF_SIZE);
    // Where there is no room for all of a long class, its end is left to the tooltip.
    Tooltips.install(answer, answer.textProperty());
    for (var label : List.of(target, answer, actual, missing, note, decision)) {
      label.setMinHeight(label.equals(answer) ? USE_COMPUTED_SIZE : USE_PREF_SIZE);
      label.setMaxWidth(Double.MAX_VALUE);
    }
    getChildren().setAll(target, answer, actual, missing, decision, tools, below, note, bars);
    Visibility.when(decision, decision.textProperty().isNotEmpty());
    messages.language().subscribe(_ -> classes = List.of());
    show(null, false);
    show((Actual) null);
  }

  /** Puts a button below what is answered, beside the others. */
  void addTool(Node tool) {
    tools.getChildren().add(tool);
  }

  /** The bar of the predicted class; none without classes. */
  Optional<Node> predicted() {
    return Optional.ofNullable(predicted);
  }

  /** An answer; without one, because nothing is drawn or because a field cannot be read. */
  void show(@Nullable Answer shownAnswer, boolean isBlank) {
    bars.setVisible(false);
    predicted = null;
    if (shownAnswer == null) {
      target.setText("");
      answer.setText("\u2013");
      say(note, isBlank ? "predict.pad.empty" : "predict.unreadable");
      return;
    }
    target.setText(shownAnswer.target().name());
    switch (shownAnswer.prediction()) {
      case Prediction.OfClass prediction -> {
        var isBalanced =
            shownAnswer.target() instanceof ClassTarget target
                && target.weights() != null
                && !target.isCorrected();
        say(note, isBalanced ? "predict.probabilities.balanced" : "predict.probabilities");
        showClass(prediction);
      }
      case Prediction.None _ -> {
        answer.setText("\u2013");
        say(note, "answers.none");
      }
      case Prediction.OfNumber prediction -> {
        answer.setText(Numbers.told(prediction.value(), DIGITS));
        if (shownAnswer.target() instanceof NumberTarget numbers
            && numbers.maximum() < Scaling.LARGEST) {
          say(
              note,
              "predict.target.range",
              Numbers.typeset(Numbers.readable(numbers.minimum())),
              Numbers.typeset(Numbers.readable(numbers.maximum())));
        }
      }
    }
  }

  void show(@Nullable Actual said) {
    Visibility.when(actual, said != null && said.text() != null);
    if (said != null && said.text() != null) {
      say(actual, "predict.actual", Numbers.count(said.row()), said.text());
    }
    Visibility.when(missing, said != null && !said.missing().isEmpty());
    if (said != null && !said.missing().isEmpty()) {
      missing.textProperty().bind(messages.text(words -> missing(said, words)));
    }
  }

  private static String missing(Actual said, Words words) {
    var names = AnswersWords.few(said.missing(), words);
    return words.text("predict.missing", Numbers.count(said.row()), names);
  }

  private void say(Label label, String key, Object... arguments) {
    label.textProperty().bind(messages.text(key, arguments));
  }

  private void showClass(Prediction.OfClass prediction) {
    answer.setText(prediction.answer());
    bars.setVisible(true);
    if (!prediction.classes().equals(classes)) {
      classes = prediction.classes();
      bars.getChildren().clear();
      shown.clear();
      var names = Shortened.apart(classes, ProbabilityBar.LONGEST_NAME);
      for (var i = 0; i < classes.size(); i++) {
        var bar = new ProbabilityBar(classes.get(i), names.get(i), i);
        shown.add(bar);
        bars.addRow(i, new ClassMark(i), bar.name, bar, bar.percent);
        GridPane.setHgrow(bar, Priority.ALWAYS);
      }
    }
    for (var i = 0; i < shown.size(); i++) {
      shown.get(i).show(prediction.probabilities().get(i));
      shown.get(i).name.pseudoClassStateChanged(ANSWERED, i == prediction.index());
    }
    predicted = shown.get(prediction.index()).percent;
  }

  /** Name, bar and percent of one class. */
  static final class ProbabilityBar extends Region {

    /** A longer name of a class leaves no room for its bar. */
    static final int LONGEST_NAME = 20;

    private static final double LEAST_SHOWN = 0.0005;

    private final String of;
    final Label name = Labels.line("bar-name", "data");
    final Label percent = Labels.whole("bar-percent");
    private final Region fill;
    private double share;

    ProbabilityBar(String of, String shown, int index) {
      this.of = of;
      name.setText(shown);
      name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
      name.setTooltip(new Tooltip(of));
      fill = Styling.as(new Region(), "bar-fill", ClassMark.color(index));
      percent.setId("predict-percent-" + index);
      getStyleClass().addAll("bar", "data");
      getChildren().add(fill);
    }

    void show(double probability) {
      share = probability;
      percent.setText(text(probability));
      setAccessibleText(of + " " + percent.getText());
      requestLayout();
    }

    /** A percentage with one decimal; nothing certain is claimed that is not. */
    static String text(double probability) {
      if (probability > 0 && probability < LEAST_SHOWN) {
        return "< 0.1%";
      } else if (probability < 1 && probability > 1 - LEAST_SHOWN) {
        return "> 99.9%";
      }
      return String.format(Locale.ROOT, "%.1f%%", 100 * probability);
    }

    @Override
    protected void layoutChildren() {
      fill.resizeRelocate(0, 0, snapSizeX(share * getWidth()), getHeight());
    }
  }
}
