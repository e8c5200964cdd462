package dev.neuralworkbench.ui.common.grid;

import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.text.Numbers;

/**
 * Numbers of a column as the table shows them: exact where they are short, and with their decimal
 * points below each other. What is missing behind the point is filled with spaces as wide as
 * digits, not with zeros, which would claim that they were measured.
 */
public final class CellNumbers {

  private static final int MOST_DECIMALS = 6;
  private static final int LONGEST = 12;
  private static final int DIGITS = 7;
  private static final char FIGURE_SPACE = '\u2007';
  private static final char POINT_SPACE = '\u2008';

  private final NumberColumn column;
  private final int decimals;

  /** Length of the longest text, of those that were looked at. */
  public final int width;

  /** Looks at so many cells to find how many decimals and how much room the column needs. */
  public CellNumbers(NumberColumn column, int sampled) {
    this.column = column;
    var step = Math.max(1, column.rows() / sampled);
    var most = 0;
    for (var row = 0; !column.isWhole() && row < column.rows(); row += step) {
      most = Math.max(most, decimals(written(column.value(row))));
    }
    decimals = Math.min(most, MOST_DECIMALS);
    var longest =
        Math.max(padded(written(column.min())).length(), padded(written(column.max())).length());
    // The greatest may be written shorter, as a power of ten.
    for (var row = 0; row < column.rows(); row += step) {
      longest = Math.max(longest, text(row).length());
    }
    width = longest;
  }

  public String text(int row) {
    return padded(written(column.value(row)));
  }

  private String padded(String written) {
    var own = decimals(written);
    if (decimals == 0 || own >= decimals || written.isEmpty() || written.indexOf('e') >= 0) {
      return written;
    }
    var point = own == 0 ? String.valueOf(POINT_SPACE) : "";
    return written + point + String.valueOf(FIGURE_SPACE).repeat(decimals - own);
  }

  private static String written(double value) {
    var exact = Numbers.exact(value);
    var written = exact.length() <= LONGEST ? exact : Numbers.rounded(value, DIGITS);
    return written.replace('-', '\u2212');
  }

  private static int decimals(String written) {
    var point = written.indexOf('.');
    return point < 0 || written.indexOf('e') >= 0 ? 0 : written.length() - point - 1;
  }
}
