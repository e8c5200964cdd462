package dev.neuralworkbench.data.read.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.neuralworkbench.data.read.cells.CellReading;
import dev.neuralworkbench.data.read.cells.ColumnBuilder;
import dev.neuralworkbench.data.read.cells.OwnMarks;
import dev.neuralworkbench.data.read.cells.TableDemands;
import dev.neuralworkbench.data.read.dialect.CsvDialect;
import dev.neuralworkbench.data.read.dialect.TextEncoding;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.read.source.TableSource;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Reads a text of known encoding and dialect into growing columns.
 *
 * @param own marks of missing values beside the usual ones
 * @param demands how much is read
 */
public record DialectReader(
    TableSource source,
    TextEncoding encoding,
    CsvDialect dialect,
    OwnMarks own,
    TableDemands demands) {

  /** Rows between two looks at the memory taken. */
  private static final int MEMORY_INTERVAL = 4096;

  /**
   * Reads from start to end.
   *
   * @param readings how columns are to be read, as far as that is known
   */
  RecordHandler read(List<CellReading> readings, Progress progress)
      throws IOException, TableFormatException {
    var handler = read(readings, false, progress);
    return handler.hasBlanksAtQuotes() ? read(readings, true, progress) : handler;
  }

  /**
   * The same in one way.
   *
   * @param blanks whether blanks between delimiters and quotes are looked for; else reading ends
   *     where there are some
   */
  private RecordHandler read(List<CellReading> readings, boolean blanks, Progress progress)
      throws IOException, TableFormatException {
    var handler = new RecordHandler(dialect, readings, own);
    try (var text = dialect.table(encoding.reader(source.open(progress)));
        var records = dialect.reader(blanks).build(handler, text).iterator()) {
      for (var record = 0L; records.hasNext() && handler.rows() < demands.mostRows(); record++) {
        var isEven = records.next();
        if (!blanks && handler.hasBlanksAtQuotes()) {
          return handler;
        }
        if (record == 0) {
          refuseTooWide(handler);
        }
        if (!isEven) {
          throw new TableFormatException(
              Problem.at(
                  "data.file.ragged",
                  Place.line(source.name(), line(handler)),
                  handler.columns().size(),
                  handler.fields()));
        }
        if (record % MEMORY_INTERVAL == 0) {
          refuseTooLarge(handler);
        }
      }
      handler.end();
      return handler;
    } catch (CsvParseException e) {
      if (e.getCause() instanceof CancellationException cancelled) {
        throw cancelled;
      }
      if (!blanks) {
        // A blank behind a closing quote is one of what stands in a strict reader's way.
        return read(readings, true, progress);
      }
      throw new TableFormatException(
          Problem.at("data.file.quote", Place.line(source.name(), line(handler)), null, null), e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private long line(RecordHandler handler) {
    return handler.line() + dialect.skippedLines();
  }

  private void refuseTooWide(RecordHandler handler) throws TableFormatException {
    if (handler.fields() > RecordHandler.MOST_COLUMNS) {
      throw new TableFormatException(
          Problem.at(
              "data.file.tooManyColumns",
              Place.file(source.name()),
              RecordHandler.MOST_COLUMNS,
              handler.fields()));
    }
  }

  private void refuseTooLarge(RecordHandler handler) throws TableFormatException {
    var bytes = handler.columns().stream().mapToLong(ColumnBuilder::bytes).sum();
    if (bytes > demands.mostBytes()) {
      throw TableFormatException.tooLarge(Place.file(source.name()), demands.mostBytes(), bytes);
    }
  }
}
