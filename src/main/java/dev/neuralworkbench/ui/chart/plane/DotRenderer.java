package dev.neuralworkbench.ui.chart.plane;

import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.Palette;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.plane.Dots.Marker;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.entity.EntityCollection;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.XYDataset;

/** Makes forms where they stand: the library would move them as paths, which takes longer. */
final class DotRenderer extends XYLineAndShapeRenderer {

  private static final long serialVersionUID = 1;
  private static final int FEW = 300;

  private final transient Dots dots;
  private final transient Tints tints;
  private final transient Palette palette;
  private final transient ChartLook look;

  DotRenderer(Dots dots, Tints tints, Palette palette, ChartLook look) {
    super(false, true);
    this.dots = dots;
    this.tints = tints;
    this.palette = palette;
    this.look = look;
  }

  @Override
  protected void drawSecondaryPass(
      Graphics2D graphics,
      XYPlot plot,
      XYDataset places,
      int pass,
      int series,
      int item,
      ValueAxis xAxis,
      Rectangle2D area,
      ValueAxis yAxis,
      CrosshairState crosshair,
      EntityCollection entities) {
    var x = xAxis.valueToJava2D(places.getXValue(series, item), area, RectangleEdge.BOTTOM);
    var y = yAxis.valueToJava2D(places.getYValue(series, item), area, RectangleEdge.LEFT);
    var marker = Marker.of(tints, dots.shade(item)).shape(x, y, dots.count() <= FEW ? 4 : 3);
    var shape = dots.fill.form(marker);
    var color = palette.color(dots.shade(item));
    graphics.setPaint(dots.fill.inside(color, look));
    graphics.fill(shape);
    graphics.setPaint(dots.fill.edge(color, look));
    graphics.setStroke(dots.fill.stroke());
    graphics.draw(shape);
  }
}
