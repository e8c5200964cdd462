package dev.neuralworkbench.ui.common.grid;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Where the columns of a grid begin, in pixels from the first. Immutable. */
final class GridColumns {

  static final GridColumns NONE = new GridColumns(new double[1]);

  private final double[] starts;

  private GridColumns(double[] starts) {
    this.starts = starts;
  }

  static GridColumns of(int count, IntToDoubleFunction width) {
    var starts = new double[count + 1];
    for (var i = 0; i < count; i++) {
      starts[i + 1] = starts[i] + width.applyAsDouble(i);
    }
    return new GridColumns(starts);
  }

  int count() {
    return starts.length - 1;
  }

  double start(int column) {
    return starts[column];
  }

  double width(int column) {
    return starts[column + 1] - starts[column];
  }

  double total() {
    return starts[count()];
  }

  /** The column at a place; the first or last one for places beside them. */
  int at(double x) {
    var found = Arrays.binarySearch(starts, x);
    var column = found >= 0 ? found : -found - 2;
    return Math.clamp(column, 0, Math.max(0, count() - 1));
  }
}
