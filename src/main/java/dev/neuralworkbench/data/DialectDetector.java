package dev.neuralworkbench.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds delimiter, decimal separator and header from the first lines of a text. */
final class DialectDetector {

  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  /** Records looked at. */
  private static final int MOST_RECORDS = 200;

  /** Share of records that must agree on the number of fields, to be taken for consistent. */
  private static final double CONSISTENT = 0.9;

  private DialectDetector() {}

  /**
   * The most likely dialect. The delimiter is the one that cuts most lines into the same number of
   * fields, more than one, and best all of them; of several the one whose fields are numbers most
   * often, then the one of most fields: in {@code 1,5;2,5} both the comma and the semicolon are
   * consistent.
   *
   * @param sample whole lines from the start of the text
   */
  static CsvDialect detect(String sample) {
    return candidates(sample).stream()
        .max(
            Comparator.comparing(Candidate::consistent)
                .thenComparing(Candidate::unanimous)
                .thenComparingDouble(Candidate::numberShare)
                .thenComparingInt(Candidate::fields))
        .map(
            best ->
                new CsvDialect(
                    best.delimiter, best.decimal, HeaderRule.isHeader(best.records, best.decimal)))
        .orElseGet(
            () -> {
              var single = candidate(',', records(sample, ','));
              return new CsvDialect(',', '.', HeaderRule.isHeader(single.records, '.'));
            });
  }

  /**
   * A delimiter and what it makes of the sample.
   *
   * @param fields most frequent number of fields in a record
   * @param consistent whether nearly all records have so many
   * @param unanimous whether all records have: others are refused when the table is read
   * @param numberShare share of the fields after the first record that are numbers
   */
  private record Candidate(
      char delimiter,
      char decimal,
      List<List<String>> records,
      int fields,
      boolean consistent,
      boolean unanimous,
      double numberShare) {}

  private static List<Candidate> candidates(String sample) {
    var candidates = new ArrayList<Candidate>();
    for (var delimiter : DELIMITERS) {
      if (sample.indexOf(delimiter) >= 0) {
        var candidate = candidate(delimiter, records(sample, delimiter));
        if (candidate.fields > 1) {
          candidates.add(candidate);
        }
      }
    }
    return candidates;
  }

  private static List<List<String>> records(String sample, char delimiter) {
    var records = new ArrayList<List<String>>();
    try (var iterator = CsvDialect.sampleReader(delimiter).ofCsvRecord(sample).iterator()) {
      while (iterator.hasNext() && records.size() < MOST_RECORDS) {
        records.add(trimmed(iterator.next()));
      }
    } catch (CsvParseException e) {
      // Quotes do not match under this delimiter: what was read before decides.
      return records;
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail", e);
    }
    return records;
  }

  private static List<String> trimmed(CsvRecord record) {
    return record.getFields().stream().map(String::strip).toList();
  }

  private static Candidate candidate(char delimiter, List<List<String>> records) {
    Map<Integer, Integer> sizes = new HashMap<>();
    records.forEach(record -> sizes.merge(record.size(), 1, Integer::sum));
    var most =
        sizes.entrySet().stream()
            .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey));
    var fields = most.map(Map.Entry::getKey).orElse(0);
    var agreeing = most.map(Map.Entry::getValue).orElse(0);
    var cells = records.stream().skip(1).flatMap(List::stream).toList();
    var decimal = delimiter != ',' && writesDecimalComma(cells) ? ',' : '.';
    var numbers = cells.stream().filter(cell -> isNumber(cell, decimal)).count();
    return new Candidate(
        delimiter,
        decimal,
        records,
        fields,
        agreeing >= CONSISTENT * records.size(),
        agreeing == records.size(),
        cells.isEmpty() ? 0 : numbers / (double) cells.size());
  }

  /** More numbers with a comma than with a point, and none with two commas, as in 1,234,567. */
  private static boolean writesDecimalComma(List<String> cells) {
    var commas = 0;
    var points = 0;
    for (var cell : cells) {
      var comma = cell.indexOf(',');
      if (comma >= 0 && isNumber(cell.replace(",", ""), '.')) {
        if (cell.indexOf(',', comma + 1) >= 0) {
          return false;
        }
        commas += isNumber(cell, ',') ? 1 : 0;
      } else if (cell.indexOf('.') >= 0 && isNumber(cell, '.')) {
        points++;
      }
    }
    return commas > points;
  }

  static boolean isNumber(String cell, char decimal) {
    return !Double.isNaN(NumberParser.parse(cell.toCharArray(), 0, cell.length(), decimal));
  }
}
