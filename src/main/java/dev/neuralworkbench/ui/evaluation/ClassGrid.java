package dev.neuralworkbench.ui.evaluation;

import static java.util.Objects.requireNonNull;

import dev.neuralworkbench.metrics.ClassScore;
import dev.neuralworkbench.metrics.ClassScore.Average;
import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.model.answer.ScoreIntervals;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.ClassTable;
import dev.neuralworkbench.text.DetailWords;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shortened;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import java.util.List;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The scores of each class and their averages; the interval of each is told by its tooltip. */
final class ClassGrid extends LabelGrid {

  private final Messages messages;

  ClassGrid(Messages messages) {
    this.messages = messages;
    Styling.as(this, "#evaluate-classes", "score-grid", "dense-grid");
  }

  /** The intervals are null while they are computed. */
  void show(ConfusionMatrix matrix, List<String> names, @Nullable ScoreIntervals intervals) {
    getChildren().clear();
    var heads = ClassTable.heads(messages.words());
    for (var column = 0; column < heads.size(); column++) {
      cell(column, 0, heads.get(column), "score-head").getStyleClass().add("narrow-head");
    }
    var shortened = Shortened.apart(names, ConfusionGrid.LONGEST_NAME);
    var table = ClassTable.of(matrix, names, intervals, messages.words());
    for (var c = 0; c < names.size(); c++) {
      var label = cell(0, c + 1, shortened.get(c), "score-name");
      label.getStyleClass().add("data");
      label.setTooltip(new Tooltip(names.get(c)));
      line(c + 1, table.classes().get(c), String.valueOf(c));
    }
    var row = names.size();
    for (var average : Average.values()) {
      var key = Ids.of(average);
      var label = cell(0, ++row, messages.now("evaluate.average." + key), "score-head");
      Tooltips.install(label, messages.text("evaluate.of." + key + ".tip"));
      line(row, requireNonNull(table.averages().get(average)), key);
    }
  }

  private void line(int row, ClassTable.Line line, String id) {
    var column = 0;
    for (var score : ClassScore.values()) {
      var cell = requireNonNull(line.cells().get(score));
      var key = Ids.of(score);
      var value = cell(++column, row, Numbers.share(cell.value()), "score-value");
      value.setId("evaluate-" + key + "-" + id);
      if (Double.isNaN(cell.value())) {
        Tooltips.install(value, messages.text("evaluate.of." + key + ".none"));
      } else if (cell.interval().exists()) {
        var interval = DetailWords.interval(cell.interval());
        Tooltips.install(value, messages.text("evaluate.interval.of", interval));
      }
    }
    cell(column + 1, row, Numbers.count(line.rows()), "score-other");
  }
}
