package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.Ink;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The dots and names at the ends of the lines, each name beside a piece of its line, pushed apart
 * where lines end close together.
 */
final class LineEnds {

  private static final double DOT = 3;
  private static final double GAP = 8;

  /** Length of the piece of each line beside its name: two may differ in their dashes alone. */
  private static final double SAMPLE = 20;

  private record End(DrawnCurve curve, double x, double y) {}

  private final List<End> ends = new ArrayList<>();

  /** Adds the last point of a line that lies in the area. */
  void add(DrawnCurve curve, Point2D pixel) {
    ends.add(new End(curve, pixel.getX(), pixel.getY()));
  }

  /** Pixels that names need beside the last point. */
  static double width(Graphics2D graphics, List<DrawnCurve> curves) {
    var widest =
        curves.stream()
            .filter(DrawnCurve::named)
            .mapToDouble(curve -> width(graphics, curve))
            .max()
            .orElse(0);
    return widest + SAMPLE + 2 * GAP + DOT;
  }

  private static double width(Graphics2D graphics, DrawnCurve curve) {
    var metrics = graphics.getFontMetrics();
    return metrics.getStringBounds(curve.series().name(), graphics).getWidth();
  }

  void draw(Graphics2D graphics, Rectangle2D area, ChartLook look, boolean named) {
    for (var end : ends) {
      graphics.setPaint(end.curve.paint(look));
      graphics.fill(new Ellipse2D.Double(end.x - DOT, end.y - DOT, 2 * DOT, 2 * DOT));
    }
    if (named) {
      drawNames(graphics, area, look);
    }
  }

  private void drawNames(Graphics2D graphics, Rectangle2D area, ChartLook look) {
    var metrics = graphics.getFontMetrics();
    var height = 1.25 * look.font().getSize2D();
    var sorted = ends.stream().sorted(Comparator.comparingDouble(End::y)).toList();
    var middles = spread(sorted.stream().mapToDouble(End::y).toArray(), height, area);
    graphics.setPaint(look.veil());
    for (var i = 0; i < sorted.size(); i++) {
      var width = width(graphics, sorted.get(i).curve);
      graphics.fill(
          new Rectangle2D.Double(
              sorted.get(i).x + GAP - 2,
              middles[i] - height / 2,
              SAMPLE + GAP + width + 4,
              height));
    }
    for (var i = 0; i < sorted.size(); i++) {
      var end = sorted.get(i);
      var left = end.x + GAP;
      graphics.setPaint(end.curve.paint(look));
      graphics.setStroke(end.curve.stroke());
      graphics.draw(new Line2D.Double(left, middles[i], left + SAMPLE, middles[i]));
      var baseline = middles[i] + (metrics.getAscent() - metrics.getDescent()) / 2.0;
      graphics.setPaint(look.ink(Ink.TEXT));
      graphics.drawString(
          end.curve.series().name(), (float) (left + SAMPLE + GAP), (float) baseline);
    }
  }

  /** Moves ascending positions apart by {@code height}, within the area. Changes the array. */
  static double[] spread(double[] middles, double height, Rectangle2D area) {
    var top = area.getMinY() + height / 2;
    for (var i = 0; i < middles.length; i++) {
      middles[i] = Math.max(middles[i], i == 0 ? top : middles[i - 1] + height);
    }
    var bottom = area.getMaxY() - height / 2;
    for (var i = middles.length - 1; i >= 0; i--) {
      middles[i] = Math.min(middles[i], i == middles.length - 1 ? bottom : middles[i + 1] - height);
    }
    return middles;
  }
}
