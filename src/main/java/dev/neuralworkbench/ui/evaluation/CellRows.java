package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.evaluation.EvaluateViewModel.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The rows of a chosen cell of the confusion matrix, or all wrong ones, and their predictions. */
final class CellRows extends VBox {

  private static final int MOST_COLUMNS = 12;

  private final Messages messages;
  private final Label heading = Labels.sentence("#evaluate-rows-heading", "chart-heading");
  private final TableView<Integer> table =
      Styling.as(new TableView<>(), "#evaluate-rows", "data-table", "dense");

  CellRows(EvaluateViewModel model, Messages messages) {
    this.messages = messages;
    getStyleClass().add("cell-rows");
    table.setPlaceholder(new Region());
    table.accessibleTextProperty().bind(heading.textProperty());
    getChildren().setAll(heading, Space.tall(table));
    OnAnyChange.all(
        () -> show(model.cell.get(), model.judged.get()),
        model.cell,
        model.judged,
        messages.language());
  }

  private void show(@Nullable Cell cell, @Nullable JudgedPart judged) {
    if (judged != null && judged.answers().target() instanceof ClassTarget target) {
      show(cell, judged, target);
    }
  }

  private void show(@Nullable Cell cell, JudgedPart judged, ClassTarget target) {
    var rows = cell == null ? judged.wrongRows() : judged.rowsOf(cell);
    var classes = target.classes();
    var answers = judged.answers();
    var sourceRows = judged.data().sourceRows();
    var columns = new ArrayList<TableColumn<Integer, String>>();
    columns.add(column("evaluate.rows.row", row -> Numbers.count(sourceRows[row] + 1L), true));
    if (cell == null) {
      heading.setText(wrong(rows.length));
      columns.add(
          column("evaluate.confusion.actual", row -> classes.get(judged.actualClass(row)), false));
      columns.add(
          column(
              "evaluate.confusion.predicted",
              row -> classes.get(answers.predictedClass(row)),
              false));
      columns.add(
          column(
              "evaluate.rows.sure",
              row -> Numbers.share(answers.probability(row, answers.predictedClass(row))),
              true));
    } else {
      var predicted = classes.get(cell.predicted());
      heading.setText(
          messages.now(
              "evaluate.rows.heading",
              classes.get(cell.actual()),
              predicted,
              Numbers.count(rows.length)));
      columns.add(
          named(
              messages.now("evaluate.rows.probability", predicted),
              row -> Numbers.share(answers.probability(row, cell.predicted())),
              true));
    }
    Visibility.when(table, rows.length > 0);
    judged.inputs().stream().limit(MOST_COLUMNS).forEach(it -> columns.add(column(it, sourceRows)));
    table.getColumns().setAll(List.copyOf(columns));
    table.setItems(FXCollections.observableArrayList(Arrays.stream(rows).boxed().toList()));
  }

  private String wrong(int count) {
    return count == 0
        ? messages.now("evaluate.rows.none")
        : messages.now("evaluate.rows.wrong", Numbers.count(count));
  }

  private static TableColumn<Integer, String> column(Column values, int[] sourceRows) {
    return named(
        values.name(),
        row -> values.isMissing(sourceRows[row]) ? "\u2013" : values.text(sourceRows[row]),
        values instanceof NumberColumn);
  }

  private TableColumn<Integer, String> column(
      String key, IntFunction<String> text, boolean number) {
    return named(messages.now(key), text, number);
  }

  private static TableColumn<Integer, String> named(
      String name, IntFunction<String> text, boolean number) {
    var column = new TableColumn<Integer, String>(name);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.getStyleClass().add(number ? "number-column" : "text-column");
    return column;
  }
}
