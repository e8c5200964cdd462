package dev.neuralworkbench.ui.drawing.network;

import java.util.Arrays;

/** Values of units at one row, for their colours. */
final class UnitValues {

  static final UnitValues NONE = new UnitValues(new double[0][], new double[0]);

  private final double[][] columns;
  private final double[] least;

  /**
   * Values by column and unit.
   *
   * @param columns a column may be empty, a value NaN for none. Not modified.
   * @param least the end of a column's scale is not below its number here; 0 where there is none.
   *     Not modified.
   */
  UnitValues(double[][] columns, double[] least) {
    this.columns = columns;
    this.least = least;
  }

  /** Value of a unit; NaN where there is none. */
  double of(NetworkPart.Unit unit) {
    var column = unit.column();
    return column < columns.length && unit.unit() < columns[column].length
        ? columns[column][unit.unit()]
        : Double.NaN;
  }

  /** Value as a share of the largest size in its column, −1 to 1; NaN where there is none. */
  double share(NetworkPart.Unit unit) {
    var value = of(unit);
    if (Double.isNaN(value) || value == 0) {
      return value;
    }
    var known = Arrays.stream(columns[unit.column()]).filter(it -> !Double.isNaN(it));
    var most = known.map(Math::abs).max().orElse(1);
    var column = unit.column();
    return value / Math.max(column < least.length ? least[column] : 0, most);
  }
}
