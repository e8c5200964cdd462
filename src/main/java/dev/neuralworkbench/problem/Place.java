package dev.neuralworkbench.problem;

import org.jspecify.annotations.Nullable;

/**
 * Where a problem is. Parts that do not apply are left out.
 *
 * @param file name of the file, without its folder
 * @param line line in the file, counted from 1; 0 where there is none
 * @param column name of the table's column
 * @param path path inside a model file, such as {@code network.layers[1].weights}
 * @param row row of a table, counted from 1 without the header; 0 where there is none
 */
public record Place(
    @Nullable String file, long line, @Nullable String column, @Nullable String path, long row) {

  /** No particular place: the problem belongs to a form field alone. */
  public static final Place NONE = new Place(null, 0, null, null, 0);

  /** A whole file. */
  public static Place file(String file) {
    return new Place(file, 0, null, null, 0);
  }

  /** A line of a text file, counted from 1. */
  public static Place line(String file, long line) {
    return new Place(file, line, null, null, 0);
  }

  /** A column of a table. */
  public static Place column(String column) {
    return new Place(null, 0, column, null, 0);
  }

  /**
   * A cell of a table.
   *
   * @param row counted from 1, without the header
   */
  public static Place cell(String column, long row) {
    return new Place(null, 0, column, null, row);
  }

  /** A path inside a model file. */
  public static Place path(String path) {
    return new Place(null, 0, null, path, 0);
  }

  /** The same place in the named file. */
  public Place in(String file) {
    return new Place(file, line, column, path, row);
  }
}
