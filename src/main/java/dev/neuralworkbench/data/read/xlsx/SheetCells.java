package dev.neuralworkbench.data.read.xlsx;

import dev.neuralworkbench.data.read.text.WrittenCells;
import dev.neuralworkbench.data.read.text.WrittenCells.TooManyException;
import dev.neuralworkbench.data.read.xlsx.Workbook.SheetName;
import dev.neuralworkbench.data.table.Table;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The cells of a sheet, from the first column that has any to the last. */
final class SheetCells {

  /** A line of names and two rows; a cover has fewer. */
  private static final int FEWEST_ROWS = 3;

  private final Workbook workbook;
  private final SheetName sheet;
  private final int first;
  private final int last;
  private final int rows;
  private final SheetDoubts doubts;

  /** Rows of the sheet that were written. */
  private final IntStream.Builder written = IntStream.builder();

  private SheetCells(Workbook workbook, SheetName sheet, Range range) {
    this.workbook = workbook;
    this.sheet = sheet;
    first = range.first;
    last = range.last;
    rows = range.rows;
    doubts = range.doubts;
  }

  /** The cells of a sheet; null if it has none. */
  static @Nullable SheetCells of(Workbook workbook, SheetName sheet)
      throws IOException, XMLStreamException, TooManyException {
    var range = new Range();
    read(workbook, sheet, range);
    return range.last < 0 ? null : new SheetCells(workbook, sheet, range);
  }

  private static void read(Workbook workbook, SheetName sheet, SheetRows.Receiver to)
      throws IOException, XMLStreamException, TooManyException {
    var rows = new SheetRows(workbook, to);
    if (!workbook.parts().read(sheet.part(), (_, xml) -> rows.read(xml))) {
      throw new XMLStreamException("lacks " + sheet.part());
    }
  }

  /** Whether there are so many columns, and rows enough below a line of names, for a table. */
  boolean holdsTable(int fewestColumns) {
    return last - first + 1 >= fewestColumns && rows >= FEWEST_ROWS;
  }

  String sheet() {
    return sheet.name();
  }

  WrittenCells write(long mostBytes) throws IOException, XMLStreamException, TooManyException {
    var written = new WrittenCells(mostBytes);
    read(workbook, sheet, new Writer(written));
    return written;
  }

  /** The table that was read of what was written, with what its author may not expect. */
  Table told(Table table) {
    var reading = table.reading();
    if (reading == null) {
      return table;
    }
    var above = reading.skippedLines() + (reading.header() ? 1 : 0);
    var firstRow = written.build().skip(above).findFirst().orElse(0);
    var remarks = doubts.remarks(table, first, firstRow);
    return new Table(table.name(), table.columns(), table.rows(), reading.with(remarks));
  }

  private static final class Range implements SheetRows.Receiver {

    private int first = Integer.MAX_VALUE;
    private int last = -1;
    private final SheetDoubts doubts = new SheetDoubts();
    private int rows;
    private boolean isEmpty = true;

    @Override
    public void cell(int column, String text, boolean isText) {
      isEmpty = false;
      first = Math.min(first, column);
      last = Math.max(last, column);
    }

    @Override
    public void end(int row) {
      rows += isEmpty ? 0 : 1;
      isEmpty = true;
    }

    @Override
    public void formula(String place) {
      doubts.formula(place);
    }

    @Override
    public void merged(String range) throws XMLStreamException {
      doubts.merged(range);
    }
  }

  private final class Writer implements SheetRows.Receiver {

    private final WrittenCells to;
    private boolean isEmpty = true;

    Writer(WrittenCells to) {
      this.to = to;
    }

    @Override
    public void cell(int column, String text, boolean isText) {
      isEmpty = false;
      fill(column);
      if (isText) {
        to.text(text);
      } else {
        to.plain(text);
      }
    }

    private void fill(int column) {
      while (to.column() < column - first) {
        to.empty();
      }
    }

    @Override
    public void end(int row) throws TooManyException {
      if (!isEmpty) {
        written.add(row);
        fill(last + 1);
        to.end();
        isEmpty = true;
      }
    }
  }
}
