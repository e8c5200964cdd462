package dev.neuralworkbench.data.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Named columns of equal length. Immutable, and shared freely between threads.
 *
 * @param name what the table is called: the name of its file without the folder, or of the sample
 * @param columns at least one; names differ
 * @param reading how it was read from a text; null where it was not
 */
public record Table(String name, List<Column> columns, int rows, @Nullable ReadingReport reading) {

  /**
   * @throws IllegalArgumentException if there is no column, a length differs or a name occurs twice
   */
  public Table {
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("expected at least one column");
    }
    var named = new NamedList<>(columns, Column::name);
    for (var i = 0; i < named.size(); i++) {
      var column = named.get(i);
      if (column.rows() != rows) {
        throw new IllegalArgumentException(
            "expected " + rows + " rows in " + column.name() + ", received " + column.rows());
      }
      if (named.place(column.name()) < i) {
        throw new IllegalArgumentException("two columns are named " + column.name());
      }
    }
    columns = named;
  }

  /** A table that was not read from a text. */
  public Table(String name, List<Column> columns, int rows) {
    this(name, columns, rows, null);
  }

  /** A table as long as its first column. */
  public static Table of(String name, Column... columns) {
    return new Table(name, List.of(columns), columns.length == 0 ? 0 : columns[0].rows());
  }

  public Column column(int index) {
    return columns.get(index);
  }

  /** A table of some of the rows, in the order in which they are given. Not modified. */
  public Table only(int[] rows) {
    return new Table(
        name, columns.stream().map(it -> it.only(rows)).toList(), rows.length, reading);
  }

  /** The column of a name, or null if there is none. */
  public @Nullable Column column(String name) {
    var index = indexOf(name);
    return index < 0 ? null : columns.get(index);
  }

  /**
   * The column of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Column named(String name) {
    var column = column(name);
    if (column == null) {
      throw new IllegalArgumentException("expected a column " + name + " in " + this.name);
    }
    return column;
  }

  /** Index of the column of a name, or −1 if there is none. */
  public int indexOf(String name) {
    return ((NamedList<Column>) columns).place(name);
  }
}
