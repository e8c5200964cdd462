package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.encode.ClassTarget;
import dev.neuralworkbench.data.prepare.ColumnPlan;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The rows of a chosen cell of the confusion matrix, or all wrong ones, and their predictions. */
final class CellRows extends VBox {

  private static final int MOST_COLUMNS = 12;

  private final EvaluateViewModel model;
  private final Messages messages;
  private final Label heading = Labels.sentence("#evaluate-rows-heading", "chart-heading");
  private final TableView<Integer> table =
      Styling.as(new TableView<>(), "#evaluate-rows", "data-table", "dense");

  CellRows(EvaluateViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    getStyleClass().add("cell-rows");
    table.setPlaceholder(new Region());
    table.accessibleTextProperty().bind(heading.textProperty());
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().setAll(heading, table);
    OnAnyChange.all(this::show, model.cell, model.judged);
    messages.language().subscribe(_ -> show());
  }

  private void show() {
    var cell = model.cell.get();
    var judged = model.judged.get();
    if (judged != null && judged.answers().target() instanceof ClassTarget target) {
      show(cell, judged, target);
    }
  }

  private void show(EvaluateViewModel.@Nullable Cell cell, JudgedPart judged, ClassTarget target) {
    var rows = cell == null ? judged.wrongRows() : judged.rowsOf(cell);
    heading.setText(
        cell == null
            ? wrong(rows.length)
            : messages.now(
                "evaluate.rows.heading",
                target.classes().get(cell.actual()),
                target.classes().get(cell.predicted()),
                Numbers.count(rows.length)));
    Visibility.when(table, rows.length > 0);
    var columns = new ArrayList<TableColumn<Integer, String>>();
    columns.add(
        column(
            messages.now("evaluate.rows.row"),
            row -> Numbers.count(judged.data().sourceRows()[row] + 1L),
            true));
    if (cell == null) {
      columns.add(
          column(
              messages.now("evaluate.confusion.actual"),
              row -> target.classes().get(judged.actualClass(row)),
              false));
      columns.add(
          column(
              messages.now("evaluate.confusion.predicted"),
              row -> target.classes().get(judged.answers().predictedClass(row)),
              false));
    }
    columns.add(
        column(
            cell == null
                ? messages.now("evaluate.rows.sure")
                : messages.now("evaluate.rows.probability", target.classes().get(cell.predicted())),
            row -> {
              var answers = judged.answers();
              var of = cell == null ? answers.predictedClass(row) : cell.predicted();
              return Numbers.share(answers.probability(row, of));
            },
            true));
    var data = model.workspace.document().get().data().table();
    inputs(data).forEach(it -> columns.add(column(it, judged.data().sourceRows())));
    table.getColumns().setAll(List.copyOf(columns));
    table.setItems(FXCollections.observableArrayList(Arrays.stream(rows).boxed().toList()));
  }

  private String wrong(int count) {
    return count == 0
        ? messages.now("evaluate.rows.none")
        : messages.now("evaluate.rows.wrong", Numbers.count(count));
  }

  private List<Column> inputs(@Nullable Table data) {
    var trained = model.workspace.document().get().trained();
    if (data == null || trained == null) {
      return List.of();
    }
    var columns = new ArrayList<Column>();
    for (var name :
        trained.experiment().preparation().inputs().stream().map(ColumnPlan::name).toList()) {
      var column = data.column(name);
      if (column != null && columns.size() < MOST_COLUMNS) {
        columns.add(column);
      }
    }
    return columns;
  }

  private static TableColumn<Integer, String> column(Column values, int[] sourceRows) {
    return column(
        values.name(),
        row -> values.isMissing(sourceRows[row]) ? "\u2013" : values.text(sourceRows[row]),
        values instanceof NumberColumn);
  }

  private static TableColumn<Integer, String> column(
      String name, IntFunction<String> text, boolean number) {
    var column = new TableColumn<Integer, String>(name);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.getStyleClass().add(number ? "number-column" : "text-column");
    return column;
  }
}
