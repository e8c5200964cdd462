package dev.neuralworkbench.data.read.text;

import dev.neuralworkbench.data.cell.NumberParser;
import dev.neuralworkbench.data.read.cells.ColumnBuilder;
import java.util.List;

/**
 * The plain numbers of some rows, row after row as the file has them, on their way to the columns:
 * a column of a wide table is then written some dozens of numbers at a time, not one, and stays in
 * the processor's cache for them. A cell that is no plain number goes to its column at once, and so
 * does what follows in that column until the block is full.
 */
final class RowBlock {

  /** Numbers that half of a small second-level cache holds. */
  private static final int MOST_NUMBERS = 1 << 16;

  private static final int MOST_ROWS = 64;

  /** A column that no number waits for, and none shall. */
  private static final byte DIRECT = -1;

  /** Characters, and 2^53, beyond which a whole number may be a code. */
  private static final int PLAIN_LENGTH = 15;

  private static final double PLAIN_NUMBER = 0x1p53;

  private final List<ColumnBuilder> columns;
  private final int width;
  private final char decimal;
  private final double[] numbers;

  /** For each column the first row of the block that waits, or {@link #DIRECT}. */
  private final byte[] waiting;

  private final int rows;
  private int row;

  /**
   * @param columns the columns, of which there will be no more
   * @param decimal the decimal separator
   */
  RowBlock(List<ColumnBuilder> columns, char decimal) {
    this.columns = columns;
    this.decimal = decimal;
    width = columns.size();
    rows = Math.clamp(MOST_NUMBERS / width, 1, MOST_ROWS);
    numbers = new double[rows * width];
    waiting = new byte[width];
    start();
  }

  /** Takes a cell of the present row without the blanks around it. */
  void add(int column, char[] text, int offset, int length) {
    if (waiting[column] != DIRECT) {
      var number = plain(text, offset, length);
      if (length == 0 || !Double.isNaN(number)) {
        numbers[row * width + column] = number;
        return;
      }
      flush(column);
      waiting[column] = DIRECT;
    }
    columns.get(column).add(text, offset, length);
  }

  /** The number that the cell is and that says all there is to say of it, else NaN. */
  private double plain(char[] text, int offset, int length) {
    if (length == 0 || (length > 1 && text[offset] == '0' && isDigit(text[offset + 1]))) {
      return Double.NaN;
    }
    var number = NumberParser.parse(text, offset, length, decimal);
    return length > PLAIN_LENGTH && Math.abs(number) > PLAIN_NUMBER ? Double.NaN : number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  void end() {
    row++;
    if (row == rows) {
      flush();
    }
  }

  /** Takes back the only cell of the present row, which had nothing in it. */
  void removeOnly() {
    if (waiting[0] == DIRECT) {
      columns.getFirst().removeLast();
    }
  }

  void flush() {
    for (var column = 0; column < width; column++) {
      if (waiting[column] != DIRECT) {
        flush(column);
      }
    }
    row = 0;
    start();
  }

  private void start() {
    for (var column = 0; column < width; column++) {
      waiting[column] = columns.get(column).takesNumbers() ? 0 : DIRECT;
    }
  }

  private void flush(int column) {
    var builder = columns.get(column);
    for (var at = waiting[column]; at < row; at++) {
      builder.add(numbers[at * width + column]);
    }
  }
}
