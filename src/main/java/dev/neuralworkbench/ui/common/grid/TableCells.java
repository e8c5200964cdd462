package dev.neuralworkbench.ui.common.grid;

import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The cells of a table as they are shown; what a column needs is found out when it is seen. */
public final class TableCells {

  public static final String MISSING = "\u2013";

  private static final int FEWEST = 8;
  private static final int MOST = 26;

  /** Cells that are looked at, in all columns together, to find out how wide they must be. */
  private static final int LOOKED_AT = 6_000;

  private static final int FEWEST_LOOKED_AT = 8;
  private static final int MOST_LOOKED_AT = 64;
  private static final int SHORT_HEAD = 9;
  private static final double HEAD_AIR = 1;
  private static final double WIDER = 0.6;
  private static final double NARROWER = 0.4;

  public final Table table;
  private final @Nullable CellNumbers[] numbers;
  private final int[] digits;
  private final int sampled;

  public TableCells(Table table) {
    this.table = table;
    numbers = new CellNumbers[table.columns().size()];
    digits = new int[table.columns().size()];
    Arrays.fill(digits, -1);
    sampled = Math.clamp(LOOKED_AT / digits.length, FEWEST_LOOKED_AT, MOST_LOOKED_AT);
  }

  public String text(int row, int column) {
    var cells = table.column(column);
    if (cells.isMissing(row)) {
      return MISSING;
    }
    return cells instanceof NumberColumn number
        ? numbers(number, column).text(row)
        : cells.text(row);
  }

  public int digits(int column) {
    if (digits[column] < 0) {
      var cells = table.column(column);
      var wanted =
          switch (cells) {
            case NumberColumn number -> numbers(number, column).width;
            case TextColumn text -> longest(text);
          };
      digits[column] = Math.clamp(Math.max(wanted, headWidth(cells.name())), FEWEST, MOST);
    }
    return digits[column];
  }

  private CellNumbers numbers(NumberColumn number, int column) {
    var known = numbers[column];
    if (known == null) {
      known = new CellNumbers(number, sampled);
      numbers[column] = known;
    }
    return known;
  }

  private int longest(TextColumn text) {
    return text.categories().stream().limit(sampled).mapToInt(TableCells::width).max().orElse(0);
  }

  public boolean hasLongNames() {
    return table.columns().stream().anyMatch(column -> head(column.name()).contains("\n"));
  }

  /** Width of a text in digits: Chinese characters and the like are two wide. */
  public static int width(String text) {
    return text.codePoints().map(point -> point >= 0x1100 ? 2 : 1).sum();
  }

  /** A column's name above it: a long one in two lines, so that the column need not be wider. */
  public static String head(String name) {
    return width(name) <= SHORT_HEAD
        ? name
        : IntStream.range(1, name.length())
            .filter(at -> " _-./".indexOf(name.charAt(at - 1)) >= 0)
            .mapToObj(at -> name.substring(0, at).strip() + "\n" + name.substring(at))
            .min(
                Comparator.comparingInt(
                    it -> it.lines().mapToInt(TableCells::width).max().orElse(0)))
            .orElse(name);
  }

  /** Width of the longer line of a head in bold letters, in digits. */
  private static int headWidth(String name) {
    var longest = head(name).lines().mapToDouble(TableCells::bold).max().orElse(0);
    return (int) Math.rint(longest + HEAD_AIR);
  }

  /** An m takes more, an l less. */
  private static double bold(String line) {
    return width(line)
        + WIDER * line.chars().filter(it -> "mwMW%@".indexOf(it) >= 0).count()
        - NARROWER * line.chars().filter(it -> "iljtfrI.,:()[]".indexOf(it) >= 0).count();
  }
}
