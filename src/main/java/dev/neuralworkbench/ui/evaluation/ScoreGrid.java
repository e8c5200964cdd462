package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.model.answer.Judgement;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.ScoreIntervals;
import dev.neuralworkbench.text.DetailWords;
import dev.neuralworkbench.text.ScoreTable;
import dev.neuralworkbench.ui.common.Messages;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/** The network's scores beside those without one: the best bold, a beaten network's marked. */
final class ScoreGrid extends LabelGrid {

  /** Of the classes that are predicted, not of their probabilities. */
  private static final Set<Metric> CLASSES = Set.of(Metric.ACCURACY, Metric.MCC);

  private final Messages messages;

  ScoreGrid(Messages messages) {
    this.messages = messages;
    getStyleClass().addAll("score-grid", "dense-grid");
  }

  /** The linear model's are null while it is being fitted, the intervals while computed. */
  void show(
      Judgement judgement,
      ModelScores.@Nullable Linear linear,
      @Nullable ScoreIntervals intervals) {
    getChildren().clear();
    var other = linear == null ? null : linear.scores();
    var key = "evaluate.linear" + ScoreTable.suffix(judgement.problem());
    var table = ScoreTable.of(judgement, key, other, messages.words());
    cell(1, 0, table.heads().getFirst(), "score-head");
    wrappedHead(2, messages.now("evaluate.interval"));
    wrappedHead(3, table.heads().get(1));
    wrappedHead(4, table.heads().get(2));
    for (var metric : table.metrics()) {
      var row = table.metrics().indexOf(metric) + 1;
      cell(0, row, messages.now(metric.nameKey()), "score-name");
      // A threshold or costs may be worth some accuracy.
      var isDecided = judgement.decided() != null && CLASSES.contains(metric);
      showRow(metric, row, table.numbers(metric), linear == null, isDecided);
      var interval = intervals == null ? "" : DetailWords.interval(metric, intervals.of(metric));
      var shown = intervals == null ? "\u2026" : interval.isEmpty() ? "\u2013" : interval;
      cell(2, row, shown, "score-interval").setId("evaluate-interval-" + metric.id());
    }
  }

  private void showRow(
      Metric metric, int row, List<Double> numbers, boolean isPending, boolean isDecided) {
    var labels =
        IntStream.range(0, numbers.size())
            .mapToObj(i -> score(metric, i == 0 ? 1 : i + 2, row, numbers.get(i)))
            .toList();
    var own = labels.getFirst();
    own.setId("evaluate-" + metric.id());
    if (isPending) {
      labels.getLast().setText("\u2026");
    }
    var shown = score(metric, best(metric, numbers));
    labels.forEach(label -> mark(label, shown));
    if (!isDecided && !own.getText().equals(shown)) {
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
  private static double best(Metric metric, List<Double> values) {
    var there = values.stream().mapToDouble(it -> it).filter(it -> !Double.isNaN(it));
    return (metric.higherIsBetter() ? there.max() : there.min()).orElse(Double.NaN);
  }
}
