package dev.neuralworkbench.ui.data.editor;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.neuralworkbench.data.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cells being typed, in rows of equal length; the first row holds the names. Immutable. */
record TypedCells(List<List<String>> rows) {

  static final TypedCells EMPTY = new TypedCells(List.of());

  /** Copies the rows and makes them equally long; empty ones at the end are dropped. */
  TypedCells {
    var width = rows.stream().mapToInt(TypedCells::used).max().orElse(0);
    var height = 0;
    for (var row = 0; row < rows.size(); row++) {
      height = used(rows.get(row)) > 0 ? row + 1 : height;
    }
    rows = rows.subList(0, height).stream().map(row -> resized(row, width)).toList();
  }

  static TypedCells of(Table table) {
    var rows = new ArrayList<List<String>>();
    rows.add(table.columns().stream().map(column -> column.name()).toList());
    for (var row = 0; row < table.rows(); row++) {
      var index = row;
      rows.add(table.columns().stream().map(column -> column.text(index)).toList());
    }
    return new TypedCells(rows);
  }

  int columns() {
    return rows.isEmpty() ? 0 : rows.getFirst().size();
  }

  /** The text of a cell; empty beyond those that hold something. */
  String text(int row, int column) {
    return row < rows.size() && column < columns() ? rows.get(row).get(column) : "";
  }

  TypedCells with(int row, int column, List<List<String>> block) {
    var changed = new ArrayList<List<String>>();
    var height = Math.max(rows.size(), row + block.size());
    for (var r = 0; r < height; r++) {
      var cells = new ArrayList<>(r < rows.size() ? rows.get(r) : List.<String>of());
      if (r >= row && r < row + block.size()) {
        var laid = block.get(r - row);
        for (var c = 0; c < laid.size(); c++) {
          while (cells.size() <= column + c) {
            cells.add("");
          }
          cells.set(column + c, laid.get(c).strip());
        }
      }
      changed.add(cells);
    }
    return new TypedCells(changed);
  }

  /** The cells as text, a line for each row that is not empty, as RFC 4180 has it. */
  String csv() {
    return rows.stream()
        .filter(row -> used(row) > 0)
        .map(row -> String.join(",", row.stream().map(TypedCells::quoted).toList()) + "\n")
        .collect(Collectors.joining());
  }

  private static int used(List<String> row) {
    for (var column = row.size(); column > 0; column--) {
      if (!row.get(column - 1).isBlank()) {
        return column;
      }
    }
    return 0;
  }

  private static List<String> resized(List<String> row, int width) {
    return IntStream.range(0, width).mapToObj(i -> i < row.size() ? row.get(i) : "").toList();
  }

  private static String quoted(String cell) {
    var plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }

  /**
   * Cells from the clipboard, as spreadsheets put them there: a line for each row, tabs between
   * cells, quotes around cells that hold tabs, line ends or quotes. Text without a tab is cut at
   * semicolons or, where there are none, at commas. Where quotes do not match, they are signs like
   * others.
   */
  static List<List<String>> pasted(String text) {
    var lines = text.replace("\r\n", "\n").replace('\r', '\n');
    var delimiter = text.indexOf('\t') >= 0 ? '\t' : text.indexOf(';') >= 0 ? ';' : ',';
    var reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
    try {
      return cut(reader, lines);
    } catch (CsvParseException _) {
      return cut(reader.quoteCharacter('\0'), lines);
    }
  }

  private static List<List<String>> cut(CsvReader.CsvReaderBuilder reader, String lines) {
    var wide = CsvRecordHandler.of(it -> it.maxFields(lines.length() + 1));
    return reader.build(wide, lines).stream().map(CsvRecord::getFields).toList();
  }
}
