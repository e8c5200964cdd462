package dev.neuralworkbench.data.prepare;

import org.jspecify.annotations.Nullable;

/**
 * A column that decides which rows are held out, in the place of chance alone. Chance flatters a
 * model whose rows hang together: of several rows of one patient some would teach what the others
 * ask, and of a day in the middle the days before and behind.
 *
 * @param column name of the column; it may be an input or not
 * @param wasInput whether it is ignored for this rule alone, and an input again without it; null
 *     for no
 */
public record SplitRule(Kind kind, String column, @Nullable Boolean wasInput) {

  public enum Kind {
    /** Rows of one value are all in the same part, which is drawn. */
    GROUP,
    /** The last rows are the test rows, those before them the validation rows. */
    TIME,
    PART
  }

  /** Null where the column was no input. */
  public SplitRule {
    wasInput = Boolean.TRUE.equals(wasInput) ? wasInput : null;
  }

  public SplitRule(Kind kind, String column) {
    this(kind, column, null);
  }

  /** Whether its column is an input again without it. */
  public boolean gaveUpInput() {
    return wasInput != null;
  }
}
