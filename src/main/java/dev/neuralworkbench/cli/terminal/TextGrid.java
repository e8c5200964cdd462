package dev.neuralworkbench.cli.terminal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cells in columns, for a terminal. */
public final class TextGrid {

  private static final String GAP = "  ";

  private TextGrid() {}

  /** Cells of numbers: the first of a line to the left, the others to the right. */
  public static String of(List<List<String>> rows) {
    return String.join(System.lineSeparator(), lines(rows, Integer.MAX_VALUE, true));
  }

  /**
   * Cells of texts, all to the left, each on one line.
   *
   * @param most places up to which the first ones are filled, so that a long one does not lengthen
   *     every line
   */
  public static List<String> texts(List<List<String>> rows, int most) {
    var plain =
        rows.stream()
            .map(row -> row.stream().map(cell -> cell.replaceAll("\\s+", " ")).toList())
            .toList();
    return lines(plain, most, false);
  }

  private static List<String> lines(List<List<String>> rows, int mostOfFirst, boolean right) {
    var widths = new int[rows.isEmpty() ? 0 : rows.getFirst().size()];
    for (var row : rows) {
      for (var i = 0; i < widths.length; i++) {
        var width = Math.min(width(row.get(i)), i == 0 ? mostOfFirst : Integer.MAX_VALUE);
        widths[i] = Math.max(widths[i], width);
      }
    }
    return rows.stream().map(row -> line(row, widths, right)).toList();
  }

  private static String line(List<String> row, int[] widths, boolean right) {
    return IntStream.range(0, widths.length)
        .mapToObj(
            column -> {
              var cell = row.get(column);
              var room = " ".repeat(Math.max(0, widths[column] - width(cell)));
              return right && column > 0 ? room + cell : cell + room;
            })
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  /** Columns of a terminal that a text takes: Chinese characters and pictures take two. */
  static int width(String text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int character) {
    return Character.isIdeographic(character)
        || character >= 0x1f300
        || (character >= 0x3000 && character <= 0x303f)
        || (character >= 0xff01 && character <= 0xff60);
  }
}
