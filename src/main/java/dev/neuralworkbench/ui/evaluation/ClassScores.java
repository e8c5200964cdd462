package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.metrics.ClassificationReport;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shortened;
import dev.neuralworkbench.ui.common.Styled;
import dev.neuralworkbench.ui.common.Tooltips;
import java.util.List;
import javafx.scene.control.Tooltip;

/** Precision, recall and F1 of every class. */
final class ClassScores extends TextGrid {

  private static final List<String> HEADS = List.of("class", "precision", "recall", "f1", "rows");

  private final Messages messages;

  ClassScores(Messages messages) {
    this.messages = messages;
    Styled.as(this, "#evaluate-classes", "score-grid");
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

  /** A score, or a dash that says why there is none. */
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
