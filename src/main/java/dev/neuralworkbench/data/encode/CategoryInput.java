package dev.neuralworkbench.data.encode;

import dev.neuralworkbench.data.encode.RowRemark.RowTally;
import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.table.CategoryCounts;
import dev.neuralworkbench.data.table.CategoryIndex;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A categorical input, one-hot: one number for each category, 1 for the row's own, 0 for the
 * others. A category that was not among the training rows is all 0, and so is one of too few.
 *
 * @param categories those of the training rows: texts in the order of their characters, numbers by
 *     value
 * @param fill stands in for a missing value; one of the categories, or empty for none
 * @param others categories of the training rows that have no number of their own; null for none
 */
public record CategoryInput(
    String name, List<String> categories, String fill, @Nullable List<String> others)
    implements InputEncoder {

  public CategoryInput {
    categories = List.copyOf(categories);
    others = others == null || others.isEmpty() ? null : List.copyOf(others);
  }

  /** An input in which each category has a number of its own. */
  public CategoryInput(String name, List<String> categories, String fill) {
    this(name, categories, fill, null);
  }

  /**
   * Learns from the given rows.
   *
   * @param fewest rows that a category needs for a number of its own; the most frequent one has one
   *     in any case
   */
  public static CategoryInput fit(Column column, int[] rows, int fewest, MissingValues missing) {
    var counts = CategoryCounts.of(column, rows);
    var usual = counts.mostFrequent();
    var own = new ArrayList<String>();
    var others = new ArrayList<String>();
    for (var i = 0; i < counts.names().size(); i++) {
      var name = counts.names().get(i);
      (counts.counts().get(i) >= fewest || name.equals(usual) ? own : others).add(name);
    }
    var fill = missing.fillsCategories() ? usual : "";
    return new CategoryInput(column.name(), own, fill, others);
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
    var known = known();
    var index = CategoryIndex.of(known, column, CategoryIndex.find(known, fill));
    return row -> !column.isMissing(row) && index.applyAsInt(row) == CategoryIndex.UNKNOWN;
  }

  /** The categories of the training rows, those without a number of their own included. */
  public List<String> known() {
    return others == null
        ? categories
        : Stream.concat(categories.stream(), others.stream()).toList();
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
