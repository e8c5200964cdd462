package dev.neuralworkbench.ui.common.grid;

import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.text.Numbers;
import org.jspecify.annotations.Nullable;

/** What a {@link CellGrid} shows. It is asked for texts only where they are seen. */
public interface GridContent {

  int rows();

  int columns();

  String text(int row, int column);

  /** Whether the cell's text is only the mark of a value that is not there. */
  boolean isMissing(int row, int column);

  /** Whether the texts of a column stand to the right, as numbers do. */
  boolean isNumeric(int column);

  /** The width that a column asks for, in digits. */
  int digits(int column);

  default @Nullable String widthName(int column) {
    return null;
  }

  /** Pseudo-class that the style sheet knows a column by, such as {@code target}; null for none. */
  default @Nullable String look(int column) {
    return null;
  }

  /** Whether a name of a column takes two lines, so that all heads are as high. */
  default boolean hasLongNames() {
    return false;
  }

  /** Pseudo-class of the mark before a row's number, such as {@code test}; null for no mark. */
  default @Nullable String mark(int row) {
    return null;
  }

  default String rowName(int row) {
    return Numbers.count(row + 1L);
  }

  /** The width that the longest name of a row asks for, in digits. */
  default int rowNameDigits() {
    return Math.max(2, Numbers.count(rows()).length());
  }

  default boolean isHeading(int row) {
    return false;
  }

  /** Whether a row is crossed out: it stands there and is not used. */
  default boolean isStruck(int row) {
    return false;
  }

  /** Pseudo-class of a cell's colour; null for that of its column. */
  default @Nullable String shade(int row, int column) {
    return null;
  }

  /** Whether a cell is read otherwise than it stands in the file. */
  default boolean isChanged(int row, int column) {
    return false;
  }

  /** The cells of a table, or of its first rows. */
  interface OfTable extends GridContent {

    TableCells cells();

    @Override
    default int rows() {
      return cells().table.rows();
    }

    @Override
    default int columns() {
      return cells().table.columns().size();
    }

    @Override
    default String text(int row, int column) {
      return cells().text(row, column);
    }

    @Override
    default boolean isMissing(int row, int column) {
      return cells().table.column(column).isMissing(row);
    }

    @Override
    default boolean isNumeric(int column) {
      return cells().table.column(column) instanceof NumberColumn;
    }

    @Override
    default int digits(int column) {
      return cells().digits(column);
    }

    @Override
    default boolean hasLongNames() {
      return cells().hasLongNames();
    }
  }
}
