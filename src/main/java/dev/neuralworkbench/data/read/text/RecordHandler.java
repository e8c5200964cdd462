package dev.neuralworkbench.data.read.text;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import dev.neuralworkbench.data.cell.NumberParser;
import dev.neuralworkbench.data.cell.NumberStyle;
import dev.neuralworkbench.data.read.cells.ColumnBuilder;
import dev.neuralworkbench.data.read.cells.OwnMarks;
import dev.neuralworkbench.data.read.cells.TableDemands;
import dev.neuralworkbench.data.read.dialect.CsvDialect;
import dev.neuralworkbench.data.table.ColumnNames;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Receives the cells of one reading as characters, and no string of any of them. A record's result
 * is whether it has no more fields than the first one; empty ones at its end do not count. One with
 * fewer, often a note such as {@code Source: head office} below a table, lacks its other cells.
 */
public final class RecordHandler extends AbstractBaseCsvCallbackHandler<Boolean> {

  private final CsvDialect dialect;
  private final List<ColumnBuilder.Reading> readings;
  private final OwnMarks own;
  final List<ColumnBuilder> columns = new ArrayList<>();
  private final List<String> header = new ArrayList<>();

  /** Null for the first record, which says how many columns there are. */
  private @Nullable RowBlock block;

  private boolean isBlank;
  private boolean surplus;
  private boolean blanksAtQuotes;
  private int rows;
  private int shorts;
  private long firstShort;

  /**
   * @param readings how columns are to be read, as an earlier reading has shown; may be shorter
   *     than a record
   * @param own marks of missing values beside the usual ones
   */
  RecordHandler(CsvDialect dialect, List<ColumnBuilder.Reading> readings, OwnMarks own) {
    this.dialect = dialect;
    this.readings = readings;
    this.own = own;
  }

  /** Line on which the latest record starts, from 1. */
  long line() {
    return getStartingLineNumber();
  }

  int fields() {
    return getFieldCount();
  }

  int rows() {
    return rows;
  }

  /** Lines with fewer fields than the first. */
  int shorts() {
    return shorts;
  }

  /** Number of the first of them. */
  long firstShort() {
    return firstShort;
  }

  /** Whether a cell began with blanks and a quote, which only makes a quoted cell of them later. */
  boolean hasBlanksAtQuotes() {
    return blanksAtQuotes;
  }

  long texts() {
    return columns.stream().filter(ColumnBuilder::isText).count();
  }

  /** Cells that are no numbers in columns of numbers. */
  long oddCells() {
    return columns.stream().mapToLong(ColumnBuilder::oddCells).sum();
  }

  /** Whether a cell that is no number where numbers were expected is one in another style. */
  boolean hasNumberOf(NumberStyle style) {
    return columns.stream().anyMatch(column -> column.hasNumberOf(style));
  }

  /** Names of the columns as the file gives them, or generated ones; none empty, none twice. */
  List<String> names() {
    return dialect.header()
        ? ColumnNames.unique(header)
        : ColumnNames.generatedNames(columns.size());
  }

  boolean isNamed(int column) {
    return dialect.header() && !header.get(column).isEmpty();
  }

  /** Completes the columns; no record may follow. */
  void end() {
    if (block != null) {
      block.flush();
    }
    columns.replaceAll(ColumnBuilder::ended);
  }

  @Override
  protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
    isBlank = index == 0 && !quoted && isBlank(text, offset, offset + length);
    var from = offset;
    var to = offset + length;
    while (from < to && isSpace(text[from])) {
      from++;
    }
    while (from < to && isSpace(text[to - 1])) {
      to--;
    }
    blanksAtQuotes |= from < to && text[from] == '"' && !quoted;
    if (block == null && index < TableDemands.MOST_COLUMNS) {
      if (index == 0 && dialect.rowNames()) {
        addColumn();
        header.add("");
      }
      addColumn();
      if (dialect.header()) {
        header.add(new String(text, offset, length).strip());
        return;
      }
    }
    if (index >= columns.size()) {
      surplus |= length > 0;
      return;
    }
    if (block == null) {
      columns.get(index).add(text, from, to - from);
    } else {
      block.add(index, text, from, to - from);
    }
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00A0' || c == '\u3000';
  }

  private static boolean isBlank(char[] text, int from, int to) {
    var at = from;
    while (at < to && Character.isWhitespace(text[at])) {
      at++;
    }
    return at == to;
  }

  private void addColumn() {
    var index = columns.size();
    var reading = index < readings.size() ? readings.get(index) : ColumnBuilder.Reading.GUESSED;
    columns.add(new ColumnBuilder(reading, dialect.style(), own));
  }

  @Override
  protected Boolean buildRecord() {
    if (getRecordType() != RecordType.DATA) {
      return true;
    }
    var rest = block;
    if (rest != null && isBlank && getFieldCount() == 1 && columns.size() > 1) {
      rest.removeOnly();
      return true;
    }
    var isHeader = rest == null && dialect.header();
    if (rest != null && getFieldCount() < columns.size()) {
      complete(rest);
    }
    var isEven = isHeader || !surplus;
    rows += isHeader ? 0 : 1;
    if (rest == null) {
      block = new RowBlock(columns, dialect.style().decimal());
    } else {
      rest.end();
    }
    surplus = false;
    return isEven;
  }

  /** Adds the cells that a short line lacks, as missing ones. */
  private void complete(RowBlock row) {
    firstShort = shorts++ == 0 ? line() : firstShort;
    for (var column = getFieldCount(); column < columns.size(); column++) {
      row.add(column, new char[0], 0, 0);
    }
  }

  /**
   * The plain numbers of some rows, row after row as the file has them, on their way to the
   * columns: a column of a wide table is then written some dozens of numbers at a time, not one,
   * and stays in the processor's cache for them. A cell that is no plain number goes to its column
   * at once, and so does what follows in that column until the block is full.
   */
  private static final class RowBlock {

    /** Numbers that half of a small second-level cache holds. */
    private static final int MOST_NUMBERS = 1 << 16;

    private static final int MOST_ROWS = 64;

    /** A column that no number waits for, and none shall. */
    private static final byte DIRECT = -1;

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
        var number = NumberParser.parse(text, offset, length, decimal);
        // A number that says all there is to say of the cell, or an empty one.
        if (Double.isNaN(number)
            ? length == 0
            : !ColumnBuilder.isCode(text, offset, length, number)) {
          numbers[row * width + column] = number;
          return;
        }
        flush(column);
        waiting[column] = DIRECT;
      }
      columns.get(column).add(text, offset, length);
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
}
