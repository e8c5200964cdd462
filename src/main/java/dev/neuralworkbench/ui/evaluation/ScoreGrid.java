package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.baseline.Separability;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.text.VerdictWords;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The scores of the network beside those of answers that need none. */
final class ScoreGrid extends VBox {

  private final Messages messages;
  private final GridPane grid = new GridPane();
  private final Label verdict = new Label();
  private final Label sentence = new Label();

  ScoreGrid(Messages messages) {
    this.messages = messages;
    getStyleClass().add("score-grid-box");
    grid.getStyleClass().add("score-grid");
    verdict.setId("evaluate-verdict");
    verdict.getStyleClass().add("notice");
    sentence.setId("evaluate-linear");
    sentence.getStyleClass().add("muted");
    for (var label : new Label[] {verdict, sentence}) {
      label.setWrapText(true);
      label.setMinHeight(USE_PREF_SIZE);
      label.setMaxWidth(Double.MAX_VALUE);
    }
    getChildren().setAll(grid, verdict, sentence);
  }

  /**
   * Shows scores.
   *
   * @param linear null while it is being fitted
   */
  void show(Judgement judgement, @Nullable Linear linear) {
    grid.getChildren().clear();
    var problem = judgement.problem();
    var suffix = problem == ProblemType.CLASSIFICATION ? ".classes" : ".numbers";
    head(1, "evaluate.network");
    head(2, "evaluate.constant" + suffix);
    head(3, "evaluate.linear" + suffix);
    var row = 1;
    for (var metric : Metric.of(problem)) {
      grid.add(label(messages.now(metric.nameKey()), "score-name"), 0, row);
      var network = metric.of(judgement.network());
      var value = number(1, row, ScoreWords.score(metric, network), "score-network");
      value.setId("evaluate-" + metric.id());
      number(2, row, ScoreWords.score(metric, metric.of(judgement.constant())), "score-other");
      number(3, row, linear(metric, linear), "score-other");
      row++;
    }
    sentence.setText(sentence(suffix, linear));
    tell(VerdictWords.of(judgement.network(), judgement.constant(), messages.words()));
  }

  private void tell(String said) {
    verdict.setText(said);
    Shown.when(verdict, !said.isEmpty());
  }

  private static String linear(Metric metric, @Nullable Linear result) {
    if (result == null) {
      return "\u2026";
    }
    var scores = result.scores();
    return scores == null ? "\u2013" : ScoreWords.score(metric, metric.of(scores));
  }

  private String sentence(String suffix, @Nullable Linear result) {
    if (result == null) {
      return messages.now("evaluate.linear.working");
    }
    if (result.scores() == null) {
      return messages.now("evaluate.linear.none");
    }
    return messages.now("evaluate.linear.said" + suffix, separability(result.separability()));
  }

  private String separability(@Nullable Separability found) {
    return found == null
        ? ""
        : messages.now("evaluate.separability." + found.name().toLowerCase(Locale.ROOT));
  }

  private void head(int column, String key) {
    var head = label(messages.now(key), "score-head");
    GridPane.setHalignment(head, HPos.RIGHT);
    grid.add(head, column, 0);
  }

  private Label number(int column, int row, String text, String style) {
    var number = label(text, style);
    GridPane.setHalignment(number, HPos.RIGHT);
    grid.add(number, column, row);
    return number;
  }

  private static Label label(String text, String style) {
    var label = new Label(text);
    label.getStyleClass().add(style);
    label.setMinWidth(USE_PREF_SIZE);
    return label;
  }
}
