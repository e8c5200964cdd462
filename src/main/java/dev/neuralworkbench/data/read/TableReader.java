package dev.neuralworkbench.data.read;

import dev.neuralworkbench.data.read.arff.ArffFormat;
import dev.neuralworkbench.data.read.cells.Origin;
import dev.neuralworkbench.data.read.cells.TableDemands;
import dev.neuralworkbench.data.read.cells.TableFormat;
import dev.neuralworkbench.data.read.dialect.TextEncoding;
import dev.neuralworkbench.data.read.idx.IdxFormat;
import dev.neuralworkbench.data.read.json.JsonFormat;
import dev.neuralworkbench.data.read.pictures.PictureFolder;
import dev.neuralworkbench.data.read.source.FileHead;
import dev.neuralworkbench.data.read.source.GzipSource;
import dev.neuralworkbench.data.read.source.OtherFormat;
import dev.neuralworkbench.data.read.source.PipeSource;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.read.source.TableSource;
import dev.neuralworkbench.data.read.source.UnpackedStream;
import dev.neuralworkbench.data.read.text.TextFormat;
import dev.neuralworkbench.data.read.xlsx.XlsxFormat;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.ReadingReport.Format;
import dev.neuralworkbench.data.table.ReadingReport.Remark;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.problem.Place;
import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.progress.Progress;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables from files of any of the known formats, packed with gzip or not, from pipes, and
 * from texts. What was found out about a file is told in the table's {@code ReadingReport}.
 *
 * @param pipes whether pipes and devices are read, too, to their end
 */
public record TableReader(TableDemands demands, boolean pipes) {

  /** The formats; the first that a file is of reads it. */
  private static final List<TableFormat> FORMATS =
      List.of(
          new IdxFormat(), new ArffFormat(), new JsonFormat(), new XlsxFormat(), new TextFormat());

  /** Stands for the file of bytes that are in none. */
  private static final Path NO_FILE = Path.of("rows");

  /** Lines that are looked at, and characters of each. */
  private static final int LINES = 40;

  private static final int LINE = 200;

  private static final long MOST_PIPED = 4L << 30;

  /** A reader of tables to learn from: they have at least two columns, an input and a target. */
  public TableReader() {
    this(TableDemands.columns(2), false);
  }

  /** A reader of rows to predict, which may have a single column. */
  public static TableReader forPrediction() {
    return new TableReader(TableDemands.columns(1), false);
  }

  /** Endings of names that a dialog offers; any other file is tried as a text too. */
  public static List<String> endings() {
    return Stream.concat(
            FORMATS.reversed().stream().flatMap(format -> format.endings().stream()),
            Stream.of(".gz"))
        .toList();
  }

  /**
   * The same reader, to which columns of some names are texts even where all their cells are
   * numbers: {@code 00501} stays as it is written.
   *
   * @param isText whether a name is that of such a column, {@code Preprocessor.isText}
   */
  public TableReader withText(Predicate<String> isText) {
    return Records.with(this, "demands.isText", isText);
  }

  /** The same reader, to which pictures become as large as those of a model; 0 for none. */
  public TableReader withPictures(int side) {
    return Records.with(this, "demands.pictureSide", side);
  }

  /** The same reader, to which not everything is left to be guessed. */
  public TableReader with(ReadingChoices choices) {
    return Records.with(this, "demands.choices", choices);
  }

  /**
   * The same reader for a file that follows others: numbers that may be read in two ways, such as
   * {@code 1,234}, are read as theirs.
   *
   * @param decimal their decimal mark, {@code DataSource.usualDecimal}; null where it is not known
   */
  public TableReader withUsualDecimal(@Nullable String decimal) {
    return Records.with(this, "demands.usualDecimal", decimal);
  }

  /**
   * The same reader, which also reads pipes and devices to their end, such as {@code /dev/stdin}.
   * It may wait for whoever writes there, so a window has no use for it.
   */
  public TableReader withPipes() {
    return new TableReader(demands, true);
  }

  /**
   * Reads a file, or a folder of pictures.
   *
   * @return a table named as the file or folder
   * @throws TableFormatException if the file cannot be read or is no table
   * @throws CancellationException if the progress asks for it
   */
  public Table read(Path file, Progress progress) throws TableFormatException {
    var source = TableSource.of(file);
    var name = source.name();
    if (Files.isDirectory(file)) {
      try {
        return new PictureFolder(file.toRealPath(), name, demands, progress).read();
      } catch (IOException e) {
        throw new TableFormatException(unreadable(name, e), e);
      }
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      if (!pipes) {
        throw TableFormatException.at("data.file.pipe", Place.file(name), null, null);
      }
      return readOnce(() -> Files.newInputStream(file), name, progress);
    }
    return read(file, file.resolveSibling(GzipSource.unpackedName(name)), source, progress);
  }

  /**
   * Reads bytes of whatever format they are.
   *
   * @param unpacked what the file would be called if it were not packed
   */
  private Table read(Path file, Path unpacked, TableSource source, Progress progress)
      throws TableFormatException {
    try {
      var bytes = GzipSource.unpacked(source);
      var head = FileHead.of(bytes).bytes();
      var format = FORMATS.stream().filter(it -> it.isOf(unpacked, head)).findFirst().orElseThrow();
      return format.read(file, bytes, demands, progress);
    } catch (IOException e) {
      throw new TableFormatException(unreadable(source.name(), e), e);
    } catch (OutOfMemoryError e) {
      // What was being read is given up by now, so there is memory again to say so.
      throw TableFormatException.tooLarge(source.place(), demands.mostBytes(), e);
    }
  }

  /**
   * Reads bytes that can be read only once, such as those of the standard input, to their end.
   *
   * @param name what the table is called
   * @throws TableFormatException if they cannot be read or are no table
   * @throws CancellationException if the progress asks for it
   */
  public Table readOnce(TableSource.Asked<InputStream> bytes, String name, Progress progress)
      throws TableFormatException {
    try (var source = PipeSource.of(bytes.get(), MOST_PIPED, progress)) {
      return read(source.named(name), progress);
    } catch (PipeSource.EndlessException e) {
      throw new TableFormatException(
          Problem.at("data.file.endless", Place.file(name), MOST_PIPED >> 30, null), e);
    } catch (IOException e) {
      throw new TableFormatException(unreadable(name, e), e);
    }
  }

  /**
   * Reads a text, as it was typed or pasted.
   *
   * @throws TableFormatException if the text is no table
   */
  public static Table parse(String name, String text) throws TableFormatException {
    var source = TableSource.of(name, text.getBytes(StandardCharsets.UTF_8));
    return new TableReader().read(source, Progress.NONE);
  }

  /**
   * Reads a text that {@code TableWriter} wrote: nothing about it has to be guessed.
   *
   * @param textColumns names of the columns that are texts even where all their cells are numbers
   * @throws TableFormatException if the text is no such table
   */
  public static Table parseWritten(String name, String text, Set<String> textColumns)
      throws TableFormatException {
    var source = TableSource.of(name, text.getBytes(StandardCharsets.UTF_8));
    try {
      var origin = new Origin(Format.TEXT, TextEncoding.UTF_8, List.of());
      var demands = TableDemands.columns(2).withText(textColumns::contains);
      var read = TextFormat.readWritten(source, origin, demands, Progress.NONE);
      for (var it : read.reading() == null ? List.<Remark>of() : read.reading().remarks()) {
        if (it.key().equals("reading.short")) {
          var line = Place.line(name, ((Number) it.arguments().get(1)).longValue());
          throw TableFormatException.at("data.file.short", line, null, null);
        }
      }
      return new Table(name, read.columns(), read.rows());
    } catch (IOException e) {
      throw new TableFormatException(unreadable(name, e), e);
    }
  }

  /**
   * Reads bytes, wherever they are, of any format that is told by its first ones.
   *
   * @throws TableFormatException if they cannot be read or are no table
   */
  public Table read(TableSource source, Progress progress) throws TableFormatException {
    return read(NO_FILE, NO_FILE, source, progress);
  }

  /**
   * The first lines of a text, each with its number, to be looked at; empty for what is no text.
   *
   * @param choices of which the encoding counts
   */
  public static String firstLines(Path file, ReadingChoices choices) {
    try {
      var head = FileHead.of(GzipSource.unpacked(TableSource.of(file)));
      if (OtherFormat.of(head.bytes()).isPresent()) {
        return "";
      }
      var encoding =
          Optional.ofNullable(choices.encoding())
              .flatMap(name -> TextEncoding.named(name, head.bytes()))
              .orElseGet(() -> TextEncoding.ofMark(head.bytes()));
      var lines = head.wholeLines(encoding).lines().limit(LINES).toList();
      return IntStream.range(0, lines.size())
          .mapToObj(i -> "%3d  %s".formatted(i + 1, shortened(lines.get(i))))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      return "";
    }
  }

  private static String shortened(String line) {
    return line.length() <= LINE ? line : line.substring(0, LINE) + "\u2026";
  }

  private static Problem unreadable(String name, IOException e) {
    var key =
        switch (e) {
          case NoSuchFileException missing -> "data.file.absent";
          case AccessDeniedException denied -> "data.file.denied";
          case UnpackedStream.BombException bomb -> "data.file.bomb";
          case EOFException cut -> "data.file.cut";
          case ZipException broken -> "data.file.broken";
          default -> "data.file.unreadable";
        };
    return Problem.at(key, Place.file(name), null, null);
  }
}
