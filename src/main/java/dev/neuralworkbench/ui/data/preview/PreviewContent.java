package dev.neuralworkbench.ui.data.preview;

import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.ui.common.grid.GridContent;
import dev.neuralworkbench.ui.common.grid.HeadName;
import dev.neuralworkbench.ui.common.grid.TableCells;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a table in a grid.
 *
 * @param choices how it was read
 */
record PreviewContent(Table table, ReadingChoices choices) implements GridContent {

  private static final int MOST_ROWS = 100;
  private static final int FEWEST_DIGITS = 9;
  private static final int MOST_DIGITS = 22;
  private static final int ROWS_MEASURED = 20;

  /** Whether the name of a column takes two lines. */
  boolean hasLongNames() {
    return table.columns().stream().anyMatch(it -> HeadName.of(it.name()).contains("\n"));
  }

  @Override
  public int rows() {
    return Math.min(MOST_ROWS, table.rows());
  }

  @Override
  public int columns() {
    return table.columns().size();
  }

  @Override
  public String text(int row, int column) {
    return isMissing(row, column) ? "\u2013" : table.column(column).text(row);
  }

  @Override
  public boolean isMissing(int row, int column) {
    return table.column(column).isMissing(row);
  }

  @Override
  public boolean isNumeric(int column) {
    return table.column(column) instanceof NumberColumn;
  }

  @Override
  public int digits(int column) {
    var longest =
        HeadName.of(table.column(column).name()).lines().mapToInt(TableCells::width).max().orElse(0)
            + 2;
    for (var row = 0; row < Math.min(ROWS_MEASURED, rows()); row++) {
      longest = Math.max(longest, TableCells.width(text(row, column)));
    }
    return Math.clamp(longest, FEWEST_DIGITS, MOST_DIGITS);
  }

  @Override
  public @Nullable String look(int column) {
    return null;
  }
}
