package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.cell.SpreadsheetText;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.metrics.ConfusionMatrix;
import dev.neuralworkbench.metrics.Measured;
import dev.neuralworkbench.metrics.PredictedClasses;
import dev.neuralworkbench.metrics.ScoreInterval;
import dev.neuralworkbench.model.answer.Metric;
import dev.neuralworkbench.model.answer.ScoreDetails;
import dev.neuralworkbench.model.answer.Scores;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.ClassTable;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.evaluation.ConfusionGrid.Cells;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the screen says of a part of the rows, with all digits, as tables for a file. */
record EvaluationTables(JudgedPart judged) {

  /** A number, with where it stands and its interval. */
  private record Line(String table, String row, String column, Measured of) {}

  /**
   * Scores, scores by class, and the matrix in counts and in shares, one number a line: {@code
   * table, row, column, value, low, high}.
   */
  Table scores(@Nullable Scores linear, @Nullable ScoreDetails details, Words words) {
    var lines = new ArrayList<Line>();
    var judgement = judged.judgement();
    var intervals = details == null ? null : details.intervals();
    for (var metric : Metric.of(judgement.problem())) {
      var id = metric.id();
      var interval = intervals == null ? ScoreInterval.NONE : intervals.of(metric);
      var network = new Measured(metric.of(judgement.network()), interval);
      lines.add(new Line("scores", id, "network", network));
      lines.add(line("scores", id, "constant", metric.of(judgement.constant())));
      if (linear != null) {
        lines.add(line("scores", id, "linear", metric.of(linear)));
      }
    }
    if (judgement.network() instanceof Scores.OfClasses of) {
      var classes = judged.answers().classes();
      var table = ClassTable.of(of.confusion(), classes, intervals, words);
      table.classes().forEach(it -> add(lines, "classes", it.name(), it));
      table.averages().forEach((average, it) -> add(lines, "averages", Ids.of(average), it));
      addMatrix(lines, of.confusion(), classes);
    }
    return Table.of(
        "scores",
        texts("table", lines.stream().map(Line::table)),
        texts("row", lines.stream().map(Line::row)),
        texts("column", lines.stream().map(Line::column)),
        numbers("value", lines.stream().mapToDouble(it -> it.of.value())),
        numbers("low", lines.stream().mapToDouble(it -> it.of.interval().low())),
        numbers("high", lines.stream().mapToDouble(it -> it.of.interval().high())));
  }

  private static void add(List<Line> lines, String table, String row, ClassTable.Line of) {
    of.cells().forEach((score, cell) -> lines.add(new Line(table, row, Ids.of(score), cell)));
  }

  private static void addMatrix(List<Line> lines, ConfusionMatrix matrix, List<String> classes) {
    for (var cells : Cells.values()) {
      for (var actual = 0; actual < classes.size(); actual++) {
        for (var predicted = 0; predicted < classes.size(); predicted++) {
          var value = cells.value(matrix, new Listed.Cell(actual, predicted));
          var table = "matrix_" + Ids.of(cells);
          lines.add(line(table, classes.get(actual), classes.get(predicted), value));
        }
      }
    }
  }

  private static Line line(String table, String row, String column, double value) {
    return new Line(table, row, column, new Measured(value, ScoreInterval.NONE));
  }

  /** Some rows: their number, target, prediction, the probability of each class, all inputs. */
  Table rows(int[] rows) {
    var classes = judged.answers().classes();
    var source = judged.data().sourceRows();
    var columns = new ArrayList<Column>();
    columns.add(numbers("row", IntStream.of(rows).mapToDouble(row -> source[row] + 1)));
    if (classes.isEmpty()) {
      columns.add(numbers("actual", IntStream.of(rows).mapToDouble(judged::actual)));
      columns.add(numbers("predicted", IntStream.of(rows).mapToDouble(judged::predicted)));
    } else {
      columns.add(
          texts("actual", IntStream.of(rows).mapToObj(it -> classes.get(judged.actualClass(it)))));
      columns.add(texts("predicted", IntStream.of(rows).mapToObj(it -> predicted(classes, it))));
      for (var c = 0; c < classes.size(); c++) {
        var of = c;
        var values = IntStream.of(rows).mapToDouble(row -> judged.answers().probability(row, of));
        columns.add(numbers("probability " + classes.get(c), values));
      }
    }
    for (var input : judged.inputs()) {
      var name = "input " + input.name();
      columns.add(
          input instanceof NumberColumn
              ? numbers(name, IntStream.of(rows).mapToDouble(row -> input.value(source[row])))
              : texts(name, IntStream.of(rows).mapToObj(row -> input.text(source[row]))));
    }
    return Table.of("rows", columns.toArray(Column[]::new));
  }

  private @Nullable String predicted(List<String> classes, int row) {
    var index = judged.answers().predictedClass(row);
    return index == PredictedClasses.NONE ? null : classes.get(index);
  }

  private static TextColumn texts(String name, Stream<? extends @Nullable String> values) {
    return TextColumn.of(
        name,
        values.map(it -> it == null ? null : SpreadsheetText.guarded(it)).toArray(String[]::new));
  }

  private static NumberColumn numbers(String name, DoubleStream values) {
    return NumberColumn.of(name, values.toArray());
  }
}
