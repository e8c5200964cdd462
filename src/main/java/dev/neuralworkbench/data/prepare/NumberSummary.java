package dev.neuralworkbench.data.prepare;

import dev.neuralworkbench.data.table.NumberColumn;

/**
 * What the given rows of a numeric column tell; missing values are left out. Of no value at all
 * everything is 0.
 *
 * @param mean Σx / n
 * @param deviation standard deviation √(Σ(x − mean)² / n), of the rows as a whole population
 */
public record NumberSummary(double minimum, double maximum, double mean, double deviation) {

  /**
   * Two passes, since the one-pass formula Σx² − n·mean² loses all digits of a small spread.
   *
   * @param rows Not modified.
   */
  public static NumberSummary of(NumberColumn column, int[] rows) {
    var count = 0;
    var sum = 0.0;
    var minimum = Double.POSITIVE_INFINITY;
    var maximum = Double.NEGATIVE_INFINITY;
    for (var row : rows) {
      var value = column.value(row);
      if (!Double.isNaN(value)) {
        count++;
        sum += value;
        minimum = Math.min(minimum, value);
        maximum = Math.max(maximum, value);
      }
    }
    if (count == 0) {
      return new NumberSummary(0, 0, 0, 0);
    }
    // Of equal values the rounded mean may miss the value by a bit; then the range settles it.
    var mean = Math.clamp(sum / count, minimum, maximum);
    var squares = 0.0;
    for (var row : rows) {
      var value = column.value(row);
      if (!Double.isNaN(value)) {
        squares += (value - mean) * (value - mean);
      }
    }
    return new NumberSummary(minimum, maximum, mean, Math.sqrt(squares / count));
  }

  double magnitude() {
    return Math.max(Math.abs(minimum), Math.abs(maximum));
  }
}
