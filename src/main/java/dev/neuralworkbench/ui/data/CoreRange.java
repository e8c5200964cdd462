package dev.neuralworkbench.ui.data;

import dev.neuralworkbench.ui.chart.Span;
import java.util.Arrays;

/**
 * The stretch of an axis that most values lie on. An end is cut where an outlier lies further from
 * the 1st or 99th percentile than {@value #FAR} times the distance between the two, so that all
 * other points would share a fifth of the axis: what lies beyond the percentile by no more than
 * that distance stays in sight.
 */
final class CoreRange {

  private static final int FAR = 4;
  private static final int FEWEST_VALUES = 20;
  private static final int HUNDREDTH = 100;

  private CoreRange() {}

  /**
   * Of some values, in any order and without gaps, the part of their whole range to be shown: of
   * few values at least one a side counts as beyond the percentile.
   */
  static Span of(double[] values, Span whole) {
    if (values.length < FEWEST_VALUES) {
      return whole;
    }
    var sorted = values.clone();
    Arrays.sort(sorted);
    var beyond = Math.max(1, sorted.length / HUNDREDTH);
    var low = sorted[beyond];
    var high = sorted[sorted.length - 1 - beyond];
    var length = high - low;
    if (!(length > 0)) {
      return whole;
    }
    var near = new Span(low - length, high + length);
    var seen = Arrays.stream(sorted).filter(near::contains).summaryStatistics();
    return new Span(
        low - whole.least() > FAR * length ? seen.getMin() : whole.least(),
        whole.greatest() - high > FAR * length ? seen.getMax() : whole.greatest());
  }
}
