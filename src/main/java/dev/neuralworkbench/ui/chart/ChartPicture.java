package dev.neuralworkbench.ui.chart;

import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RenderingHints;
import java.awt.Stroke;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.DefaultXYDataset;
import org.jfree.data.xy.XYDataset;

/**
 * What a chart shows at one moment, the same on the window's canvas and in a saved image. A kind of
 * chart lays its data over the plot, the first below; the library draws them between the axes.
 */
public abstract class ChartPicture {

  protected final XYPlot plot;
  private final JFreeChart chart;
  private Rectangle2D area = new Rectangle2D.Double();

  protected ChartPicture(ValueAxis x, ValueAxis y) {
    plot = new XYPlot(null, x, y, null);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
    chart = new JFreeChart(null, null, plot, false);
    chart.setNotify(false);
  }

  /** Lays data and names over the plot, which is dressed already. Called once. */
  protected abstract void compose(Pen pen);

  /** Draws over the plot what the library cannot. */
  protected void finish(Pen pen) {}

  public final void draw(Graphics2D graphics, double width, double height, ChartLook look) {
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.setFont(look.font());
    look.apply(chart);
    var pen = new Pen(graphics, look, width, height);
    compose(pen);
    var info = new ChartRenderingInfo(null);
    chart.draw(graphics, new Rectangle2D.Double(0, 0, width, height), null, info);
    area = info.getPlotInfo().getDataArea();
    graphics.setFont(look.font());
    finish(pen);
  }

  protected final void putAbove(Legend legend) {
    chart.addSubtitle(legend.title());
  }

  protected final void add(XYDataset data, XYItemRenderer renderer) {
    var index = plot.getDatasetCount();
    plot.setDataset(index, data);
    plot.setRenderer(index, renderer, false);
  }

  /** Lays a line over what the plot has; where y is NaN, it is broken. */
  protected final void add(Curve line, Paint paint, Stroke stroke) {
    var points = new double[2][line.length()];
    for (var i = 0; i < line.length(); i++) {
      points[0][i] = line.x(i);
      points[1][i] = line.y(i);
    }
    var data = new DefaultXYDataset();
    data.addSeries("", points);
    var renderer = new XYLineAndShapeRenderer(true, false);
    renderer.setDrawSeriesLineAsPath(true);
    renderer.setSeriesPaint(0, paint, false);
    renderer.setSeriesStroke(0, stroke, false);
    add(data, renderer);
  }

  /** Fixes the room of the numbers of the vertical axis: the plot does not move with a digit. */
  protected final void fixNumbersLeft(double pixels) {
    var space = new AxisSpace();
    space.setLeft(Math.ceil(pixels));
    plot.setFixedRangeAxisSpace(space);
  }

  /** Writes the name of the horizontal axis beside its numbers, or below them. */
  protected static void writeXName(Pen pen, String name, double left, double bottom) {
    pen.write(pen.ink(Ink.MUTED), name, left, bottom - 0.22 * pen.em());
  }

  public final Rectangle2D area() {
    return area;
  }

  public final Point2D pixel(double x, double y) {
    return new Point2D.Double(
        plot.getDomainAxis().valueToJava2D(x, area, RectangleEdge.BOTTOM),
        plot.getRangeAxis().valueToJava2D(y, area, RectangleEdge.LEFT));
  }

  public final Point2D point(double pixelX, double pixelY) {
    return new Point2D.Double(
        plot.getDomainAxis().java2DToValue(pixelX, area, RectangleEdge.BOTTOM),
        plot.getRangeAxis().java2DToValue(pixelY, area, RectangleEdge.LEFT));
  }
}
