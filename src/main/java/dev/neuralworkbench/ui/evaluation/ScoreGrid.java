package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.metrics.ClassificationReport;
import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.nn.function.ProblemType;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shortened;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The network's scores beside those without one: the best bold, a beaten network's marked. */
final class ScoreGrid extends LabelGrid {

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
    cell(1, 0, messages.now("evaluate.network"), "score-head");
    wrappedHead(2, messages.now("evaluate.constant" + suffix));
    wrappedHead(3, messages.now("evaluate.linear" + suffix));
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

  private void showRow(
      Metric metric, int row, double network, double constant, double linear, boolean isPending) {
    var own = score(metric, 1, row, network);
    own.setId("evaluate-" + metric.id());
    var others = List.of(score(metric, 2, row, constant), score(metric, 3, row, linear));
    if (isPending) {
      others.getLast().setText("\u2026");
    }
    var best = best(metric, network, constant, linear);
    var shown = score(metric, best);
    mark(own, shown);
    others.forEach(other -> mark(other, shown));
    if (!own.getText().equals(shown)) {
      own.getStyleClass().add("score-beaten");
    }
  }

  private Label score(Metric metric, int column, int row, double value) {
    return cell(column, row, score(metric, value), "score-other");
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

  static final class OfClasses extends LabelGrid {

    private static final List<String> HEADS = List.of("class", "precision", "recall", "f1", "rows");

    private final Messages messages;

    OfClasses(Messages messages) {
      this.messages = messages;
      Styling.as(this, "#evaluate-classes", "score-grid");
    }

    void show(ClassificationReport report, List<String> names) {
      getChildren().clear();
      for (var column = 0; column < HEADS.size(); column++) {
        cell(column, 0, messages.now("evaluate.of." + HEADS.get(column)), "score-head");
      }
      var shortened = Shortened.apart(names, ConfusionGrid.LONGEST_NAME);
      for (var c = 0; c < names.size(); c++) {
        var label = cell(0, c + 1, shortened.get(c), "score-name");
        label.getStyleClass().add("data");
        label.setTooltip(new Tooltip(names.get(c)));
        classValues(c, report);
        cell(4, c + 1, Numbers.count(report.support(c)), "score-other");
      }
      var last = names.size() + 1;
      var mean = cell(0, last, messages.now("evaluate.of.mean"), "score-head");
      values(last, report.macroPrecision(), report.macroRecall(), report.macroF1());
      Tooltips.install(mean, messages.text("evaluate.of.mean.tip"));
      cell(4, last, Numbers.count(report.confusion().rows()), "score-other");
    }

    private void classValues(int c, ClassificationReport report) {
      value(c, 1, report.hasPrecision(c) ? report.precision(c) : Double.NaN, "precision");
      value(c, 2, report.hasRecall(c) ? report.recall(c) : Double.NaN, "recall");
      value(c, 3, report.hasF1(c) ? report.f1(c) : Double.NaN, "f1");
    }

    private void value(int c, int column, double score, String head) {
      var label = cell(column, c + 1, Numbers.share(score), "score-value");
      label.setId("evaluate-" + head + "-" + c);
      if (Double.isNaN(score)) {
        Tooltips.install(label, messages.text("evaluate.of." + head + ".none"));
      }
    }

    private void values(int row, double... values) {
      for (var i = 0; i < values.length; i++) {
        cell(i + 1, row, Numbers.share(values[i]), "score-value");
      }
    }
  }
}
