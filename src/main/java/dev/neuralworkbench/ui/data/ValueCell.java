package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.data.Column;
import dev.neuralworkbench.data.NumberColumn;
import javafx.scene.control.TableCell;

/** A value of the table as it stands in the file; a dash where it is missing. */
final class ValueCell extends TableCell<Integer, Integer> {

  private static final String MISSING = "\u2013";

  private final Column column;

  ValueCell(Column column) {
    this.column = column;
    getStyleClass().add(column instanceof NumberColumn ? "number-cell" : "text-cell");
  }

  @Override
  protected void updateItem(Integer row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setText(null);
    } else {
      setText(column.isMissing(row) ? MISSING : column.text(row));
    }
  }
}
