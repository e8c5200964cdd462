package dev.neuralworkbench.data.read.dialect;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.neuralworkbench.data.cell.NumberStyle;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.ReadingReport;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A delimiter and what it makes of a sample.
 *
 * @param lines the table's records: titles above it are left out, and so is an empty cell that all
 *     rows have more than the header
 * @param titleLines lines above the first record
 * @param fields most frequent number of fields in a record
 * @param rowNames whether the first record lacks a field that the others have
 * @param consistent whether nearly all records have so many
 * @param unanimous whether all records have: others are refused when the table is read
 * @param numberShare share of the fields after the first record that are numbers
 */
record DialectCandidate(
    char delimiter,
    List<List<String>> lines,
    int titleLines,
    int fields,
    boolean rowNames,
    boolean consistent,
    boolean unanimous,
    DecimalVote vote,
    double numberShare) {

  private static final int MOST_RECORDS = 400;

  /** Lines above a table that are taken for its title. */
  private static final int MOST_TITLES = 10;

  /** Columns from which a line with a single text is a title and no row. */
  private static final int WIDE = 3;

  /** Share of records that must agree on the number of fields, to be taken for consistent. */
  private static final double CONSISTENT = 0.9;

  /** Cuts a sample, with or without lines that begin with {@code #}. */
  static DialectCandidate of(
      String sample,
      char delimiter,
      boolean comments,
      ReadingChoices choices,
      @Nullable NumberStyle usual) {
    var records = records(sample, delimiter, comments);
    var lines = records.stream().map(DialectCandidate::trimmed).toList();
    var fields = mostFrequent(lines);
    var titles = choices.skippedLines() == null ? titles(lines, fields) : 0;
    var first = titles == 0 ? 0 : (int) records.get(titles).getStartingLineNumber() - 1;
    var table = lines.subList(titles, lines.size());
    var rowNames = false;
    if (isShort(table, fields)) {
      var isEmpty = table.stream().skip(1).allMatch(row -> row.getLast().isEmpty());
      if (isEmpty) {
        table = withoutLast(table);
        fields--;
      } else {
        // Between commas a cell too many may as well be the other half of a decimal number.
        rowNames =
            delimiter != ','
                || table.stream()
                    .skip(1)
                    .noneMatch(row -> NumberStyle.POINT.isNumber(row.getFirst()));
      }
    }
    var decimal = choices.decimal();
    var rows = table.subList(Math.min(1, table.size()), table.size());
    var vote =
        decimal == null ? DecimalVote.of(rows, delimiter, usual) : DecimalVote.chosen(decimal);
    return of(delimiter, table, first, fields, rowNames, vote);
  }

  private static DialectCandidate of(
      char delimiter,
      List<List<String>> table,
      int titleLines,
      int fields,
      boolean rowNames,
      DecimalVote vote) {
    var rows = table.subList(Math.min(1, table.size()), table.size());
    var agreeing = rows.stream().filter(row -> row.size() == fields).count();
    var firstAgrees = !table.isEmpty() && (table.getFirst().size() == fields || rowNames);
    agreeing += firstAgrees ? 1 : 0;
    var numbers =
        rows.stream().flatMap(List::stream).filter(cell -> vote.style().isNumber(cell)).count();
    var cells = rows.stream().mapToInt(List::size).sum();
    return new DialectCandidate(
        delimiter,
        table,
        titleLines,
        fields,
        rowNames,
        agreeing >= CONSISTENT * table.size(),
        agreeing == table.size(),
        vote,
        cells == 0 ? 0 : numbers / (double) cells);
  }

  private static List<CsvRecord> records(String sample, char delimiter, boolean comments) {
    var records = new ArrayList<CsvRecord>();
    var text = new StringReader(sample);
    try (var iterator =
        CsvDialect.sampleReader(delimiter, comments)
            .ofCsvRecord(delimiter == ReadingReport.BLANKS ? new BlankRuns(text) : text)
            .iterator()) {
      while (iterator.hasNext() && records.size() < MOST_RECORDS) {
        var record = iterator.next();
        if (record.getFieldCount() > 1 || !record.getField(0).isBlank()) {
          records.add(record);
        }
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

  private static int mostFrequent(List<List<String>> lines) {
    var sizes = new HashMap<Integer, Integer>();
    lines.forEach(line -> sizes.merge(line.size(), 1, Integer::sum));
    return sizes.entrySet().stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(0);
  }

  /**
   * Lines above the table: cut otherwise than all that follow, or with a single text in a wide
   * table. A line one field short stays, if it is one of names: programs that write names of rows
   * leave their column without one.
   */
  private static int titles(List<List<String>> lines, int fields) {
    if (fields < 2) {
      return 0;
    }
    var titles = 0;
    while (titles < Math.min(MOST_TITLES, lines.size()) && isTitle(lines.get(titles), fields)) {
      titles++;
    }
    var rest = lines.subList(titles, lines.size());
    var isTable = rest.size() >= 2 && rest.stream().allMatch(line -> line.size() == fields);
    if (titles == 0 || !isTable) {
      return 0;
    }
    var hasNames = HeaderRule.hasNames(rest, NumberStyle.POINT);
    return isNames(lines.get(titles - 1), fields) && !hasNames ? titles - 1 : titles;
  }

  private static boolean isTitle(List<String> line, int fields) {
    var texts = line.stream().filter(cell -> !cell.isEmpty()).count();
    return line.size() != fields
        || texts == 0
        || (fields >= WIDE
            && texts == 1
            && !line.getFirst().isEmpty()
            && !NumberStyle.POINT.isNumber(line.getFirst()));
  }

  private static boolean isNames(List<String> line, int fields) {
    return line.size() == fields - 1
        && line.stream().noneMatch(cell -> cell.isEmpty() || NumberStyle.POINT.isNumber(cell));
  }

  private static boolean isShort(List<List<String>> table, int fields) {
    return table.size() > 1
        && fields > 1
        && table.getFirst().size() == fields - 1
        && table.stream().skip(1).allMatch(row -> row.size() == fields);
  }

  private static List<List<String>> withoutLast(List<List<String>> table) {
    var cut = new ArrayList<List<String>>();
    cut.add(table.getFirst());
    table.stream().skip(1).forEach(row -> cut.add(row.subList(0, row.size() - 1)));
    return List.copyOf(cut);
  }
}
