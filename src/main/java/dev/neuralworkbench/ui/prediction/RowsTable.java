package dev.neuralworkbench.ui.prediction;

import dev.neuralworkbench.model.answer.RowsAnswer;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.grid.CellGrid;
import dev.neuralworkbench.ui.common.grid.GridCell;
import java.util.function.BiConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The answered rows in a grid; a chosen one is entered in the form. */
final class RowsTable extends StackPane {

  private final RowsViewModel model;
  private final Messages messages;
  private final CellGrid<RowsContent> grid;
  private @Nullable RowsContent content;

  /**
   * A grid.
   *
   * @param chosen told of the row that is chosen
   */
  RowsTable(RowsViewModel model, Messages messages, BiConsumer<RowsAnswer.Given, Integer> chosen) {
    this.model = model;
    this.messages = messages;
    grid = new CellGrid<>(() -> new RowsHead(messages));
    grid.setId("predict-rows-table");
    grid.setAccessibleRole(AccessibleRole.TEXT);
    getStyleClass().add("rows-table");
    getChildren().setAll(grid);
    model.answered().subscribe(given -> show(given));
    messages.language().subscribe(_ -> grid.refresh());
    grid.selected().subscribe(cell -> choose(cell, chosen));
  }

  private void show(RowsAnswer.@Nullable Given given) {
    var before = content;
    content = given == null ? null : new RowsContent(given);
    if (content == null) {
      return;
    }
    if (before != null && before.isOfTable(content)) {
      grid.update(content);
    } else {
      grid.show(content);
      describe(GridCell.NONE);
    }
  }

  private void choose(GridCell cell, BiConsumer<RowsAnswer.Given, Integer> chosen) {
    var given = model.answered().get();
    if (given != null && cell.row() >= 0) {
      chosen.accept(given, cell.row());
    }
    describe(cell);
  }

  private void describe(GridCell cell) {
    var shown = content;
    if (shown == null || cell.row() < 0) {
      grid.setAccessibleText(messages.now("predict.rows.describe"));
    } else {
      grid.setAccessibleText(
          messages.now(
              "predict.rows.cell",
              cell.row() + 1,
              shown.column(cell.column()).name(),
              shown.text(cell.row(), cell.column())));
    }
  }
}
