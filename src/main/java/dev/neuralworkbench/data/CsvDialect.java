package dev.neuralworkbench.data;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;

/**
 * How a text writes its table.
 *
 * @param delimiter character between two cells
 * @param decimal decimal separator of its numbers
 * @param header whether the first line names the columns
 */
record CsvDialect(char delimiter, char decimal, boolean header) {

  /** How {@link TableWriter} writes. */
  static final CsvDialect WRITTEN = new CsvDialect(',', '.', true);

  /** A strict reader's settings: quotes must match; empty lines are skipped. */
  CsvReader.CsvReaderBuilder reader() {
    return builder(delimiter).allowUnclosedQuote(false);
  }

  /** A lenient reader's settings, for a sample that may end inside a quote. */
  static CsvReader.CsvReaderBuilder sampleReader(char delimiter) {
    return builder(delimiter).allowUnclosedQuote(true);
  }

  private static CsvReader.CsvReaderBuilder builder(char delimiter) {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .quoteCharacter('"')
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .trimWhitespacesAroundQuotes(true)
        .detectBomHeader(false);
  }
}
