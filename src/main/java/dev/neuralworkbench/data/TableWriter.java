package dev.neuralworkbench.data;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Writes tables as CSV: commas, a header, quotes where need be (RFC 4180), UTF-8 by its users. */
public final class TableWriter {

  private TableWriter() {}

  /**
   * Writes a table, which {@link TableReader} reads back equal.
   *
   * @param to neither flushed nor closed
   */
  public static void write(Table table, Writer to) throws IOException {
    try (var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(new Unclosed(to))) {
      writer.writeRecord(table.columns().stream().map(Column::name).toList());
      var cells = new String[table.columns().size()];
      for (var row = 0; row < table.rows(); row++) {
        for (var i = 0; i < cells.length; i++) {
          cells[i] = table.column(i).text(row);
        }
        writer.writeRecord(cells);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Keeps the caller's writer open when the CSV writer closes, which it must to give all out. */
  private static final class Unclosed extends java.io.FilterWriter {
    Unclosed(Writer out) {
      super(out);
    }

    @Override
    public void close() {}
  }
}
