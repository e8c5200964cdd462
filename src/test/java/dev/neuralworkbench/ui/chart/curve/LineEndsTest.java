package dev.neuralworkbench.ui.chart.curve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;

class LineEndsTest {

  private final Rectangle2D area = new Rectangle2D.Double(0, 0, 100, 100);

  @Test
  void namesOfLinesThatEndTogetherAreSpread() {
    assertArrayEquals(
        new double[] {50, 60, 70}, LineEnds.spread(new double[] {50, 51, 52}, 10, area));
  }

  @Test
  void namesStayWithinTheArea() {
    assertArrayEquals(new double[] {85, 95}, LineEnds.spread(new double[] {99, 100}, 10, area));
    assertArrayEquals(new double[] {5, 15}, LineEnds.spread(new double[] {0, 1}, 10, area));
  }

  @Test
  void namesFarApartStayWhereTheyAre() {
    assertArrayEquals(new double[] {20, 70}, LineEnds.spread(new double[] {20, 70}, 10, area));
  }
}
