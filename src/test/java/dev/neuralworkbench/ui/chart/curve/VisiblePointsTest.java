package dev.neuralworkbench.ui.chart.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.Span;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VisiblePointsTest {

  private static final int LENGTH = 100_000;
  private final double[] x = IntStream.rangeClosed(1, LENGTH).asDoubleStream().toArray();
  private final double[] y = new double[LENGTH];
  private Curve points = Curve.of(new double[0], new double[0]);

  @Test
  void manyPointsAreThinnedToTwoAPixel() {
    take(0, LENGTH, 600);
    assertTrue(points.length() <= 2 * 600 + 2, () -> points.length() + " points");
  }

  @Test
  void noSpikeIsLost() {
    y[45_678] = 9;
    y[71_234] = -3;
    take(0, LENGTH, 600);
    var seen = IntStream.range(0, points.length()).mapToDouble(points::y).summaryStatistics();
    assertEquals(9, seen.getMax());
    assertEquals(-3, seen.getMin());
  }

  @Test
  void firstAndLastPointStandWhereTheyAre() {
    take(0, LENGTH, 600);
    assertEquals(1, points.x(0));
    assertEquals(LENGTH, points.x(points.length() - 1));
  }

  @Test
  void fewPointsAreTakenAsTheyAreWithOneMoreOnEitherSide() {
    take(10, 20, 600);
    assertEquals(13, points.length());
    assertEquals(9, points.x(0));
    assertEquals(21, points.x(12));
  }

  @Test
  void infiniteValueIsAGap() {
    y[14] = Double.POSITIVE_INFINITY;
    take(15, 15, 600);
    assertTrue(Double.isNaN(points.y(1)));
  }

  private void take(double from, double to, int pixels) {
    var extremes = new Extremes(Curve.of(x, y));
    extremes.grow(LENGTH);
    points = TrackedCurve.VisiblePoints.of(extremes, LENGTH, new Span(from, to), pixels);
  }
}
