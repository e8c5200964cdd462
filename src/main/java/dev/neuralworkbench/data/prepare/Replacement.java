package dev.neuralworkbench.data.prepare;

import dev.neuralworkbench.data.cell.NumberParser;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A value of a column that is read as another: a spelling as the usual one, or a code such as −99
 * as a missing value.
 *
 * @param value as the table shows it; a number may be written in any way
 * @param by what it is read as; null for a missing value
 */
public record Replacement(String value, @Nullable String by) {

  /** Most of one column. */
  public static final int MOST = 10_000;

  /** An empty text is a missing value. */
  public Replacement {
    by = by == null || by.isEmpty() ? null : by;
  }

  /** Whether a column has the value in any row. */
  public boolean occurs(Column column) {
    var number = NumberParser.parse(value);
    return switch (column) {
      case TextColumn texts -> texts.categories().contains(value);
      case NumberColumn numbers ->
          numbers.odd().contains(value)
              || IntStream.range(0, numbers.rows()).anyMatch(row -> numbers.value(row) == number);
    };
  }

  @Override
  public String toString() {
    return value + " → " + (by == null ? "?" : by);
  }
}
