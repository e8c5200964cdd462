package dev.neuralworkbench.data.statistics;

import dev.neuralworkbench.data.table.NumberColumn;

/**
 * Some rows of a column, brought to mean 0 and deviation 1 of the whole column, with their sums.
 * Filled again and again; belongs to one thread.
 */
final class Block {

  static final int ROWS = 2_048;

  private final NumberColumn column;
  private final boolean varies;
  private final double mean;
  private final double deviation;
  private final double[] values = new double[ROWS];
  private int length;
  private double sum;
  private double squares;

  /** Of a column, whose numbers are gone through once. */
  Block(NumberColumn column) {
    this.column = column;
    var least = column.min();
    var most = column.max();
    varies = least < most;
    if (!varies) {
      mean = Double.isNaN(least) ? 0 : least;
      deviation = 1;
      return;
    }
    // Halved, since the sum of two huge numbers is infinite; the sums are of (x − middle) / range.
    var half = most / 2 - least / 2;
    var middle = least / 2 + most / 2;
    var all = 0.0;
    var allSquares = 0.0;
    for (var row = 0; row < column.rows(); row++) {
      var value = column.value(row);
      if (!Double.isNaN(value)) {
        var d = (value / 2 - middle / 2) / half;
        all += d;
        allSquares += d * d;
      }
    }
    var n = column.rows() - column.missing();
    var off = all / n;
    var spread = Math.sqrt(Math.max(allSquares / n - off * off, 0));
    mean = middle + half * (2 * off);
    deviation = half * (spread > 0 ? 2 * spread : 1);
  }

  void fill(int start, int rows) {
    length = rows;
    sum = 0;
    squares = 0;
    for (var i = 0; i < rows; i++) {
      var value = (column.value(start + i) / 2 - mean / 2) / (deviation / 2);
      values[i] = value;
      sum += value;
      squares += value * value;
    }
  }

  boolean isComplete() {
    return column.missing() == 0;
  }

  boolean varies() {
    return varies;
  }

  int length() {
    return length;
  }

  /** The numbers, NaN where one is missing; not to be modified. */
  double[] values() {
    return values;
  }

  /** Σx; NaN where a number is missing. */
  double sum() {
    return sum;
  }

  /** Σx²; NaN where a number is missing. */
  double squares() {
    return squares;
  }
}
