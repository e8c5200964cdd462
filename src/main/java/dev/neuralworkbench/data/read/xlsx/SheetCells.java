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

  private final Workbook workbook;
  private final SheetName sheet;
  final SheetLook look;

  /** Rows of the sheet that were written. */
  private final IntStream.Builder written = IntStream.builder();

  private SheetCells(Workbook workbook, SheetName sheet, SheetLook look) {
    this.workbook = workbook;
    this.sheet = sheet;
    this.look = look;
  }

  /** The cells of a sheet; null if it has none. */
  static @Nullable SheetCells of(Workbook workbook, SheetName sheet)
      throws IOException, XMLStreamException, TooManyException {
    var look = new SheetLook();
    read(workbook, sheet, look);
    return look.last < 0 ? null : new SheetCells(workbook, sheet, look);
  }

  private static void read(Workbook workbook, SheetName sheet, SheetRows.Receiver to)
      throws IOException, XMLStreamException, TooManyException {
    var rows = new SheetRows(workbook, to);
    if (!workbook.parts().read(sheet.part()::equals, true, (_, xml) -> rows.read(xml))) {
      throw new XMLStreamException("lacks " + sheet.part());
    }
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
    var remarks = look.remarks(table, firstRow);
    return new Table(table.name(), table.columns(), table.rows(), reading.with(remarks));
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
      while (to.column() < column - look.first) {
        to.empty();
      }
    }

    @Override
    public void end(int row) throws TooManyException {
      if (!isEmpty) {
        written.add(row);
        fill(look.last + 1);
        to.end();
        isEmpty = true;
      }
    }
  }
}
