package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.Ink;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The dots at the ends of the lines, and their names in the margin, below each other in the lines'
 * order, each beside a piece of its line. They stay where they are while the lines grow.
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
    var row = Math.min(1.25 * look.font().getSize2D(), area.getHeight() / ends.size());
    var left = area.getMaxX() + GAP;
    for (var i = 0; i < ends.size(); i++) {
      var curve = ends.get(i).curve;
      var middle = area.getMinY() + (i + 0.5) * row;
      graphics.setPaint(curve.paint(look));
      graphics.setStroke(curve.stroke());
      graphics.draw(new Line2D.Double(left, middle, left + SAMPLE, middle));
      var baseline = middle + (metrics.getAscent() - metrics.getDescent()) / 2.0;
      graphics.setPaint(look.ink(Ink.TEXT));
      graphics.drawString(curve.series().name(), (float) (left + SAMPLE + GAP), (float) baseline);
    }
  }
}
