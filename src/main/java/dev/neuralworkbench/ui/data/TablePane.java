package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.OnAnyChange;
import dev.neuralworkbench.ui.common.grid.CellGrid;
import dev.neuralworkbench.ui.common.grid.GridCell;
import dev.neuralworkbench.ui.common.grid.TableCells;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The table itself, in a grid whose heads set roles and types. */
final class TablePane extends StackPane {

  private final DataViewModel model;
  private final Messages messages;
  private final List<ColumnHead> heads = new ArrayList<>();
  final CellGrid<TableContent> grid;
  private @Nullable TableCells cells;

  TablePane(DataViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
    grid = new CellGrid<>(this::head);
    grid.setId("data-table");
    grid.tell(this::words);
    getStyleClass().add("table-pane");
    getChildren().setAll(grid);
    bind();
  }

  private void bind() {
    model.content().subscribe(this::show);
    OnAnyChange.all(grid::refresh, model.problems(), messages.language());
    model.column().subscribe(_ -> follow());
    model.sought().subscribe(cell -> seek(cell));
    grid.selected()
        .subscribe(
            cell -> {
              if (cell.column() >= 0) {
                model.choose(cell.column());
                model.chooseRow(cell.row());
              }
            });
    grid.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
  }

  private ColumnHead head() {
    var made = new ColumnHead(model, messages);
    heads.add(made);
    return made;
  }

  private void show(@Nullable TableContent content) {
    if (content != null) {
      if (content.cells().equals(cells)) {
        grid.update(content);
      } else {
        cells = content.cells();
        grid.show(content);
      }
      follow();
    }
  }

  private void follow() {
    var column = model.column().get();
    if (model.content().get() != null && column >= 0 && grid.selected().get().column() != column) {
      grid.choose(column);
    }
  }

  private void seek(GridCell cell) {
    if (cell.column() >= 0) {
      grid.select(cell.row(), cell.column());
    }
  }

  private String words(GridCell cell) {
    var content = model.content().get();
    if (content == null) {
      return messages.now("table.describe");
    }
    var table = content.cells().table();
    if (cell.row() < 0) {
      return messages.now(
          "table.size",
          messages.now("table.describe"),
          Numbers.count(table.rows()),
          Numbers.count(table.columns().size()));
    }
    var text =
        content.isMissing(cell.row(), cell.column())
            ? messages.now("table.missing")
            : content.text(cell.row(), cell.column());
    return messages.now("table.cell", cell.row() + 1, table.column(cell.column()).name(), text);
  }

  private void press(KeyEvent key) {
    if (key.getCode() == KeyCode.ENTER && grid.equals(key.getTarget())) {
      heads.stream()
          .filter(
              head -> head.isVisible() && ("column-" + model.column().get()).equals(head.getId()))
          .findFirst()
          .ifPresent(ColumnHead::openRoles);
      key.consume();
    }
  }
}
