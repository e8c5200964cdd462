package dev.neuralworkbench.ui.data.statistics;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.common.grid.TableCells;

/** Numbers of a column as they stand in a line: {@value TableCells#MISSING} where there is none. */
final class ColumnText {

  private static final int DIGITS = 4;
  private static final int LONGEST = 9;

  private ColumnText() {}

  static String exact(double value) {
    if (Double.isNaN(value)) {
      return TableCells.MISSING;
    }
    var all = Numbers.grouped(value);
    return all.length() > LONGEST ? measured(value) : Numbers.typeset(all);
  }

  static String measured(double value) {
    return Double.isNaN(value)
        ? TableCells.MISSING
        : Numbers.typeset(Numbers.rounded(value, DIGITS));
  }

  static String counted(int count, double share) {
    return count == 0 ? "0" : Numbers.count(count) + " (" + percent(share) + ")";
  }

  static String percent(double share) {
    return Numbers.rounded(100 * share, share < 0.1 ? 2 : 3) + "\u2009%";
  }

  /** A count that there may not be. */
  static String count(double count) {
    return Double.isNaN(count) ? TableCells.MISSING : Numbers.count(Math.round(count));
  }
}
