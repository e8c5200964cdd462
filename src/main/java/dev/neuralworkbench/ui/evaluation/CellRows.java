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
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.evaluation.EvaluateViewModel.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The rows of a chosen cell of the confusion matrix, or all wrong ones: a table, or images. */
final class CellRows extends VBox {

  private static final int MOST_COLUMNS = 12;

  private final Messages messages;
  private final Label heading = Labels.sentence("#evaluate-rows-heading", "chart-heading");
  private final TableView<Integer> table =
      Styling.as(new TableView<>(), "#evaluate-rows", "data-table", "dense");
  private final RowImages images;

  /** Tells which row of the table is opened, counted from 1. */
  CellRows(EvaluateViewModel model, Messages messages, IntConsumer opened) {
    this.messages = messages;
    images = new RowImages(messages, opened);
    getStyleClass().add("cell-rows");
    table.setPlaceholder(new Region());
    table.accessibleTextProperty().bind(heading.textProperty());
    images.accessibleTextProperty().bind(heading.textProperty());
    // No higher than its rows, its head and a bar to scroll by.
    table
        .maxHeightProperty()
        .bind(table.fixedCellSizeProperty().multiply(Bindings.size(table.getItems()).add(2.5)));
    Tooltips.install(table, messages.text("evaluate.rows.tip"));
    getChildren().setAll(heading, Space.tall(table), Space.tall(images));
    table.addEventHandler(
        InputEvent.ANY,
        event -> {
          var judged = model.judged.get();
          var row = table.getSelectionModel().getSelectedItem();
          if (judged != null && row != null && isOpening(event)) {
            opened.accept(judged.data().sourceRows()[row] + 1);
          }
        });
    OnAnyChange.all(
        () -> show(model.cell.get(), model.judged.get()),
        model.cell,
        model.judged,
        messages.language());
  }

  private static boolean isOpening(InputEvent event) {
    return event instanceof KeyEvent key
        ? key.getEventType() == KeyEvent.KEY_PRESSED && key.getCode() == KeyCode.ENTER
        : event instanceof MouseEvent mouse
            && mouse.getEventType() == MouseEvent.MOUSE_CLICKED
            && mouse.getClickCount() == 2;
  }

  private void show(@Nullable Cell cell, @Nullable JudgedPart judged) {
    if (judged != null && judged.answers().target() instanceof ClassTarget target) {
      var rows = cell == null ? judged.wrongRows() : judged.rowsOf(cell);
      var isOfImages = judged.pixels() != null;
      var ordered = isOfImages ? judged.surestFirst(rows) : rows;
      heading.setText(heading(cell, ordered.length, target.classes(), isOfImages));
      Visibility.when(images, isOfImages && rows.length > 0);
      Visibility.when(table, !isOfImages && rows.length > 0);
      images.show(judged, target.classes(), isOfImages ? ordered : new int[0]);
      tabulate(cell, judged, target.classes(), isOfImages ? new int[0] : rows);
    }
  }

  private String heading(@Nullable Cell cell, int count, List<String> classes, boolean isOfImages) {
    var number = Numbers.count(count);
    if (cell == null && count == 0) {
      return messages.now("evaluate.rows.none");
    }
    var said =
        cell == null
            ? messages.now("evaluate.rows.wrong", number)
            : messages.now(
                "evaluate.rows.heading",
                classes.get(cell.actual()),
                classes.get(cell.predicted()),
                number);
    if (!isOfImages || count < 2) {
      return said;
    }
    return count <= RowImages.MOST
        ? messages.now("evaluate.rows.surest", said)
        : messages.now("evaluate.rows.surest.some", said, RowImages.MOST);
  }

  private void tabulate(@Nullable Cell cell, JudgedPart judged, List<String> classes, int[] rows) {
    var sourceRows = judged.data().sourceRows();
    var columns = new ArrayList<TableColumn<Integer, String>>();
    IntFunction<String> number = row -> Numbers.count(sourceRows[row] + 1L);
    columns.add(column(messages.now("evaluate.rows.row"), number, true));
    if (cell == null) {
      IntFunction<String> actual = row -> classes.get(judged.actualClass(row));
      IntFunction<String> predicted = row -> classes.get(judged.answers().predictedClass(row));
      IntFunction<String> sure = row -> Numbers.share(judged.sureness(row));
      columns.add(column(messages.now("evaluate.confusion.actual"), actual, false));
      columns.add(column(messages.now("evaluate.confusion.predicted"), predicted, false));
      columns.add(column(messages.now("evaluate.rows.sure"), sure, true));
    } else {
      columns.add(
          column(
              messages.now("evaluate.rows.probability", classes.get(cell.predicted())),
              row -> Numbers.share(judged.answers().probability(row, cell.predicted())),
              true));
    }
    judged.inputs().stream().limit(MOST_COLUMNS).forEach(it -> columns.add(column(it, sourceRows)));
    table.getColumns().setAll(List.copyOf(columns));
    table.getItems().setAll(Arrays.stream(rows).boxed().toList());
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
