package dev.neuralworkbench.cli.terminal;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Cells in columns, for a terminal: the first to the left, the others to the right. */
public final class TextGrid {

  private static final String GAP = "  ";

  private TextGrid() {}

  public static String of(List<List<String>> rows) {
    var widths =
        IntStream.range(0, rows.getFirst().size())
            .map(column -> rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0))
            .toArray();
    return rows.stream()
        .map(row -> line(row, widths))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(
            column -> {
              var cell = row.get(column);
              var room = " ".repeat(widths[column] - width(cell));
              return column == 0 ? cell + room : room + cell;
            })
        .collect(Collectors.joining(GAP))
        .stripTrailing();
  }

  /** Columns of a terminal that a text takes: Chinese characters take two. */
  static int width(String text) {
    return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
  }

  private static boolean isWide(int character) {
    return Character.isIdeographic(character)
        || (character >= 0x3000 && character <= 0x303f)
        || (character >= 0xff01 && character <= 0xff60);
  }
}
