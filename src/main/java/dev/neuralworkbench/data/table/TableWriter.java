package dev.neuralworkbench.data.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    var columns = table.columns();
    var rows =
        IntStream.range(0, table.rows())
            .mapToObj(
                row -> {
                  if (row % INTERVAL == 0) {
                    written.accept(row);
                  }
                  return columns.stream().map(column -> column.text(row)).toList();
                });
    lines(columns.stream().map(Column::name).toList(), rows, to);
  }

  /**
   * Writes lines of cells.
   *
   * @param to flushed, and not closed
   */
  public static void lines(List<String> head, Stream<List<String>> lines, Writer to)
      throws IOException {
    var writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(to);
    try {
      writer.writeRecord(head);
      lines.forEachOrdered(writer::writeRecord);
      writer.flush();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
