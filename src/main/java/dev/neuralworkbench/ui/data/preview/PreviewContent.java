package dev.neuralworkbench.ui.data.preview;

import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.ui.common.grid.GridContent;
import dev.neuralworkbench.ui.common.grid.TableCells;
import org.jspecify.annotations.Nullable;

/** The first rows of a table in a grid. */
record PreviewContent(TableCells cells, ReadingChoices choices) implements GridContent {

  private static final int MOST_ROWS = 100;

  Table table() {
    return cells.table();
  }

  @Override
  public int rows() {
    return Math.min(MOST_ROWS, table().rows());
  }

  @Override
  public int columns() {
    return table().columns().size();
  }

  @Override
  public String text(int row, int column) {
    return cells.text(row, column);
  }

  @Override
  public boolean isMissing(int row, int column) {
    return table().column(column).isMissing(row);
  }

  @Override
  public boolean isNumeric(int column) {
    return table().column(column) instanceof NumberColumn;
  }

  @Override
  public int digits(int column) {
    return cells.digits(column);
  }

  @Override
  public @Nullable String look(int column) {
    return null;
  }
}
