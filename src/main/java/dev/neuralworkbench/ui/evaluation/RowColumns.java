package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.metrics.PredictedClasses;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Messages;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;

/** Columns of a table of rows, each row by its position among those that are looked at. */
public record RowColumns(JudgedPart judged, Messages messages) {

  private static final int MOST_INPUTS = 12;
  private static final int DIGITS = 5;

  /** The number of the row in its table. */
  public TableColumn<Integer, String> number() {
    return of(
        "evaluate.rows.row", row -> Numbers.count(judged.data().sourceRows()[row] + 1L), true);
  }

  /** What is true and what is predicted. */
  public List<TableColumn<Integer, String>> truth() {
    var classes = judged.answers().classes();
    if (classes.isEmpty()) {
      return List.of(
          of("evaluate.rows.actual", row -> rounded(judged.actual(row)), true),
          of("evaluate.confusion.predicted", row -> rounded(judged.predicted(row)), true));
    }
    return List.of(
        of("evaluate.confusion.actual", row -> classes.get(judged.actualClass(row)), false),
        of("evaluate.confusion.predicted", row -> predicted(classes, row), false));
  }

  /** The first inputs. */
  public Stream<TableColumn<Integer, String>> inputs() {
    return judged.inputs().stream().limit(MOST_INPUTS).map(this::input);
  }

  /** A column under a heading that follows from a key. */
  public TableColumn<Integer, String> of(String key, IntFunction<String> text, boolean isNumber) {
    return named(messages.now(key), text, isNumber);
  }

  private static String rounded(double value) {
    return Numbers.rounded(value, DIGITS);
  }

  private String predicted(List<String> classes, int row) {
    var index = judged.answers().predictedClass(row);
    return index == PredictedClasses.NONE ? "\u2013" : classes.get(index);
  }

  private TableColumn<Integer, String> input(Column values) {
    var rows = judged.data().sourceRows();
    return named(
        values.name(),
        row -> values.isMissing(rows[row]) ? "\u2013" : values.text(rows[row]),
        values instanceof NumberColumn);
  }

  static TableColumn<Integer, String> named(
      String name, IntFunction<String> text, boolean isNumber) {
    var column = new TableColumn<Integer, String>(name);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.getStyleClass().add(isNumber ? "number-column" : "text-column");
    return column;
  }
}
