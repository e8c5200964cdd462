package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.baseline.Separability;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.text.VerdictWords;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shown;
import dev.neuralworkbench.ui.common.Styled;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The scores of the network beside those of answers that need none. */
final class ScoreGrid extends VBox {

  private final Messages messages;
  private final TextGrid grid = Styled.as(new TextGrid(), "score-grid");
  private final Label verdict = Labels.line("#evaluate-verdict", "notice");
  private final Label sentence = Labels.line("#evaluate-linear", "muted");

  ScoreGrid(Messages messages) {
    this.messages = messages;
    getStyleClass().add("score-grid-box");
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
    grid.cell(1, 0, messages.now("evaluate.network"), "score-head");
    grid.cell(2, 0, messages.now("evaluate.constant" + suffix), "score-head");
    grid.cell(3, 0, messages.now("evaluate.linear" + suffix), "score-head");
    var row = 1;
    for (var metric : Metric.of(problem)) {
      grid.cell(0, row, messages.now(metric.nameKey()), "score-name");
      var network = ScoreWords.score(metric, metric.of(judgement.network()));
      grid.cell(1, row, network, "score-network").setId("evaluate-" + metric.id());
      var constant = ScoreWords.score(metric, metric.of(judgement.constant()));
      grid.cell(2, row, constant, "score-other");
      grid.cell(3, row, linear(metric, linear), "score-other");
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
}
