package dev.neuralworkbench.ui.data.editor;

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
   * semicolons or, where there are none, at commas.
   */
  static final class PastedBlock {

    private final String text;
    private final char delimiter;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private StringBuilder cell = new StringBuilder();

    private PastedBlock(String text) {
      this.text = text;
      delimiter = text.indexOf('\t') >= 0 ? '\t' : text.indexOf(';') >= 0 ? ';' : ',';
    }

    static List<List<String>> cells(String text) {
      return new PastedBlock(text.replace("\r\n", "\n").replace('\r', '\n')).cut();
    }

    private List<List<String>> cut() {
      var quoted = false;
      for (var at = 0; at < text.length(); at++) {
        var c = text.charAt(at);
        if (c == '"' && (quoted || cell.isEmpty())) {
          var doubled = quoted && at + 1 < text.length() && text.charAt(at + 1) == '"';
          if (doubled) {
            cell.append('"');
            at++;
          } else {
            quoted = !quoted;
          }
        } else if (!quoted && c == delimiter) {
          endCell();
        } else if (!quoted && c == '\n') {
          endRow();
        } else {
          cell.append(c);
        }
      }
      if (!cell.isEmpty() || !row.isEmpty()) {
        endRow();
      }
      return List.copyOf(rows);
    }

    private void endCell() {
      row.add(cell.toString());
      cell = new StringBuilder();
    }

    private void endRow() {
      endCell();
      rows.add(List.copyOf(row));
      row = new ArrayList<>();
    }
  }
}
