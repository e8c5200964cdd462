package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.model.answer.RowsAnswer;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Follow;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.grid.CellGrid;
import dev.neuralworkbench.ui.common.grid.GridCell;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
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
    grid = new CellGrid<>(() -> new RowsHead(messages));
    grid.setId("predict-rows-table");
    grid.tell(this::words);
    getStyleClass().add("rows-table");
    getChildren().setAll(grid);
    this.wrongOnly = wrongOnly;
    Follow.all(this::show, model.answered(), wrongOnly);
    messages.language().subscribe(_ -> grid.refresh());
    grid.selected().subscribe(cell -> choose(cell, chosen));
  }

  private void show() {
    var given = model.answered().get();
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
    var given = model.answered().get();
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
}
