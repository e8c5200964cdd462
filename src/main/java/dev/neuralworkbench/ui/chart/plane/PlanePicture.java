package dev.neuralworkbench.ui.chart.plane;

import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.Palette;
import dev.neuralworkbench.ui.chart.RoundAxis;
import dev.neuralworkbench.ui.chart.Tints;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Draws a plane: axes, ground, lines, points and what they mean. */
final class PlanePicture {

  private static final int FEW = 300;
  private static final double NAME_AIR = 14;
  private static final double LABELS_IN_EM = 4;

  /** A name of the horizontal axis that takes more of the width stands below its numbers. */
  private static final double LONG_NAME = 0.3;

  private final RoundAxis xAxis = new RoundAxis(false);
  private final RoundAxis yAxis = new RoundAxis(false);
  private final XYPlot plot = new XYPlot(null, xAxis, yAxis, null);
  private final JFreeChart chart = new JFreeChart(null, null, plot, false);
  private Rectangle2D area = new Rectangle2D.Double();

  PlanePicture() {
    chart.setNotify(false);
    chart.setBackgroundPaint(null);
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlineStroke(new BasicStroke(1));
  }

  /** Draws at the origin. */
  void draw(Graphics2D graphics, double width, double height, Plane plane, ChartLook look) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.setFont(look.font());
    var row = 1.5 * look.font().getSize2D();
    var palette = new Palette(plane.tints(), look);
    var nameWidth = width(graphics, plane.yName());
    var legend = new PlaneLegend(plane, palette, look);
    var oneRow = nameWidth + NAME_AIR + legend.width(graphics) <= width;
    var legendEnd = legend.draw(graphics, oneRow ? nameWidth + NAME_AIR : 0, width, 0, row);
    var nameTop = oneRow ? 0 : legendEnd;
    var xWidth = width(graphics, plane.xName());
    var below = xWidth > LONG_NAME * width;
    xAxis.reserve(below ? 0 : xWidth + NAME_AIR);
    plot.setInsets(insets(plane, width, height, nameTop + row + 4, below ? row : 0, row, look));
    plot.setRangeGridlinesVisible(plane.ground() == null);
    plot.setRangeGridlinePaint(look.ink(Ink.GRID));
    xAxis.setRange(plane.x().least(), plane.x().greatest());
    yAxis.setRange(plane.y().least(), plane.y().greatest());
    xAxis.name(plane.xCategories());
    yAxis.name(plane.yCategories());
    RoundAxis.dress(xAxis, look, true);
    RoundAxis.dress(yAxis, look, plane.ground() != null);

    var info = new ChartRenderingInfo(null);
    chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), null, info);
    area = info.getPlotInfo().getDataArea();

    graphics.setFont(look.font());
    drawNames(graphics, height, nameTop, plane, look);
    var clip = graphics.getClip();
    graphics.clip(area);
    drawGround(graphics, plane, palette);
    // Dashed lines are what answers are compared with; full ones are answers, which points hide.
    drawLines(graphics, plane, true, palette);
    plane.dots().forEach(dots -> drawDots(graphics, dots, plane.tints(), palette, look));
    drawLines(graphics, plane, false, palette);
    graphics.setClip(clip);
  }

  /** Where points are drawn. */
  Rectangle2D area() {
    return area;
  }

  /** The x and y of a pixel. */
  Point2D point(double pixelX, double pixelY) {
    return new Point2D.Double(
        xAxis.java2DToValue(pixelX, area, RectangleEdge.BOTTOM),
        yAxis.java2DToValue(pixelY, area, RectangleEdge.LEFT));
  }

  private double pixelX(double x) {
    return xAxis.valueToJava2D(x, area, RectangleEdge.BOTTOM);
  }

  private double pixelY(double y) {
    return yAxis.valueToJava2D(y, area, RectangleEdge.LEFT);
  }

  /** Room around the plot; more of it where both axes are to have one scale. */
  private static RectangleInsets insets(
      Plane plane,
      double width,
      double height,
      double top,
      double bottom,
      double right,
      ChartLook look) {
    if (!plane.isEven()) {
      return new RectangleInsets(top, 0, bottom, right);
    }
    var labels = LABELS_IN_EM * look.font().getSize2D();
    var across = width - right - labels;
    var down = height - top - bottom - 1.6 * look.font().getSize2D();
    var scale = Math.min(across / plane.x().length(), down / plane.y().length());
    return new RectangleInsets(
        top,
        0,
        bottom + Math.max(0, down - scale * plane.y().length()),
        right + Math.max(0, across - scale * plane.x().length()));
  }

  private void drawNames(
      Graphics2D graphics, double height, double top, Plane plane, ChartLook look) {
    var ascent = graphics.getFontMetrics().getAscent();
    graphics.setPaint(look.ink(Ink.MUTED));
    graphics.drawString(plane.yName(), 0, (float) top + ascent);
    graphics.drawString(
        plane.xName(),
        (float) (area.getMaxX() - width(graphics, plane.xName())),
        (float) (height - 0.35 * look.font().getSize2D()));
  }

  private static double width(Graphics2D graphics, String text) {
    return graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
  }

  private void drawGround(Graphics2D graphics, Plane plane, Palette palette) {
    var ground = plane.ground();
    if (ground == null) {
      return;
    }
    var image = new BufferedImage(ground.columns(), ground.rows(), BufferedImage.TYPE_INT_ARGB_PRE);
    for (var row = 0; row < ground.rows(); row++) {
      for (var column = 0; column < ground.columns(); column++) {
        var cell = row * ground.columns() + column;
        image.setRGB(column, row, palette.ground(ground.shade(cell), ground.certainty(cell)));
      }
    }
    graphics.drawImage(
        image,
        (int) area.getX(),
        (int) area.getY(),
        (int) area.getWidth(),
        (int) area.getHeight(),
        null);
  }

  private void drawLines(Graphics2D graphics, Plane plane, boolean dashed, Palette palette) {
    for (var line : plane.lines()) {
      if (line.dashed() == dashed) {
        drawLine(graphics, line, palette);
      }
    }
  }

  private void drawLine(Graphics2D graphics, PlaneLine line, Palette palette) {
    var path = new Path2D.Double();
    var drawing = false;
    for (var i = 0; i < line.points().length(); i++) {
      var y = pixelY(line.points().y(i));
      if (!Double.isFinite(y)) {
        drawing = false;
      } else if (drawing) {
        path.lineTo(pixelX(line.points().x(i)), y);
      } else {
        path.moveTo(pixelX(line.points().x(i)), y);
        drawing = true;
      }
    }
    graphics.setPaint(palette.color(line.shade()));
    graphics.setStroke(PlaneLegend.stroke(line));
    graphics.draw(path);
  }

  private void drawDots(
      Graphics2D graphics, Dots dots, Tints tints, Palette palette, ChartLook look) {
    var radius = dots.count() <= FEW ? 4 : 3;
    for (var i = 0; i < dots.count(); i++) {
      var shade = dots.shade(i);
      Marker.of(tints, shade)
          .draw(
              graphics,
              pixelX(dots.x(i)),
              pixelY(dots.y(i)),
              radius,
              palette.color(shade),
              dots.fill(),
              look);
    }
  }
}
