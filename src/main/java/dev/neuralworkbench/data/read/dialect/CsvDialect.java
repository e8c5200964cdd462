package dev.neuralworkbench.data.read.dialect;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.neuralworkbench.data.cell.NumberStyle;
import dev.neuralworkbench.data.table.ReadingReport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * How a text writes its table.
 *
 * @param delimiter character between two cells; {@link ReadingReport#BLANKS} for any run of blanks
 *     and tabs
 * @param style how its numbers are written
 * @param header whether the first line of the table names the columns
 * @param rowNames whether every row begins with a name above which the header has no cell
 * @param skippedLines lines above the table
 * @param comments whether lines that begin with {@code #} are none of the table's
 */
public record CsvDialect(
    char delimiter,
    NumberStyle style,
    boolean header,
    boolean rowNames,
    int skippedLines,
    boolean comments) {

  static final char[] DELIMITERS = {',', ';', '\t', '|'};
  static final char COMMENT = '#';

  /** How {@code TableWriter} writes. */
  public static final CsvDialect WRITTEN =
      new CsvDialect(',', NumberStyle.POINT, true, false, 0, false);

  /**
   * A strict reader's settings: quotes must match; empty lines are skipped.
   *
   * @param blanks whether there are blanks between delimiters and quotes, which are no part of the
   *     cell; without them reading takes half the time
   */
  public CsvReader.CsvReaderBuilder reader(boolean blanks) {
    return builder(delimiter, comments)
        .allowUnclosedQuote(false)
        .trimWhitespacesAroundQuotes(blanks && mayHaveBlanks(delimiter));
  }

  private static boolean mayHaveBlanks(char delimiter) {
    return delimiter != ReadingReport.BLANKS;
  }

  /** The text of the table, from a text that is at its start. */
  public Reader table(Reader text) throws IOException {
    var table = text;
    if (skippedLines > 0) {
      var lines = new BufferedReader(text);
      for (var i = 0; i < skippedLines; i++) {
        lines.readLine();
      }
      table = lines;
    }
    return delimiter == ReadingReport.BLANKS ? new BlankRuns(table) : table;
  }

  /** A lenient reader's settings, for a sample that may end inside a quote. */
  static CsvReader.CsvReaderBuilder sampleReader(char delimiter, boolean comments) {
    return builder(delimiter, comments)
        .allowUnclosedQuote(true)
        .trimWhitespacesAroundQuotes(mayHaveBlanks(delimiter));
  }

  private static CsvReader.CsvReaderBuilder builder(char delimiter, boolean comments) {
    return CsvReader.builder()
        .fieldSeparator(delimiter == ReadingReport.BLANKS ? BlankRuns.DELIMITER : delimiter)
        .quoteCharacter('"')
        .commentStrategy(comments ? CommentStrategy.SKIP : CommentStrategy.NONE)
        .commentCharacter(COMMENT)
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .detectBomHeader(false);
  }
}
