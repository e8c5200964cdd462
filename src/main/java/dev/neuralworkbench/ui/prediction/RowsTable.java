package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.model.answer.RowsAnswer;
import dev.neuralworkbench.problem.Ids;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Labels;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.grid.CellGrid;
import dev.neuralworkbench.ui.common.grid.GridCell;
import dev.neuralworkbench.ui.common.grid.GridHead;
import dev.neuralworkbench.ui.common.grid.TableCells;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The answered rows in a grid; a chosen one is entered in the form. */
final class RowsTable extends StackPane {

  private final RowsViewModel model;
  private final Messages messages;
  private final CellGrid<RowsContent> grid;
  private final ObservableValue<Boolean> wrongOnly;
  private @Nullable RowsContent content;

  RowsTable(
      RowsViewModel model,
      Messages messages,
      ObservableValue<Boolean> wrongOnly,
      BiConsumer<RowsAnswer.Given, Integer> chosen) {
    this.model = model;
    this.messages = messages;
    grid = new CellGrid<>(() -> new Head(messages));
    grid.setId("predict-rows-table");
    grid.tell(this::words);
    getStyleClass().add("rows-table");
    getChildren().setAll(grid);
    this.wrongOnly = wrongOnly;
    OnAnyChange.all(this::show, model.answered, wrongOnly);
    messages.language().subscribe(_ -> grid.refresh());
    grid.selected().subscribe(cell -> choose(cell, chosen));
  }

  private void show() {
    var given = model.answered.get();
    var before = content;
    content = given == null ? null : new RowsContent(given, wrongOnly.getValue());
    if (content == null) {
      return;
    }
    if (before != null && before.isOfTable(content)) {
      grid.update(content);
    } else {
      grid.show(content);
    }
  }

  private void choose(GridCell cell, BiConsumer<RowsAnswer.Given, Integer> chosen) {
    var given = model.answered.get();
    var shown = content;
    if (given != null && shown != null && cell.row() >= 0) {
      chosen.accept(given, shown.tableRow(cell.row()));
    }
  }

  private String words(GridCell cell) {
    var shown = content;
    if (shown == null) {
      return messages.now("predict.rows.describe");
    }
    return cell.row() < 0
        ? messages.now(
            "table.size",
            messages.now("predict.rows.describe"),
            Numbers.count(shown.rows()),
            Numbers.count(shown.columns()))
        : messages.now(
            "predict.rows.cell",
            shown.tableRow(cell.row()) + 1,
            shown.column(cell.column()).name(),
            shown.text(cell.row(), cell.column()));
  }

  /** The head of a column of answered rows: its name, and whether it is answered or given. */
  private static final class Head extends VBox implements GridHead<RowsContent> {

    private final Messages messages;
    private final Label name = new Label();
    private final Label kind = Labels.line("column-name", "rows-kind");
    private final Tooltip whole = new Tooltip();

    Head(Messages messages) {
      this.messages = messages;
      getStyleClass().addAll("column-head", "data");
      name.getStyleClass().addAll("column-name", "data");
      name.setTooltip(whole);
      for (var label : new Label[] {name, kind}) {
        label.setMaxWidth(Double.MAX_VALUE);
      }
      getChildren().setAll(name, kind);
    }

    @Override
    public void show(RowsContent shown, int column, boolean selected) {
      var of = shown.column(column);
      name.setText(TableCells.head(of.name()));
      whole.setText(of.name());
      kind.setText(messages.now("predict.rows.column." + Ids.of(of.kind())));
    }
  }
}
