package dev.neuralworkbench.cli.terminal;

import dev.neuralworkbench.text.Numbers;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** A curve drawn with characters, for a terminal: values upwards, epochs to the right. */
public final class TextCurve {

  private static final int COLUMNS = 60;
  private static final int ROWS = 10;
  private static final String DOT = "•";

  private TextCurve() {}

  /**
   * Draws a curve of at least one finite number.
   *
   * @param count number of values
   * @param value the value at an index
   * @return lines, the topmost first, each beginning with the axis
   */
  public static String draw(int count, IntToDoubleFunction value) {
    var columns = Math.min(COLUMNS, count);
    var values = new double[columns];
    Arrays.setAll(
        values, i -> value.applyAsDouble(columns == 1 ? 0 : i * (count - 1) / (columns - 1)));
    var most = Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
    var least = Math.min(0, Arrays.stream(values).filter(Double::isFinite).min().orElse(0));
    var canvas = new String[ROWS][columns];
    for (var row : canvas) {
      Arrays.fill(row, " ");
    }
    for (var i = 0; i < columns; i++) {
      if (Double.isFinite(values[i])) {
        var height = most == least ? 0 : (values[i] - least) / (most - least);
        canvas[ROWS - 1 - (int) Math.round(height * (ROWS - 1))][i] = DOT;
      }
    }
    var lines = new StringBuilder();
    for (var row = 0; row < ROWS; row++) {
      var label =
          row == 0 ? Numbers.rounded(most, 3) : row == ROWS - 1 ? Numbers.rounded(least, 3) : "";
      lines.append("%10s │%s%n".formatted(label, String.join("", canvas[row]).stripTrailing()));
    }
    return lines
        .append("%10s └%s%n".formatted("", "─".repeat(columns)))
        .append("%10s  1%s".formatted("", ("%" + Math.max(1, columns - 1) + "d").formatted(count)))
        .toString();
  }
}
