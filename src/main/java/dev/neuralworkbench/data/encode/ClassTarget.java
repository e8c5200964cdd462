package dev.neuralworkbench.data.encode;

import dev.neuralworkbench.data.table.CategoryCounts;
import dev.neuralworkbench.data.table.CategoryIndex;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A target that is one of several classes. The classes are those of all rows, not of the training
 * rows alone: they are the question, which must not change with the seed of the split.
 *
 * @param name name of the table's column
 * @param classes the classes in rising order: texts by their characters, numbers by value; the
 *     second of two is the positive one
 * @param numbers whether the classes are numbers in the table
 */
public record ClassTarget(String name, List<String> classes, boolean numbers)
    implements TargetEncoder {

  /** Copies the list. */
  public ClassTarget {
    classes = List.copyOf(classes);
  }

  /** The classes that occur in a column. */
  public static ClassTarget of(Column column) {
    return new ClassTarget(
        column.name(), CategoryCounts.of(column).names(), column instanceof NumberColumn);
  }

  /** Index of a class, or −1 if it is none. */
  public int indexOf(String text) {
    return CategoryIndex.find(classes, text);
  }

  @Override
  public ClassTargets encode(Column column, int[] rows) {
    return new ClassTargets(indices(column, rows), classes.size());
  }

  /**
   * Index of the class of each row; −1 where it is missing or unknown.
   *
   * @param rows Not modified.
   * @return as long as {@code rows}; the caller's own
   */
  public int[] indices(Column column, int[] rows) {
    var index = CategoryIndex.of(classes, column, CategoryIndex.UNKNOWN);
    return IntStream.of(rows).map(index).toArray();
  }

  @Override
  public IntPredicate refuses(Column column) {
    var index = CategoryIndex.of(classes, column, CategoryIndex.UNKNOWN);
    return row -> !column.isMissing(row) && index.applyAsInt(row) == CategoryIndex.UNKNOWN;
  }

  @Override
  public Problem problem(Column column, int row) {
    return Problem.at(
        "data.cell.unknownClass",
        Place.cell(name, row + 1L),
        CategoryIndex.listed(classes),
        column.text(row));
  }
}
