package dev.neuralworkbench.data.read.text;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import dev.neuralworkbench.data.cell.NumberStyle;
import dev.neuralworkbench.data.read.cells.CellReading;
import dev.neuralworkbench.data.read.cells.ColumnBuilder;
import dev.neuralworkbench.data.read.cells.OwnMarks;
import dev.neuralworkbench.data.read.dialect.CsvDialect;
import dev.neuralworkbench.data.table.ColumnNames;
import java.util.ArrayList;
import java.util.List;

/**
 * Receives the cells of one reading as characters, and no string of any of them. A record's result
 * is whether it has as many fields as the first one; empty ones at its end do not count.
 */
public final class RecordHandler extends AbstractBaseCsvCallbackHandler<Boolean> {

  /** Most columns that are kept: as many inputs as a network may have, and a target. */
  public static final int MOST_COLUMNS = 65_537;

  private final CsvDialect dialect;
  private final List<CellReading> readings;
  private final OwnMarks own;
  private final List<ColumnBuilder> columns = new ArrayList<>();
  private final List<String> header = new ArrayList<>();
  private boolean firstRecord = true;
  private boolean isBlank;
  private boolean surplus;
  private int rows;

  /**
   * @param readings how columns are to be read, as an earlier reading has shown; may be shorter
   *     than a record
   * @param own marks of missing values beside the usual ones
   */
  RecordHandler(CsvDialect dialect, List<CellReading> readings, OwnMarks own) {
    this.dialect = dialect;
    this.readings = readings;
    this.own = own;
  }

  /** Line on which the latest record starts, from 1. */
  long line() {
    return getStartingLineNumber();
  }

  /** Number of fields of the latest record. */
  int fields() {
    return getFieldCount();
  }

  int rows() {
    return rows;
  }

  List<ColumnBuilder> columns() {
    return columns;
  }

  /** Number of columns of texts. */
  long texts() {
    return columns.stream().filter(ColumnBuilder::isText).count();
  }

  /** Whether a column became text for a cell that is a number in another style. */
  boolean hasNumberOf(NumberStyle style) {
    return columns.stream()
        .map(ColumnBuilder::odd)
        .anyMatch(odd -> odd != null && style.isNumber(odd));
  }

  /** Names of the columns as the file gives them, or generated ones; none empty, none twice. */
  List<String> names() {
    return dialect.header()
        ? ColumnNames.unique(header)
        : ColumnNames.generatedNames(columns.size());
  }

  /** Whether the file gives the column a name. */
  boolean isNamed(int column) {
    return dialect.header() && !header.get(column).isEmpty();
  }

  @Override
  protected void handleField(int index, char[] text, int offset, int length, boolean quoted) {
    isBlank = index == 0 && !quoted && isBlank(text, offset, offset + length);
    if (firstRecord && index < MOST_COLUMNS) {
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
    if (index < columns.size()) {
      columns.get(index).add(text, offset, length);
    } else {
      surplus |= length > 0;
    }
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
    var reading = index < readings.size() ? readings.get(index) : CellReading.GUESSED;
    columns.add(new ColumnBuilder(reading, dialect.style(), own));
  }

  @Override
  protected Boolean buildRecord() {
    if (getRecordType() != RecordType.DATA) {
      return true;
    }
    if (isBlank && getFieldCount() == 1 && columns.size() > 1) {
      columns.getFirst().removeLast();
      return true;
    }
    var isHeader = firstRecord && dialect.header();
    var isEven = isHeader || (getFieldCount() >= columns.size() && !surplus);
    rows += isHeader ? 0 : 1;
    firstRecord = false;
    surplus = false;
    return isEven;
  }
}
