package dev.neuralworkbench.data.table;

import dev.neuralworkbench.problem.Records;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a file was read as a table: what it said, what was guessed and why, and what became of cells
 * that are neither numbers nor names.
 *
 * @param delimiter character between two cells of a text; a blank stands for any run of blanks and
 *     tabs
 * @param encoding name of the character encoding, such as {@code UTF-8}
 * @param decimal decimal mark of its numbers, a point or a comma
 * @param header whether the first line names the columns
 * @param skippedLines lines above the table that are not of it
 * @param sheet the sheet that was read; empty where the format has none
 * @param choices what was not guessed, but chosen
 * @param missing the marks that were taken for missing values, the most frequent first
 * @param remarks what a reader should know, what is doubtful first
 */
public record ReadingReport(
    Format format,
    char delimiter,
    String encoding,
    char decimal,
    boolean header,
    int skippedLines,
    String sheet,
    List<String> sheets,
    ReadingChoices choices,
    List<Reason> reasons,
    List<MissingCount> missing,
    List<Remark> remarks) {

  /** How the keys begin that tell of another decimal mark than the model's table has. */
  public static final String OTHER_DECIMAL = "reading.decimal.other.";

  /** Key that tells of a unit which all numbers of a column have. */
  public static final String UNIT = "reading.unit";

  /** Key of the reason for a decimal mark that no number has. */
  public static final String NO_DECIMAL = "reading.why.decimal.none";

  /** Stands for any run of blanks and tabs between two cells. */
  public static final char BLANKS = ' ';

  public enum Format {
    /** Cells between delimiters. */
    TEXT,
    /** Excel's workbooks since 2007. */
    XLSX,
    /** A record in braces a line, or a list of them. */
    JSON,
    /** Weka's tables with declared columns. */
    ARFF,
    /** A folder of them. */
    PICTURES
  }

  /** What is found out about a file before it is read. */
  public enum Guess {
    DELIMITER,
    ENCODING,
    DECIMAL,
    HEADER,
    SKIPPED,
    SHEET
  }

  /**
   * Why something was found to be so.
   *
   * @param key key of the sentence in the message bundles
   * @param arguments what the sentence names, in its order
   */
  public record Reason(Guess guess, String key, List<Object> arguments) {

    public Reason {
      arguments = List.copyOf(arguments);
    }

    public static Reason of(Guess guess, String key, Object... arguments) {
      return new Reason(guess, key, List.of(arguments));
    }
  }

  /**
   * A mark and how many cells of the table are taken for missing because of it.
   *
   * @param mark as it is usually written: capitals do not matter
   */
  public record MissingCount(String mark, int cells) {}

  /**
   * Something that was guessed or is worth knowing.
   *
   * @param key key of the sentence in the message bundles
   * @param doubtful whether the user should look at it
   * @param column name of the column it is about; empty if it is about the whole table
   * @param arguments what the sentence names, in its order
   */
  public record Remark(String key, boolean doubtful, String column, List<Object> arguments) {

    public Remark {
      arguments = List.copyOf(arguments);
    }

    public static Remark of(String key, boolean doubtful, Object... arguments) {
      return new Remark(key, doubtful, "", List.of(arguments));
    }

    /** One about a column, whose name is the first argument, before others. */
    public static Remark ofColumn(Column column, String key, boolean doubtful, Object... others) {
      var arguments = Stream.concat(Stream.of(column.name()), Stream.of(others)).toList();
      return new Remark(key, doubtful, column.name(), arguments);
    }
  }

  public ReadingReport {
    sheets = List.copyOf(sheets);
    reasons = List.copyOf(reasons);
    missing = List.copyOf(missing);
    remarks = remarks.stream().sorted(Comparator.comparing(it -> !it.doubtful())).toList();
  }

  /** Of pictures, which have no cells to guess at. */
  public static ReadingReport ofPictures(ReadingChoices choices, List<Remark> remarks) {
    List<Reason> none = List.of();
    return new ReadingReport(
        Format.PICTURES, ',', "", '.', true, 0, "", List.of(), choices, none, List.of(), remarks);
  }

  /** The same with more remarks. */
  public ReadingReport with(List<Remark> more) {
    return Records.with(this, "remarks", Stream.concat(remarks.stream(), more.stream()).toList());
  }

  public List<Remark> remarks(String column) {
    return remarks.stream().filter(remark -> remark.column().equals(column)).toList();
  }

  /**
   * The decimal mark, where numbers of the file have one that may be read otherwise, or tell it.
   */
  public Optional<String> decimalMark() {
    return reason(Guess.DECIMAL)
        .filter(reason -> !reason.key().equals(NO_DECIMAL))
        .map(_ -> String.valueOf(decimal));
  }

  public Optional<Reason> reason(Guess guess) {
    return reasons.stream().filter(reason -> reason.guess() == guess).findFirst();
  }
}
