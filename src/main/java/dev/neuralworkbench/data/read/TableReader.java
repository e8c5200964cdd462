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
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;

/**
 * Reads tables from text files of rows: cells between commas, semicolons, tabs or bars, quoted with
 * {@code "} where need be (RFC 4180), or numbers between blanks. Delimiter, encoding (a byte order
 * mark, UTF-8, else a guess), decimal mark, header and what stands above the table are found by
 * looking, and told in the table's {@link ReadingReport}. A column is numeric if every cell that is
 * there is a number, see {@link NumberStyle}. Missing are empty cells and those of a {@link
 * MissingMark}. Spaces around cells are dropped. Two columns of one name are told apart by a number
 * behind the second, see {@link ColumnNames}.
 *
 * <p>Files that are called as IDX files are read as images and their labels, see {@link IdxReader}.
 */
public final class TableReader {

  /** Share of the largest heap that a table may take while it is read. */
  private static final double HEAP_SHARE = 0.6;

  /** Bytes that are taken from a pipe. */
  private static final long MOST_PIPED = 4L << 30;

  private static final Detected WRITTEN = new Detected(CsvDialect.WRITTEN, true, List.of());

  private final int fewestColumns;
  private final long mostBytes;
  private final Predicate<String> isText;
  private final boolean pipes;

  /** A reader of tables to learn from: they have at least two columns, an input and a target. */
  public TableReader() {
    this(2);
  }

  private TableReader(int fewestColumns) {
    this(fewestColumns, (long) (HEAP_SHARE * Runtime.getRuntime().maxMemory()));
  }

  /**
   * @param mostBytes bytes that a table may take in memory
   */
  TableReader(int fewestColumns, long mostBytes) {
    this(fewestColumns, mostBytes, _ -> false, false);
  }

  private TableReader(int fewestColumns, long mostBytes, Predicate<String> isText, boolean pipes) {
    this.fewestColumns = fewestColumns;
    this.mostBytes = mostBytes;
    this.isText = isText;
    this.pipes = pipes;
  }

  /** A reader of rows to predict, which may have a single column. */
  public static TableReader forPrediction() {
    return new TableReader(1);
  }

  /**
   * The same reader, to which columns of some names are texts even where all their cells are
   * numbers: {@code 00501} stays as it is written.
   *
   * @param isText whether a name is that of such a column, {@code Preprocessor.isText}
   */
  public TableReader withText(Predicate<String> isText) {
    return new TableReader(fewestColumns, mostBytes, isText, pipes);
  }

  /**
   * The same reader, which also reads pipes and devices to their end, such as {@code /dev/stdin}.
   * It may wait for whoever writes there, so a window has no use for it.
   */
  public TableReader withPipes() {
    return new TableReader(fewestColumns, mostBytes, isText, true);
  }

  /**
   * Reads a file.
   *
   * @return a table named as the file
   * @throws TableFormatException if the file cannot be read or is no table
   * @throws CancellationException if the progress asks for it
   */
  public Table read(Path file, Progress progress) throws TableFormatException {
    var source = TableSource.of(file);
    if (Files.isDirectory(file)) {
      throw new TableFormatException(
          Problem.at("data.file.directory", Place.file(source.name()), null, null));
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return readPipe(file, source.name(), progress);
    }
    return IdxFiles.isIdx(file) ? readImages(file, progress) : read(source, progress);
  }

  private Table readPipe(Path pipe, String name, Progress progress) throws TableFormatException {
    if (!pipes) {
      throw new TableFormatException(Problem.at("data.file.pipe", Place.file(name), null, null));
    }
    try (var source = PipeSource.of(pipe, MOST_PIPED, progress)) {
      return read(source.named(name), progress);
    } catch (PipeSource.EndlessException e) {
      throw new TableFormatException(
          Problem.at("data.file.endless", Place.file(name), MOST_PIPED >> 30, null), e);
    } catch (IOException e) {
      throw new TableFormatException(unreadable(name, e), e);
    }
  }

  private Table readImages(Path file, Progress progress) throws TableFormatException {
    try {
      return new IdxReader(IdxFiles.of(file), mostBytes, fewestColumns > 1).read(progress);
    } catch (IOException e) {
      throw new TableFormatException(unreadable(TableSource.of(file).name(), e), e);
    }
  }

  /**
   * Reads a text, as it was typed or pasted.
   *
   * @param name what the table is to be called
   * @throws TableFormatException if the text is no table
   */
  public static Table parse(String name, String text) throws TableFormatException {
    var source = TableSource.of(name, text.getBytes(StandardCharsets.UTF_8));
    return new TableReader().read(source, Progress.NONE);
  }

  /**
   * Reads a text that {@link TableWriter} wrote: nothing about it has to be guessed.
   *
   * @param textColumns names of the columns that are texts even where all their cells are numbers
   * @throws TableFormatException if the text is no such table
   */
  public static Table parseWritten(String name, String text, Set<String> textColumns)
      throws TableFormatException {
    var source = TableSource.of(name, text.getBytes(StandardCharsets.UTF_8));
    try {
      var read =
          new TableReader()
              .withText(textColumns::contains)
              .read(source, TextEncoding.UTF_8, WRITTEN, Progress.NONE);
      return new Table(name, read.columns(), read.rows());
    } catch (IOException e) {
      throw new TableFormatException(unreadable(name, e), e);
    }
  }

  /** Reads bytes that lie in memory or in a file of text. */
  public Table read(TableSource source, Progress progress) throws TableFormatException {
    try {
      var head = FileHead.of(source);
      var encoding = TextEncoding.ofMark(head.bytes());
      refuseOther(source, head);
      try {
        return read(source, encoding, dialect(head, encoding), progress);
      } catch (CharacterCodingException e) {
        var other = otherEncoding(source, progress);
        return read(source, other, dialect(head, other), progress);
      }
    } catch (IOException e) {
      throw new TableFormatException(unreadable(source.name(), e), e);
    }
  }

  private static Problem unreadable(String name, IOException e) {
    var key =
        switch (e) {
          case NoSuchFileException missing -> "data.file.absent";
          case AccessDeniedException denied -> "data.file.denied";
          default -> "data.file.unreadable";
        };
    return Problem.at(key, Place.file(name), null, null);
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

  private Table read(
      TableSource source, TextEncoding encoding, Detected detected, Progress progress)
      throws IOException, TableFormatException {
    var reading = new DialectReader(source, encoding, detected.dialect(), mostBytes);
    var handler = reading.read(new boolean[0], progress);
    if (!detected.decimalKnown() && handler.hasNumberOf(detected.dialect().style().other())) {
      var other = detected.withOtherDecimal();
      var again = new DialectReader(source, encoding, other.dialect(), mostBytes);
      var others = again.read(new boolean[0], progress);
      if (others.texts() < handler.texts()) {
        return read(again, others, other, progress);
      }
    }
    return read(reading, handler, detected, progress);
  }

  /** Reads once more where columns turned out to be texts only late. */
  private Table read(
      DialectReader reading, RecordHandler handler, Detected detected, Progress progress)
      throws IOException, TableFormatException {
    var columns = handler.columns();
    var names = handler.names();
    var textColumns = new boolean[columns.size()];
    var again = false;
    for (var i = 0; i < textColumns.length; i++) {
      var column = columns.get(i);
      textColumns[i] = column.isText() || isText.test(names.get(i));
      again |= column.needsReread() || (textColumns[i] && !column.isText());
    }
    return table(
        reading.source().name(),
        again ? reading.read(textColumns, progress) : handler,
        reading.encoding(),
        detected);
  }

  private Table table(String name, RecordHandler handler, TextEncoding encoding, Detected detected)
      throws TableFormatException {
    var builders = handler.columns();
    var file = Place.file(name);
    if (builders.isEmpty()) {
      throw new TableFormatException(Problem.at("data.file.empty", file, null, null));
    }
    var names = handler.names();
    if (builders.size() < fewestColumns) {
      throw new TableFormatException(
          Problem.at("data.file.oneColumn", file, fewestColumns, names.getFirst()));
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
    if (columns.size() > fewestColumns
        && !handler.isNamed(columns.size() - 1)
        && last.missing() == last.rows()) {
      // Some programs end every line with a delimiter.
      columns.removeLast();
    }
    var reading =
        ReadingRemarks.of(encoding, detected.dialect(), detected.remarks(), columns, facts, isText);
    return new Table(name, columns, handler.rows(), reading);
  }
}
