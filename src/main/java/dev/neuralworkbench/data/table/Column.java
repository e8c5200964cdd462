package dev.neuralworkbench.data.table;

/** A named column of a {@link Table}; immutable. */
public sealed interface Column permits NumberColumn, TextColumn {

  /** Name, unique in its table. */
  String name();

  int rows();

  int missing();

  boolean isMissing(int row);

  /** The number in a row; NaN where it is missing or none. */
  double value(int row);

  /** The value as it is shown and exported; empty where it is missing. */
  String text(int row);

  /**
   * The same column with the value of the last row above that has one, where a value is missing.
   */
  Column filledDown();

  /** A column of some of the rows, in the order in which they are given. Not modified. */
  Column only(int[] rows);

  /** The same values under another name; they are shared, not copied. */
  Column renamed(String name);
}
