package dev.neuralworkbench.ui.chart;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisLabelsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 7.6e8",
    "1e-9, 3e-9",
    "1.23456789e-5, 1.23456790e-5",
    "123456789000, 123456789010",
    "-2e12, 2e12",
    "19000101, 20261231",
    "0, 1",
    "1, 5000000"
  })
  void labelsOfAnyRangeStandApartAtAnyWidth(double least, double greatest) {
    var graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    for (var width = 60; width <= 1200; width += 45) {
      var axis = new RoundAxis(new Span(least, greatest), false);
      axis.setTickLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
      var area = new Rectangle2D.Double(40, 0, width, 100);
      var ticks = axis.refreshTicks(graphics, new AxisState(), area, RectangleEdge.BOTTOM);
      assertFalse(ticks.isEmpty());
      var metrics = graphics.getFontMetrics(axis.getTickLabelFont());
      var free = Double.NEGATIVE_INFINITY;
      for (var tick : ticks) {
        var value = ((NumberTick) tick).getValue();
        var half = metrics.getStringBounds(tick.getText(), graphics).getWidth() / 2;
        var middle = axis.valueToJava2D(value, area, RectangleEdge.BOTTOM);
        assertTrue(middle - half >= free, tick.getText() + " at " + width);
        free = middle + half;
      }
    }
  }

  /** Norms of gradients that fade: every label clear of the next, and at least two. */
  @ParameterizedTest
  @CsvSource({"1e-19, 1e-5", "3e-19, 40", "1e-6, 9e-6", "1.1, 9.9", "0.29, 0.42", "90, 2e11"})
  void labelsOfDecadesStandApartAtAnyHeight(double least, double greatest) {
    var graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    for (var size : new int[] {13, 26}) {
      for (var height = 5 * size; height <= 700; height += 31) {
        var axis = new DecadeAxis(new Span(least, greatest));
        axis.setTickLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
        var area = new Rectangle2D.Double(40, 0, 400, height);
        var ticks = axis.refreshTicks(graphics, new AxisState(), area, RectangleEdge.LEFT);
        assertTrue(ticks.size() > 1, ticks + " at " + height);
        var free = Double.POSITIVE_INFINITY;
        for (var tick : ticks) {
          var value = ((NumberTick) tick).getValue();
          var at = axis.valueToJava2D(value, area, RectangleEdge.LEFT);
          assertTrue(at + size / 2.0 <= free, tick.getText() + " at " + height);
          free = at - size / 2.0;
        }
      }
    }
  }

  /** A number that would reach over the end makes room for others, rather than stand alone. */
  @Test
  void shortAxisHasTwoNumbersBeforeItsEnd() {
    var graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    for (var width = 90; width <= 400; width += 10) {
      var axis = new RoundAxis(new Span(0, 1_000_000), false);
      axis.reach(0);
      axis.setTickLabelFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
      var area = new Rectangle2D.Double(40, 0, width, 100);
      var ticks = axis.refreshTicks(graphics, new AxisState(), area, RectangleEdge.BOTTOM);
      assertTrue(ticks.size() > 1, "at " + width);
    }
  }
}
