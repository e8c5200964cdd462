package dev.neuralworkbench.ui.drawing.network;

import java.util.Arrays;

/**
 * Values of units at one row, such as activations, by column (0 for inputs) and unit, NaN for none.
 * Each column has a scale of its own, which does not end below its least. Not copied.
 */
@SuppressWarnings("ArrayRecordComponent") // shared, and compared by identity
public record UnitValues(double[][] columns, double[] least) {

  public static final UnitValues NONE = new UnitValues(new double[0][], new double[0]);

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
