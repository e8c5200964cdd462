package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TableWriter;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.curve.ChartFiles;
import dev.neuralworkbench.ui.common.Buttons;
import dev.neuralworkbench.ui.common.Icon;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.Space;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Tooltips;
import dev.neuralworkbench.ui.common.Visibility;
import dev.neuralworkbench.ui.evaluation.Listed.Cell;
import dev.neuralworkbench.ui.evaluation.Listed.SomeRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The rows of a chosen cell of the confusion matrix, or all wrong ones: a table, or images. */
final class CellRows extends VBox {

  private final Messages messages;
  private final Button save;
  private @Nullable Supplier<Table> saved;
  private final Label heading = Labels.sentence("#evaluate-rows-heading", "chart-heading");
  private final TableView<Integer> table =
      Styling.as(new TableView<>(), "#evaluate-rows", "data-table", "dense");
  private final RowImages images;

  /** Tells which row of the table is opened, counted from 1. */
  CellRows(EvaluateViewModel model, ChartFiles files, IntConsumer opened) {
    messages = files.messages();
    save =
        Buttons.small(
            Icon.SAVE, messages, "evaluate.rows.save", () -> save(files), "#evaluate-rows-save");
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
    var head = Styling.as(new HBox(Space.wide(heading), save), "section-head", "section-said");
    getChildren().setAll(head, Space.tall(table), Space.tall(images));
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
        () -> show(model.listed.get(), model.judged.get()),
        model.listed,
        model.judged,
        messages.language());
  }

  private void save(ChartFiles files) {
    var rows = saved;
    if (rows != null) {
      files.saveNumbers("chart.saving", "rows.csv", to -> TableWriter.write(rows.get(), to));
    }
  }

  private static boolean isOpening(InputEvent event) {
    return event instanceof KeyEvent key
        ? key.getEventType() == KeyEvent.KEY_PRESSED && key.getCode() == KeyCode.ENTER
        : event instanceof MouseEvent mouse
            && mouse.getEventType() == MouseEvent.MOUSE_CLICKED
            && mouse.getClickCount() == 2;
  }

  private void show(@Nullable Listed listed, @Nullable JudgedPart judged) {
    if (judged == null) {
      return;
    }
    var classes =
        judged.answers().target() instanceof ClassTarget target
            ? target.classes()
            : List.<String>of();
    var rows = listed == null ? judged.wrongRows() : judged.rowsOf(listed);
    var isOfImages = judged.pixels() != null && !classes.isEmpty();
    var isOrdered = isOfImages && !(listed instanceof SomeRows);
    heading.setText(
        classes.isEmpty() && listed == null
            ? ""
            : heading(listed, rows.length, classes, isOrdered));
    Visibility.when(heading, !heading.getText().isEmpty());
    Visibility.when(save, rows.length > 0);
    saved = () -> new EvaluationTables(judged).rows(rows);
    Visibility.when(images, isOfImages && rows.length > 0);
    Visibility.when(table, !isOfImages && rows.length > 0);
    var shown = isOrdered ? judged.surestFirst(rows) : rows;
    images.show(judged, classes, isOfImages ? shown : new int[0]);
    tabulate(listed, judged, classes, isOfImages ? new int[0] : rows);
  }

  private String heading(
      @Nullable Listed listed, int count, List<String> classes, boolean isOrdered) {
    var number = Numbers.count(count);
    var said =
        switch (listed) {
          case null ->
              count == 0
                  ? messages.now("evaluate.rows.none")
                  : messages.now("evaluate.rows.wrong", number);
          case Cell(var actual, var predicted) ->
              messages.now(
                  "evaluate.rows.heading", classes.get(actual), classes.get(predicted), number);
          case SomeRows(var heading, var _) -> heading.apply(messages.words(), number);
        };
    if (!isOrdered || count < 2) {
      return said;
    }
    return count <= RowImages.MOST
        ? messages.now("evaluate.rows.surest", said)
        : messages.now("evaluate.rows.surest.some", said, RowImages.MOST);
  }

  private void tabulate(
      @Nullable Listed listed, JudgedPart judged, List<String> classes, int[] rows) {
    var all = new RowColumns(judged, messages);
    var columns = new ArrayList<>(List.of(all.number()));
    if (listed instanceof Cell(var _, var predicted)) {
      columns.add(
          RowColumns.named(
              messages.now("evaluate.rows.probability", classes.get(predicted)),
              row -> Numbers.share(judged.answers().probability(row, predicted)),
              true));
    } else {
      columns.addAll(all.truth());
      if (!classes.isEmpty()) {
        columns.add(all.of("evaluate.rows.sure", row -> Numbers.share(judged.sureness(row)), true));
      }
    }
    all.inputs().forEach(columns::add);
    table.getColumns().setAll(List.copyOf(columns));
    table.getItems().setAll(Arrays.stream(rows).boxed().toList());
  }
}
