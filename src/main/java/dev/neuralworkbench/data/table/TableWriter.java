package dev.neuralworkbench.data.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.IntConsumer;

/** Writes tables as CSV: commas, a header, quotes where need be (RFC 4180), UTF-8 by its users. */
public final class TableWriter {

  /** Rows between two looks at the progress. */
  private static final int INTERVAL = 256;

  private TableWriter() {}

  /** Writes a table, which {@code TableReader} reads back equal; does not close the writer. */
  public static void write(Table table, Writer to) throws IOException {
    write(table, to, _ -> {});
  }

  /**
   * Writes a table and tells how far it is.
   *
   * @param to flushed, and not closed
   * @param written told now and then of the rows written; gives the writing up by throwing
   */
  public static void write(Table table, Writer to, IntConsumer written) throws IOException {
    var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to);
    try {
      writer.writeRecord(table.columns().stream().map(Column::name).toList());
      var cells = new String[table.columns().size()];
      for (var row = 0; row < table.rows(); row++) {
        if (row % INTERVAL == 0) {
          written.accept(row);
        }
        for (var i = 0; i < cells.length; i++) {
          cells[i] = table.column(i).text(row);
        }
        writer.writeRecord(cells);
      }
      writer.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
