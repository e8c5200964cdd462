package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TableWriter;
import dev.neuralworkbench.explain.inputs.LargestErrors;
import dev.neuralworkbench.metrics.PredictedClasses;
import dev.neuralworkbench.model.answer.Answers;
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
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
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

  private static final int MOST_INPUTS = 12;
  private static final int DIGITS = 5;

  private final Messages messages;
  final Button save;
  private @Nullable Supplier<Table> saved;
  private final Label heading = Labels.sentence("#evaluate-rows-heading", "chart-heading");
  private final TableView<Integer> table = new TableView<>();
  private final boolean isOfErrors;
  private final RowImages images;

  /** Tells which row of the table is opened, counted from 1. */
  CellRows(EvaluateViewModel model, ChartFiles files, IntConsumer opened) {
    this(model.judged, model.listed, "evaluate-rows", files, opened);
    Runnable close = () -> Optional.ofNullable(model.listed.get()).ifPresent(model::select);
    var back =
        Buttons.small(Icon.REMOVE, messages, "evaluate.rows.back", close, "#evaluate-rows-back");
    Visibility.when(back, model.listed.isNotNull());
    var head = new HBox(Space.wide(heading), save, back);
    getChildren().addFirst(Styling.as(head, "section-head", "section-said"));
  }

  /** Others than those that are listed; only of these is it told how wrong they are. */
  CellRows(
      ObservableValue<@Nullable JudgedPart> part,
      ObservableValue<? extends @Nullable Listed> listed,
      String id,
      ChartFiles files,
      IntConsumer opened) {
    isOfErrors = !id.equals("evaluate-rows");
    Styling.as(table, "#" + id, "data-table", "dense");
    messages = files.messages();
    save =
        Buttons.small(
            Icon.SAVE, messages, "evaluate.rows.save", () -> save(files), "#" + id + "-save");
    images = new RowImages(messages, opened);
    getStyleClass().add("cell-rows");
    table.setPlaceholder(new Region());
    table.accessibleTextProperty().bind(heading.textProperty());
    images.accessibleTextProperty().bind(heading.textProperty());
    // No higher than its rows, its head and a bar to scroll by.
    table
        .maxHeightProperty()
        .bind(table.fixedCellSizeProperty().multiply(Bindings.size(table.getItems()).add(2.5)));
    Tooltips.install(
        table,
        messages.text(
            part,
            (words, it) ->
                words.text(
                    it != null && it.file() != null ? "evaluate.rows.file" : "evaluate.rows.tip")));
    getChildren().setAll(Space.tall(table), Space.tall(images));
    table.addEventHandler(
        InputEvent.ANY,
        event -> {
          var judged = part.getValue();
          var row = table.getSelectionModel().getSelectedItem();
          if (judged != null && judged.file() == null && row != null && isOpening(event)) {
            opened.accept(judged.data().sourceRows()[row] + 1);
          }
        });
    OnAnyChange.all(
        () -> show(listed.getValue(), part.getValue()), listed, part, messages.language());
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
    var classes = judged.answers().classes();
    var wrong = isOfErrors ? new int[0] : judged.wrongRows();
    var rows = listed == null ? wrong : judged.rowsOf(listed);
    var isOfImages = judged.pixels() != null && !classes.isEmpty() && !isOfErrors;
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
          case SomeRows(var heading, var _, var _) -> heading.apply(messages.words(), number);
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
    var answers = judged.answers();
    var source = judged.data().sourceRows();
    var columns = new ArrayList<TableColumn<Integer, String>>();
    columns.add(column("evaluate.rows.row", row -> Numbers.count(source[row] + 1L), true));
    if (listed instanceof Cell(var _, var predicted)) {
      columns.add(probability(answers, predicted));
    } else if (classes.isEmpty()) {
      columns.add(column("evaluate.rows.actual", row -> rounded(judged.actual(row)), true));
      columns.add(
          column("evaluate.confusion.predicted", row -> rounded(judged.predicted(row)), true));
    } else {
      columns.add(
          column("evaluate.confusion.actual", row -> classes.get(judged.actualClass(row)), false));
      columns.add(
          column("evaluate.confusion.predicted", row -> predicted(answers, classes, row), false));
    }
    if (isOfErrors) {
      var head = classes.isEmpty() ? "evaluate.errors.distance" : "evaluate.errors.loss";
      var targets = judged.data().targets();
      columns.add(column(head, row -> rounded(LargestErrors.of(answers, targets, row)), true));
    } else if (listed instanceof SomeRows some && some.of() >= 0 && !classes.isEmpty()) {
      columns.add(probability(answers, some.of()));
    } else if (!classes.isEmpty() && !(listed instanceof Cell)) {
      columns.add(column("evaluate.rows.sure", row -> Numbers.share(judged.sureness(row)), true));
    }
    judged.inputs().stream().limit(MOST_INPUTS).map(it -> input(it, source)).forEach(columns::add);
    table.getColumns().setAll(columns);
    table.getItems().setAll(Arrays.stream(rows).boxed().toList());
  }

  private TableColumn<Integer, String> probability(Answers answers, int of) {
    return named(
        messages.now("evaluate.rows.probability", answers.classes().get(of)),
        row -> Numbers.share(answers.probability(row, of)),
        true);
  }

  private static String predicted(Answers answers, List<String> classes, int row) {
    var index = answers.predictedClass(row);
    return index == PredictedClasses.NONE ? "\u2013" : classes.get(index);
  }

  private static String rounded(double value) {
    return Numbers.rounded(value, DIGITS);
  }

  private static TableColumn<Integer, String> input(Column values, int[] source) {
    return named(
        values.name(),
        row -> values.isMissing(source[row]) ? "\u2013" : values.text(source[row]),
        values instanceof NumberColumn);
  }

  private TableColumn<Integer, String> column(
      String key, IntFunction<String> text, boolean isNumber) {
    return named(messages.now(key), text, isNumber);
  }

  private static TableColumn<Integer, String> named(
      String name, IntFunction<String> text, boolean isNumber) {
    var column = new TableColumn<Integer, String>(name);
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.getStyleClass().add(isNumber ? "number-column" : "text-column");
    return column;
  }
}
