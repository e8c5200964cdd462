package dev.neuralworkbench.data.read;

import dev.neuralworkbench.data.cell.MissingMark;
import dev.neuralworkbench.data.cell.NumberStyle;
import dev.neuralworkbench.data.read.dialect.CsvDialect;
import dev.neuralworkbench.data.read.dialect.DialectDetector;
import dev.neuralworkbench.data.read.dialect.DialectDetector.Detected;
import dev.neuralworkbench.data.read.dialect.TextEncoding;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.ColumnNames;
import dev.neuralworkbench.data.table.ReadingReport;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TableWriter;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Text files of rows: cells between commas, semicolons, tabs or bars, quoted with {@code "} where
 * need be (RFC 4180), or numbers between blanks. Delimiter, encoding (a byte order mark, UTF-8,
 * else a guess), decimal mark, header and what stands above the table are found by looking, and
 * told in the table's {@link ReadingReport}. A column is numeric if every cell that is there is a
 * number, see {@link NumberStyle}. Missing are empty cells and those of a {@link MissingMark}.
 * Spaces around cells are dropped. Two columns of one name are told apart by a number behind the
 * second, see {@link ColumnNames}.
 */
final class TextFormat implements TableFormat {

  private static final Detected WRITTEN = new Detected(CsvDialect.WRITTEN, true, List.of());

  @Override
  public List<String> endings() {
    return List.of(".csv", ".tsv", ".txt", ".data");
  }

  /** Whatever is no other format is tried. */
  @Override
  public boolean isOf(Path file) {
    return true;
  }

  @Override
  public Table read(Path file, TableSource bytes, TableDemands demands, Progress progress)
      throws IOException, TableFormatException {
    return read(bytes, demands, progress);
  }

  /** Reads bytes, wherever they are. */
  static Table read(TableSource source, TableDemands demands, Progress progress)
      throws IOException, TableFormatException {
    var head = FileHead.of(source);
    var encoding = TextEncoding.ofMark(head.bytes());
    refuseOther(source, head);
    try {
      return read(source, encoding, dialect(head, encoding), demands, progress);
    } catch (CharacterCodingException e) {
      var other = otherEncoding(source, progress);
      return read(source, other, dialect(head, other), demands, progress);
    }
  }

  /** Reads a text that {@link TableWriter} wrote: nothing about it has to be guessed. */
  static Table readWritten(TableSource source, TableDemands demands)
      throws IOException, TableFormatException {
    return read(source, TextEncoding.UTF_8, WRITTEN, demands, Progress.NONE);
  }

  private static void refuseOther(TableSource source, FileHead head) throws TableFormatException {
    var format = OtherFormat.of(head.bytes());
    var file = Place.file(source.name());
    if (format.isPresent()) {
      var key =
          switch (format.get()) {
            case OtherFormat.UNKNOWN -> "data.file.binary";
            case OtherFormat.JSON -> "data.file.json";
            default -> "data.file.otherFormat";
          };
      throw new TableFormatException(Problem.at(key, file, "CSV", format.get()));
    }
    if (head.isEndlessLine()) {
      throw new TableFormatException(
          Problem.at("data.file.longLine", file, FileHead.mostMillions(), null));
    }
  }

  private static TextEncoding otherEncoding(TableSource source, Progress progress)
      throws IOException {
    try (var in = source.open(progress)) {
      return TextEncoding.withoutUnicode(in);
    }
  }

  private static Detected dialect(FileHead head, TextEncoding encoding) {
    return DialectDetector.detect(head.wholeLines(encoding));
  }

  private static Table read(
      TableSource source,
      TextEncoding encoding,
      Detected detected,
      TableDemands demands,
      Progress progress)
      throws IOException, TableFormatException {
    var reading = new DialectReader(source, encoding, detected.dialect(), demands.mostBytes());
    var handler = reading.read(new boolean[0], progress);
    if (!detected.decimalKnown() && handler.hasNumberOf(detected.dialect().style().other())) {
      var other = detected.withOtherDecimal();
      var again = new DialectReader(source, encoding, other.dialect(), demands.mostBytes());
      var others = again.read(new boolean[0], progress);
      if (others.texts() < handler.texts()) {
        return read(again, others, other, demands, progress);
      }
    }
    return read(reading, handler, detected, demands, progress);
  }

  /** Reads once more where columns turned out to be texts only late. */
  private static Table read(
      DialectReader reading,
      RecordHandler handler,
      Detected detected,
      TableDemands demands,
      Progress progress)
      throws IOException, TableFormatException {
    var columns = handler.columns();
    var names = handler.names();
    var textColumns = new boolean[columns.size()];
    var again = false;
    for (var i = 0; i < textColumns.length; i++) {
      var column = columns.get(i);
      textColumns[i] = column.isText() || demands.isText().test(names.get(i));
      again |= column.needsReread() || (textColumns[i] && !column.isText());
    }
    return table(
        reading.source().name(),
        again ? reading.read(textColumns, progress) : handler,
        reading.encoding(),
        detected,
        demands);
  }

  private static Table table(
      String name,
      RecordHandler handler,
      TextEncoding encoding,
      Detected detected,
      TableDemands demands)
      throws TableFormatException {
    var builders = handler.columns();
    var file = Place.file(name);
    if (builders.isEmpty()) {
      throw new TableFormatException(Problem.at("data.file.empty", file, null, null));
    }
    var names = handler.names();
    if (builders.size() < demands.fewestColumns()) {
      throw new TableFormatException(
          Problem.at("data.file.oneColumn", file, demands.fewestColumns(), names.getFirst()));
    }
    if (handler.rows() == 0) {
      throw new TableFormatException(Problem.at("data.file.headerOnly", file, null, null));
    }
    var columns = new ArrayList<Column>(builders.size());
    var facts = builders.stream().map(ColumnBuilder::facts).toList();
    for (var i = 0; i < builders.size(); i++) {
      columns.add(builders.get(i).build(names.get(i)));
      // What was reserved for growing is given back column by column, not all at the end.
      builders.set(i, new ColumnBuilder(false, NumberStyle.POINT));
    }
    var last = columns.getLast();
    if (columns.size() > demands.fewestColumns()
        && !handler.isNamed(columns.size() - 1)
        && last.missing() == last.rows()) {
      // Some programs end every line with a delimiter.
      columns.removeLast();
    }
    var reading =
        ReadingRemarks.of(
            encoding, detected.dialect(), detected.remarks(), columns, facts, demands.isText());
    return new Table(name, columns, handler.rows(), reading);
  }
}
