package dev.neuralworkbench.ui.chart.plane;

import dev.neuralworkbench.data.table.Histogram;
import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.Palette;
import dev.neuralworkbench.ui.chart.Ticks;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.stream.IntStream;

/** Draws a histogram: bars that touch but for a hair, a base line, faint lines of the count. */
final class HistogramPicture {

  private static final int MOST_COUNTS = 3;
  private static final double GAP = 6;

  private Rectangle2D area = new Rectangle2D.Double();
  private int intervals;

  /**
   * Draws at the origin.
   *
   * @param lit interval that is pointed at; −1 for none
   */
  void draw(Graphics2D graphics, double width, double height, Bars bars, int lit, ChartLook look) {
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setFont(look.font());
    graphics.setStroke(new BasicStroke(1));
    var histogram = bars.histogram();
    intervals = histogram.intervals();
    var most = IntStream.range(0, intervals).map(histogram::count).max().orElse(1);
    var counts = Ticks.linear(0, most, MOST_COUNTS, true);
    var metrics = graphics.getFontMetrics();
    var left = 0.0;
    for (var text : counts.texts()) {
      left = Math.max(left, metrics.getStringBounds(text, graphics).getWidth());
    }
    var row = 1.5 * look.font().getSize2D();
    var top = row + 2;
    area =
        new Rectangle2D.Double(
            Math.ceil(left + GAP), top, width - Math.ceil(left + GAP), height - top - row);
    drawCounts(graphics, counts, most, bars.yName(), look);
    for (var interval = 0; interval < intervals; interval++) {
      drawBar(graphics, bars, interval, most, interval == lit, look);
    }
    drawAxis(graphics, histogram, look);
  }

  /** Where bars are drawn. */
  Rectangle2D area() {
    return area;
  }

  /** The interval below a pixel; −1 beside them. */
  int interval(double pixelX) {
    var share = (pixelX - area.getX()) / area.getWidth();
    return share >= 0 && share < 1 ? (int) (share * intervals) : -1;
  }

  /** Where an interval begins. */
  double x(double interval) {
    return area.getX() + area.getWidth() * interval / intervals;
  }

  private void drawCounts(
      Graphics2D graphics, Ticks counts, int most, String name, ChartLook look) {
    var metrics = graphics.getFontMetrics();
    graphics.setPaint(look.ink(Ink.MUTED));
    graphics.drawString(name, 0, metrics.getAscent());
    for (var i = 0; i < counts.values().size(); i++) {
      var y = y(counts.values().get(i), most);
      var text = counts.texts().get(i);
      var width = metrics.getStringBounds(text, graphics).getWidth();
      graphics.setPaint(look.ink(Ink.GRID));
      graphics.draw(new Line2D.Double(area.getX(), y, area.getMaxX(), y));
      graphics.setPaint(look.ink(Ink.MUTED));
      graphics.drawString(
          text, (float) (area.getX() - GAP - width), (float) (y + metrics.getAscent() * 0.35));
    }
  }

  private void drawBar(
      Graphics2D graphics, Bars bars, int interval, int most, boolean lit, ChartLook look) {
    var palette = new Palette(bars.tints(), look);
    var from = Math.rint(x(interval)) + (intervals > 1 ? 0.5 : 0);
    var to = Math.rint(x(interval + 1)) - (intervals > 1 ? 0.5 : 0);
    var below = 0;
    for (var group = 0; group < bars.histogram().groups(); group++) {
      var count = bars.histogram().count(interval, group);
      if (count > 0) {
        graphics.setPaint(color(bars, group, palette, lit, look));
        var upper = y(below + count, most);
        graphics.fill(
            new Rectangle2D.Double(from, upper, Math.max(1, to - from), y(below, most) - upper));
        below += count;
      }
    }
  }

  private static Color color(Bars bars, int group, Palette palette, boolean lit, ChartLook look) {
    var color = group < bars.groups() ? palette.color(group) : look.pale(Ink.MUTED, 0.75);
    return lit ? mix(color, look.ink(Ink.TEXT)) : color;
  }

  private void drawAxis(Graphics2D graphics, Histogram histogram, ChartLook look) {
    var metrics = graphics.getFontMetrics();
    var first = histogram.edge(0);
    var last = histogram.edge(intervals);
    var room = (int) Math.max(2, area.getWidth() / (5 * look.font().getSize2D()));
    var ticks = Ticks.linear(first, last, room, false);
    graphics.setPaint(look.ink(Ink.MUTED));
    graphics.draw(new Line2D.Double(area.getX(), area.getMaxY(), area.getMaxX(), area.getMaxY()));
    for (var i = 0; i < ticks.values().size(); i++) {
      var text = ticks.texts().get(i);
      var width = metrics.getStringBounds(text, graphics).getWidth();
      var x = area.getX() + area.getWidth() * (ticks.values().get(i) - first) / (last - first);
      var start = Math.clamp(x - width / 2, 0, Math.max(0, area.getMaxX() - width));
      graphics.drawString(text, (float) start, (float) (area.getMaxY() + 3 + metrics.getAscent()));
    }
  }

  private double y(double count, int most) {
    return Math.rint(area.getMaxY() - area.getHeight() * count / most) + 0.5;
  }

  private static Color mix(Color color, Color with) {
    return new Color(
        (2 * color.getRed() + with.getRed()) / 3,
        (2 * color.getGreen() + with.getGreen()) / 3,
        (2 * color.getBlue() + with.getBlue()) / 3);
  }
}
