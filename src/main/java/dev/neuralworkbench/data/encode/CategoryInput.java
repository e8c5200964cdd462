package dev.neuralworkbench.data.encode;

import dev.neuralworkbench.data.table.CategoryCounts;
import dev.neuralworkbench.data.table.CategoryIndex;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A categorical input, one-hot: one number for each category, 1 for the row's own, 0 for the
 * others. A category that was not among the training rows is all 0.
 *
 * @param name name of the table's column
 * @param categories those of the training rows: texts in the order of their characters, numbers by
 *     value
 * @param fill stands in for a missing value; one of the categories, or empty if there is none
 */
public record CategoryInput(String name, List<String> categories, String fill)
    implements InputEncoder {

  /** Copies the list. */
  public CategoryInput {
    categories = List.copyOf(categories);
  }

  /** Learns from the given rows. */
  public static CategoryInput fit(Column column, int[] rows) {
    var counts = CategoryCounts.of(column, rows);
    return new CategoryInput(column.name(), counts.names(), counts.mostFrequent());
  }

  @Override
  public int width() {
    return categories.size();
  }

  @Override
  public void encode(RawRow row, int input, float[] into, int offset) {
    write(indexOf(row.text(input)), into, offset);
  }

  @Override
  public CellEncoder on(Column column) {
    var index = CategoryIndex.of(categories, column, indexOf(fill));
    return (row, into, position) -> write(index.applyAsInt(row), into, position);
  }

  private void write(int category, float[] into, int offset) {
    Arrays.fill(into, offset, offset + categories.size(), 0);
    if (category != CategoryIndex.UNKNOWN) {
      into[offset + category] = 1;
    }
  }

  /** Index of a category, of the fill value for null or empty, −1 for one that is unknown. */
  public int indexOf(@Nullable String text) {
    return CategoryIndex.find(categories, text == null || text.isEmpty() ? fill : text);
  }

  /** Never: an unknown category is an answerable one, as scikit-learn's ignored ones are. */
  @Override
  public IntPredicate refuses(Column column) {
    return RowTally.NEVER;
  }

  @Override
  public IntPredicate isOutside(Column column) {
    var index = CategoryIndex.of(categories, column, indexOf(fill));
    return row -> !column.isMissing(row) && index.applyAsInt(row) == CategoryIndex.UNKNOWN;
  }

  @Override
  public Problem problem(Column column, int row) {
    return Problem.at(
        "data.cell.unknownCategory",
        Place.cell(name, row + 1L),
        CategoryIndex.listed(categories),
        column.text(row));
  }
}
