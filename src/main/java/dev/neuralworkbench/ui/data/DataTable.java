package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.Column;
import dev.neuralworkbench.data.Table;
import dev.neuralworkbench.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * The rows of a table. Rows and cells out of sight do not exist, and columns are shown in pages: a
 * toolkit's header is made for all columns at once.
 */
final class DataTable extends TableView<Integer> {

  /** Columns shown at once. */
  static final int PAGE = 40;

  private static final int LOOKED_AT = 60;
  private static final int FEWEST_CHARACTERS = 20;
  private static final int MOST_CHARACTERS = 40;
  private static final double CHARACTER_IN_EM = 0.6;
  private static final double ROW_IN_EM = 2;

  private final DataViewModel model;
  private final Messages messages;
  private final ObservableValue<Double> em;

  /**
   * A table without rows yet.
   *
   * @param em size of the text, which widths and heights follow
   */
  DataTable(DataViewModel model, Messages messages, ObservableValue<Double> em) {
    this.em = em;
    fixedCellSizeProperty().bind(em.map(size -> Math.rint(ROW_IN_EM * size)));
    this.model = model;
    this.messages = messages;
    setId("data-table");
    getStyleClass().addAll("data-table", "dense");
    accessibleTextProperty().bind(messages.text("data.table"));
  }

  /** Shows a page of a table's columns. */
  void show(Table table, int firstColumn) {
    var columns = new ArrayList<TableColumn<Integer, Integer>>();
    columns.add(rowNumbers(table.rows()));
    var end = Math.min(table.columns().size(), firstColumn + PAGE);
    for (var index = firstColumn; index < end; index++) {
      columns.add(column(table.column(index), index));
    }
    getColumns().setAll(List.copyOf(columns));
    setItems(new RowNumbers(table.rows()));
  }

  private TableColumn<Integer, Integer> column(Column values, int index) {
    var column = plain();
    column.setGraphic(new ColumnHeader(model, index, values, messages));
    column.setCellFactory(_ -> new ValueCell(values));
    widen(column, characters(values));
    return column;
  }

  private TableColumn<Integer, Integer> rowNumbers(int rows) {
    var column = plain();
    column.setCellFactory(_ -> new RowNumberCell());
    widen(column, String.valueOf(rows).length() + 2);
    column.setResizable(false);
    return column;
  }

  private static TableColumn<Integer, Integer> plain() {
    var column = new TableColumn<Integer, Integer>();
    column.setSortable(false);
    column.setReorderable(false);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    return column;
  }

  private void widen(TableColumn<?, ?> column, int characters) {
    column.prefWidthProperty().bind(em.map(size -> (characters * CHARACTER_IN_EM + 1) * size));
  }

  /** Length of the longest of the first values, within limits. */
  private static int characters(Column values) {
    var longest = Math.max(FEWEST_CHARACTERS, values.name().length() + 2);
    for (var row = 0; row < Math.min(LOOKED_AT, values.rows()); row++) {
      longest = Math.max(longest, values.text(row).length());
    }
    return Math.min(longest, MOST_CHARACTERS);
  }

  private static final class RowNumberCell extends TableCell<Integer, Integer> {

    RowNumberCell() {
      getStyleClass().add("row-number-cell");
    }

    @Override
    protected void updateItem(Integer row, boolean empty) {
      super.updateItem(row, empty);
      setText(empty || row == null ? null : String.valueOf(row + 1));
    }
  }
}
