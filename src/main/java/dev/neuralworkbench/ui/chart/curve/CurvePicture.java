package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.DecadeAxis;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.RoundAxis;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;

/** Draws curves, axes and names: the same picture on the window's canvas and in a saved image. */
final class CurvePicture {

  private static final double NARROW = 360;
  private static final BasicStroke CURSOR = new BasicStroke(1);

  private final CurveDataset dataset = new CurveDataset();
  private final XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
  private final RoundAxis xAxis = new RoundAxis(true);
  private final RoundAxis linearAxis = new RoundAxis(false);
  private final DecadeAxis decadeAxis = new DecadeAxis();
  private final XYPlot plot = new XYPlot(dataset, xAxis, linearAxis, renderer);
  private final JFreeChart chart = new JFreeChart(null, null, plot, false);
  private Rectangle2D area = new Rectangle2D.Double();

  CurvePicture() {
    chart.setNotify(false);
    chart.setBackgroundPaint(null);
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlineStroke(new BasicStroke(1));
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    renderer.setDrawSeriesLineAsPath(true);
  }

  /** Draws a frame at the origin. */
  void draw(Graphics2D graphics, double width, double height, CurveFrame frame, ChartLook look) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setFont(look.font());
    var row = 1.5 * look.font().getSize2D();
    var named = width >= NARROW;
    var legend = named ? Legend.ofGhosts(frame, look) : Legend.of(frame, look);
    var legendBelow =
        !named && textWidth(graphics, frame.yName()) + legend.width(graphics) + row > width;
    var right = named ? LineEnds.width(graphics, frame.curves()) : row;
    var nameBelow = textWidth(graphics, frame.xName()) + row > right;
    plot.setInsets(
        new RectangleInsets(legendBelow ? 2 * row + 8 : row + 6, 0, nameBelow ? row : 0, right));
    dress(frame, look);

    var info = new ChartRenderingInfo(null);
    chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), null, info);
    area = info.getPlotInfo().getDataArea();

    graphics.setFont(look.font());
    lineEnds(frame, look).draw(graphics, area, look, named);
    var ascent = graphics.getFontMetrics().getAscent();
    graphics.setPaint(look.ink(Ink.MUTED));
    graphics.drawString(frame.yName(), 0, ascent);
    graphics.drawString(
        frame.xName(),
        (float)
            (nameBelow
                ? area.getMaxX() - textWidth(graphics, frame.xName())
                : area.getMaxX() + row),
        (float) (height - 0.35 * look.font().getSize2D()));
    if (legendBelow) {
      legend.draw(graphics, legend.width(graphics), ascent + row);
    } else {
      legend.draw(graphics, width, ascent);
    }
  }

  /** Draws a line from top to bottom over the last drawing. */
  void drawCursor(Graphics2D graphics, double x, ChartLook look) {
    var pixel = Math.rint(xAxis.valueToJava2D(x, area, RectangleEdge.BOTTOM)) + 0.5;
    graphics.setPaint(look.ink(Ink.TEXT));
    graphics.setStroke(CURSOR);
    graphics.draw(new Line2D.Double(pixel, area.getMinY(), pixel, area.getMaxY()));
  }

  /** Where the lines were drawn. */
  Rectangle2D area() {
    return area;
  }

  /** Where a point was drawn. */
  Point2D pixel(double x, double y) {
    return new Point2D.Double(
        xAxis.valueToJava2D(x, area, RectangleEdge.BOTTOM),
        plot.getRangeAxis().valueToJava2D(y, area, RectangleEdge.LEFT));
  }

  /** The x and y of a pixel. */
  Point2D point(double pixelX, double pixelY) {
    return new Point2D.Double(
        xAxis.java2DToValue(pixelX, area, RectangleEdge.BOTTOM),
        plot.getRangeAxis().java2DToValue(pixelY, area, RectangleEdge.LEFT));
  }

  private void dress(CurveFrame frame, ChartLook look) {
    ValueAxis yAxis = frame.logarithmic() ? decadeAxis : linearAxis;
    plot.setRangeAxis(yAxis);
    plot.setRangeGridlinePaint(look.ink(Ink.GRID));
    xAxis.setRange(frame.x().least(), frame.x().greatest());
    yAxis.setRange(frame.y().least(), frame.y().greatest());
    RoundAxis.dress(xAxis, look, true);
    RoundAxis.dress(yAxis, look, false);
    dataset.show(frame.curves());
    for (var i = 0; i < frame.curves().size(); i++) {
      renderer.setSeriesPaint(i, frame.curves().get(i).paint(look), false);
      renderer.setSeriesStroke(i, frame.curves().get(i).stroke(), false);
    }
  }

  private LineEnds lineEnds(CurveFrame frame, ChartLook look) {
    var ends = new LineEnds();
    for (var curve : frame.curves()) {
      if (curve.strength() != DrawnCurve.Strength.FULL) {
        continue;
      }
      var points = curve.points();
      for (var i = points.count() - 1; i >= 0; i--) {
        var visible = frame.x().contains(points.x(i)) && frame.y().contains(points.y(i));
        if (visible) {
          var end = pixel(points.x(i), points.y(i));
          ends.add(
              curve.series().name(), curve.paint(look), curve.stroke(), end.getX(), end.getY());
          break;
        }
      }
    }
    return ends;
  }

  private static double textWidth(Graphics2D graphics, String text) {
    return graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
  }
}
