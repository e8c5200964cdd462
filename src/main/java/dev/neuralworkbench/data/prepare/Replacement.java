package dev.neuralworkbench.data.prepare;

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

  @Override
  public String toString() {
    return value + " → " + (by == null ? "?" : by);
  }
}
