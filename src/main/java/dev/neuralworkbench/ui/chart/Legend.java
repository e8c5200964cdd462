package dev.neuralworkbench.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;

/**
 * Names of the lines beside a piece of each: for charts too narrow for names at the lines' ends.
 */
final class Legend {

  private static final double SAMPLE = 22;
  private static final double GAP = 6;

  private final List<DrawnCurve> curves;
  private final ChartLook look;

  Legend(List<DrawnCurve> curves, ChartLook look) {
    this.curves = curves.stream().filter(DrawnCurve::named).toList();
    this.look = look;
  }

  double width(Graphics2D graphics) {
    var width = 0.0;
    for (var curve : curves) {
      width += SAMPLE + GAP + nameWidth(graphics, curve);
    }
    return width + 2 * GAP * Math.max(curves.size() - 1, 0);
  }

  /** Draws in one row that ends at {@code right}. */
  void draw(Graphics2D graphics, double right, double baseline) {
    var x = right - width(graphics);
    var middle = baseline - graphics.getFontMetrics().getAscent() / 3.0;
    for (var curve : curves) {
      graphics.setPaint(curve.paint(look));
      graphics.setStroke(curve.stroke());
      graphics.draw(new Line2D.Double(x, middle, x + SAMPLE, middle));
      x += SAMPLE + GAP;
      graphics.setPaint(look.ink(Ink.TEXT));
      graphics.drawString(curve.series().name(), (float) x, (float) baseline);
      x += nameWidth(graphics, curve) + 2 * GAP;
    }
  }

  private static double nameWidth(Graphics2D graphics, DrawnCurve curve) {
    return graphics.getFontMetrics().getStringBounds(curve.series().name(), graphics).getWidth();
  }
}
