package dev.neuralworkbench.ui.data.editor;

import java.util.ArrayList;
import java.util.List;

/**
 * Cells from the clipboard, as spreadsheets put them there: a line for each row, tabs between
 * cells, quotes around cells that hold tabs, line ends or quotes. Text without a tab is cut at
 * semicolons or, where there are none, at commas.
 */
final class PastedBlock {

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
