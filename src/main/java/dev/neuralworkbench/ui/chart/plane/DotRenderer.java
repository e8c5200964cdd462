package dev.neuralworkbench.ui.chart.plane;

import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.Palette;
import dev.neuralworkbench.ui.chart.Tints;
import java.awt.Paint;
import java.awt.Shape;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;

/** Draws points, each in the form and colour of its shade. */
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
    setUseFillPaint(true);
    setUseOutlinePaint(true);
    setSeriesOutlineStroke(0, dots.fill().stroke(), false);
  }

  @Override
  public Shape getItemShape(int series, int item) {
    return Marker.of(tints, dots.shade(item)).shape(dots.count() <= FEW ? 4 : 3);
  }

  @Override
  public Paint getItemFillPaint(int series, int item) {
    return dots.fill().inside(palette.color(dots.shade(item)), look);
  }

  @Override
  public Paint getItemOutlinePaint(int series, int item) {
    return dots.fill().edge(palette.color(dots.shade(item)), look);
  }
}
