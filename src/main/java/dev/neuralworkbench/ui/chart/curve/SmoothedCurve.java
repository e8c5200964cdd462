package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.ui.chart.Curve;
import java.util.Arrays;

/**
 * A curve's exponential moving average: sᵢ = w·sᵢ₋₁ + (1 − w)·yᵢ, shown as sᵢ / (1 − wⁱ), so that
 * the first values are not drawn towards zero. Gaps stay gaps and leave the average as it is. Grows
 * by what was added since the last call; the average is kept, not taken anew.
 */
final class SmoothedCurve implements Curve {

  private final Curve source;
  private final double weight;
  private double[] values = new double[64];
  private int length;
  private double average;
  private double remaining = 1;

  /**
   * Smooths a curve.
   *
   * @param weight w, from 0 (not smoothed) to below 1
   */
  SmoothedCurve(Curve source, double weight) {
    this.source = source;
    this.weight = weight;
  }

  @Override
  public int length() {
    grow(source.length());
    return length;
  }

  @Override
  public double x(int index) {
    return source.x(index);
  }

  @Override
  public double y(int index) {
    return values[index];
  }

  private void grow(int to) {
    if (to > values.length) {
      values = Arrays.copyOf(values, Math.max(to, values.length * 2));
    }
    for (; length < to; length++) {
      var y = source.y(length);
      if (Double.isFinite(y)) {
        average = weight * average + (1 - weight) * y;
        remaining *= weight;
        values[length] = average / (1 - remaining);
      } else {
        values[length] = Double.NaN;
      }
    }
  }
}
