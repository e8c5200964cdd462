package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.ui.common.Messages;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** The network's scores beside those without one: the best bold, a beaten network's marked. */
final class ScoreGrid extends TextGrid {

  private final Messages messages;

  ScoreGrid(Messages messages) {
    this.messages = messages;
    getStyleClass().add("score-grid");
  }

  /** The linear model's are null while it is being fitted. */
  void show(Judgement judgement, ModelScores.@Nullable Linear linear) {
    getChildren().clear();
    var problem = judgement.problem();
    var suffix = problem == ProblemType.CLASSIFICATION ? ".classes" : ".numbers";
    head(1, "evaluate.network");
    head(2, "evaluate.constant" + suffix);
    head(3, "evaluate.linear" + suffix);
    var row = 1;
    for (var metric : Metric.of(problem)) {
      cell(0, row, messages.now(metric.nameKey()), "score-name");
      var other = linear == null ? null : linear.scores();
      showRow(
          metric,
          row++,
          metric.of(judgement.network()),
          metric.of(judgement.constant()),
          other == null ? Double.NaN : metric.of(other),
          linear == null);
    }
  }

  private void head(int column, String key) {
    if (column > 1) {
      wrappedHead(column, messages.now(key));
    } else {
      cell(column, 0, messages.now(key), "score-head");
    }
  }

  private void showRow(
      Metric metric, int row, double network, double constant, double linear, boolean isPending) {
    var own = score(metric, 1, row, network);
    own.setId("evaluate-" + metric.id());
    var others = List.of(score(metric, 2, row, constant), score(metric, 3, row, linear));
    if (isPending) {
      others.getLast().setText("\u2026");
    }
    var best = best(metric, network, constant, linear);
    var shown = ScoreWords.score(metric, best);
    mark(own, shown);
    others.forEach(other -> mark(other, shown));
    if (!own.getText().equals(shown)) {
      own.getStyleClass().add("score-beaten");
    }
  }

  private Label score(Metric metric, int column, int row, double value) {
    return cell(column, row, ScoreWords.score(metric, value), "score-other");
  }

  /** Marks what reads as well as the best: digits that nobody sees decide nothing. */
  private static void mark(Label label, String best) {
    if (label.getText().equals(best)) {
      label.getStyleClass().add("score-best");
    }
  }

  /** The best of those that exist; NaN where none does. */
  private static double best(Metric metric, double... values) {
    var there = Arrays.stream(values).filter(it -> !Double.isNaN(it));
    return (metric.higherIsBetter() ? there.max() : there.min()).orElse(Double.NaN);
  }
}
