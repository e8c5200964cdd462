package dev.neuralworkbench.ui.chart.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.curve.TrackedCurve.SmoothedCurve;
import org.junit.jupiter.api.Test;

class SmoothedCurveTest {

  @Test
  void averageIsNotDrawnTowardsZeroAtItsBeginning() {
    var smooth = smooth(0.9, 4, 4, 4, 4);
    for (var i = 0; i < 4; i++) {
      assertEquals(4, smooth.y(i), 1e-12);
    }
  }

  @Test
  void eachValueIsTheWeightedMeanOfThoseBefore() {
    // Weights 0.25, 0.5, 1 for the last: (0.25·8 + 0.5·4 + 1·2) / 1.75.
    assertEquals((0.25 * 8 + 0.5 * 4 + 2) / 1.75, smooth(0.5, 8, 4, 2).y(2), 1e-12);
  }

  @Test
  void gapStaysAGapAndLeavesTheAverage() {
    var smooth = smooth(0.5, 8, Double.NaN, 4);
    assertTrue(Double.isNaN(smooth.y(1)));
    assertEquals((0.5 * 8 + 4) / 1.5, smooth.y(2), 1e-12);
  }

  private static SmoothedCurve smooth(double weight, double... y) {
    var smooth = new SmoothedCurve(Curve.of(new double[y.length], y), weight);
    assertEquals(y.length, smooth.length());
    return smooth;
  }
}
