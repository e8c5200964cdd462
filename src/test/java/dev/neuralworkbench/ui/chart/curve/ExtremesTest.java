package dev.neuralworkbench.ui.chart.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.ui.chart.Curve;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExtremesTest {

  private final Random random = new Random(4);
  private final double[] y = random.doubles(10_000, -5, 5).toArray();
  private final Curve curve = Curve.of(new double[y.length], y);

  @Test
  void anyStretchHasTheExtremesOfItsPoints() {
    y[777] = Double.NaN;
    y[778] = Double.POSITIVE_INFINITY;
    var extremes = new Extremes(curve);
    extremes.grow(y.length);
    for (var trial = 0; trial < 500; trial++) {
      var from = random.nextInt(y.length);
      checkStretch(extremes, from, from + random.nextInt(y.length - from + 1));
    }
    checkStretch(extremes, 0, y.length);
  }

  @Test
  void growingInSmallStepsGivesTheSame() {
    var extremes = new Extremes(curve);
    for (var length = 0; length <= y.length; length += 7) {
      extremes.grow(length);
      checkStretch(extremes, length / 3, length);
    }
  }

  @Test
  void stretchWithoutFiniteValuesHasNone() {
    var extremes = new Extremes(Curve.of(new double[2], new double[] {Double.NaN, Double.NaN}));
    extremes.grow(2);
    extremes.look(0, 2);
    assertTrue(extremes.least > extremes.greatest);
  }

  private void checkStretch(Extremes extremes, int from, int to) {
    var least = Double.POSITIVE_INFINITY;
    var greatest = Double.NEGATIVE_INFINITY;
    for (var i = from; i < to; i++) {
      if (Double.isFinite(y[i])) {
        least = Math.min(least, y[i]);
        greatest = Math.max(greatest, y[i]);
      }
    }
    extremes.look(from, to);
    assertEquals(least, extremes.least);
    assertEquals(greatest, extremes.greatest);
  }
}
