package dev.neuralworkbench.data.read.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import dev.neuralworkbench.data.cell.NumberStyle;
import dev.neuralworkbench.data.read.cells.ColumnBuilder;
import dev.neuralworkbench.data.read.cells.Origin;
import dev.neuralworkbench.data.read.cells.OwnMarks;
import dev.neuralworkbench.data.read.cells.ReadingRemarks;
import dev.neuralworkbench.data.read.cells.TableDemands;
import dev.neuralworkbench.data.read.dialect.CsvDialect;
import dev.neuralworkbench.data.read.dialect.DialectDetector.Detected;
import dev.neuralworkbench.data.read.dialect.TextEncoding;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.read.source.TableSource;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Makes a table of a text whose dialect was found: in one reading, or in another one where columns
 * turn out to be read otherwise only then.
 */
public record DialectTable(
    TableSource source, TextEncoding encoding, Origin origin, TableDemands demands) {

  /** Rows between two looks at the memory taken. */
  private static final int MEMORY_INTERVAL = 4096;

  Table read(Detected detected, Progress progress) throws IOException, TableFormatException {
    var handler = read(detected, List.of(), progress);
    if (!detected.decimalKnown() && handler.hasNumberOf(detected.dialect().style().other())) {
      var other = detected.withOtherDecimal();
      var others = read(other, List.of(), progress);
      if (others.texts() < handler.texts()
          || (others.texts() == handler.texts() && others.oddCells() < handler.oddCells())) {
        return read(other, others, progress);
      }
    }
    return read(detected, handler, progress);
  }

  /** Reads once more where columns turned out to be texts only late, or are not to be. */
  private Table read(Detected detected, RecordHandler handler, Progress progress)
      throws IOException, TableFormatException {
    var columns = handler.columns;
    var names = handler.names();
    var readings = new ArrayList<ColumnBuilder.Reading>(columns.size());
    var again = false;
    for (var i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      var asked = demands.reading(names.get(i), i);
      var isText = column.isText() && asked != ColumnBuilder.Reading.NUMBER;
      readings.add(isText ? ColumnBuilder.Reading.TEXT : asked);
      again |=
          column.needsReread()
              || (asked == ColumnBuilder.Reading.TEXT && !column.isText())
              || (asked == ColumnBuilder.Reading.NUMBER && column.isText());
    }
    return table(again ? read(detected, readings, progress) : handler, detected);
  }

  private Table table(RecordHandler handler, Detected detected) throws TableFormatException {
    var builders = handler.columns;
    if (builders.isEmpty()) {
      throw TableFormatException.at("data.file.empty", source.place(), null, null);
    }
    var names = handler.names();
    if (builders.size() < demands.fewestColumns()) {
      throw TableFormatException.at(
          "data.file.oneColumn", source.place(), demands.fewestColumns(), names.getFirst());
    }
    if (handler.rows() == 0) {
      throw TableFormatException.at("data.file.headerOnly", source.place(), null, null);
    }
    var columns = new ArrayList<Column>(builders.size());
    var facts = builders.stream().map(ColumnBuilder::facts).toList();
    for (var i = 0; i < builders.size(); i++) {
      columns.add(builders.get(i).build(names.get(i)));
      // What was reserved for growing is given back column by column, not all at the end.
      builders.set(
          i, new ColumnBuilder(ColumnBuilder.Reading.GUESSED, NumberStyle.POINT, OwnMarks.NONE));
    }
    var last = columns.getLast();
    if (columns.size() > demands.fewestColumns()
        && !handler.isNamed(columns.size() - 1)
        && last.missing() == last.rows()) {
      // Some programs end every line with a delimiter.
      columns.removeLast();
    }
    var told =
        handler.shorts() == 0
            ? detected
            : detected.with(
                Remark.of(
                    "reading.short",
                    true,
                    handler.shorts(),
                    handler.firstShort() + detected.dialect().skippedLines()));
    var report = ReadingRemarks.of(origin, told, columns, facts, demands);
    return new Table(source.name(), columns, handler.rows(), report);
  }

  /** Reads into growing columns. */
  private RecordHandler read(
      Detected detected, List<ColumnBuilder.Reading> readings, Progress progress)
      throws IOException, TableFormatException {
    var handler = read(detected.dialect(), readings, false, progress);
    return handler.hasBlanksAtQuotes()
        ? read(detected.dialect(), readings, true, progress)
        : handler;
  }

  /**
   * The same in one way.
   *
   * @param blanks whether blanks between delimiters and quotes are looked for; else reading ends
   *     where there are some
   */
  private RecordHandler read(
      CsvDialect dialect, List<ColumnBuilder.Reading> readings, boolean blanks, Progress progress)
      throws IOException, TableFormatException {
    var handler = new RecordHandler(dialect, readings, new OwnMarks(demands.choices().missing()));
    try (var text = dialect.table(encoding.reader(source.open(progress)));
        var records = dialect.reader(blanks).build(handler, text).iterator()) {
      for (var record = 0L; records.hasNext() && handler.rows() < demands.mostRows(); record++) {
        var isEven = records.next();
        if (!blanks && handler.hasBlanksAtQuotes()) {
          return handler;
        }
        if (record == 0) {
          TableDemands.checkColumns(source.place(), handler.fields());
        }
        if (!isEven) {
          throw TableFormatException.at(
              "data.file.ragged", line(dialect, handler), handler.columns.size(), handler.fields());
        }
        if (record % MEMORY_INTERVAL == 0) {
          demands.checkBytes(
              source.place(), handler.columns.stream().mapToLong(ColumnBuilder::bytes).sum());
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
        return read(dialect, readings, true, progress);
      }
      throw new TableFormatException(
          Problem.at("data.file.quote", line(dialect, handler), null, null), e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private Place line(CsvDialect dialect, RecordHandler handler) {
    return Place.line(source.name(), handler.line() + dialect.skippedLines());
  }
}
