package dev.neuralworkbench.ui.chart.plane;

import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.ChartPicture;
import dev.neuralworkbench.ui.chart.Palette;
import dev.neuralworkbench.ui.chart.RoundAxis;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/** Draws a plane: axes, ground, lines, points and what they mean. */
final class PlanePicture extends ChartPicture {

  private static final double NAME_AIR = 14;
  private static final double LABELS_IN_EM = 4;

  /** A name of the horizontal axis that takes more of the width stands below its numbers. */
  private static final double LONG_NAME = 0.3;

  private final Plane plane;
  private final RoundAxis xAxis;

  PlanePicture(Plane plane) {
    var x = new RoundAxis(plane.x(), plane.xCategories());
    super(x, new RoundAxis(plane.y(), plane.yCategories()));
    this.plane = plane;
    xAxis = x;
  }

  @Override
  protected void compose(Graphics2D graphics, double width, double height, ChartLook look) {
    var palette = new Palette(plane.tints(), look);
    var row = 1.5 * look.font().getSize2D();
    var nameWidth = width(graphics, plane.xName());
    var below = nameWidth > LONG_NAME * width;
    xAxis.reach(below ? row : -nameWidth - NAME_AIR);
    var legend = PlaneLegend.of(plane, palette, look);
    putAbove(legend);
    var room = plane.isEven() ? height - legend.height(graphics, width) : height;
    plot().setInsets(insets(width, room, below ? row : 0, row, look));
    plot().setRangeGridlinesVisible(false);
    layGround(palette);
    // Dashed lines are what answers are compared with; full ones are answers, which points hide.
    layLines(true, palette);
    for (var dots : plane.dots()) {
      var places = new DefaultXYDataset();
      places.addSeries("", dots.places());
      add(places, new DotRenderer(dots, plane.tints(), palette, look));
    }
    layLines(false, palette);
  }

  @Override
  protected void finish(Graphics2D graphics, double height, ChartLook look) {
    var left = area().getMaxX() - width(graphics, plane.xName());
    drawXName(graphics, plane.xName(), left, height, look);
  }

  /** Room around the plot; more of it where both axes are to have one scale. */
  private RectangleInsets insets(
      double width, double height, double bottom, double right, ChartLook look) {
    var top = 4;
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

  private void layGround(Palette palette) {
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
    plot().setBackgroundImage(image);
    plot().setBackgroundImageAlpha(1);
    plot().getRangeAxis().setAxisLineVisible(true);
  }

  private void layLines(boolean dashed, Palette palette) {
    for (var line : plane.lines()) {
      if (line.dashed() == dashed) {
        add(line.points(), palette.color(line.shade()), line.stroke());
      }
    }
  }
}
