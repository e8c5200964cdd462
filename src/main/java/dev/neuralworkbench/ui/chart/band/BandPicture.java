package dev.neuralworkbench.ui.chart.band;

import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.ChartPicture;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.DecadeAxis;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.Legend;
import dev.neuralworkbench.ui.chart.RoundAxis;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.axis.AxisSpace;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleInsets;

/** Draws lines with their bands, dots, marks and names. */
final class BandPicture extends ChartPicture {

  /** More lines than colours are drawn pale, without names. */
  static final List<Ink> COLORS = Ink.CLASSES.subList(0, 8);

  private static final double NUMBERS_IN_EM = 4;
  private static final double WIDEST_NAME = 0.42;
  private static final double GAP = 8;
  private static final double DOT = 3;

  /** Points of all pale lines together, about. */
  private static final int MOST_POINTS = 20_000;

  private static final int FEWEST_POINTS = 12;
  private static final float COVER = 0.18f;
  private static final float PALE = 0.35f;
  private static final BasicStroke LINE =
      new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final BasicStroke THIN = new BasicStroke(1);

  private final BandFrame frame;

  BandPicture(BandFrame frame) {
    super(xAxis(frame), frame.logarithmic() ? new DecadeAxis(frame.y()) : round(frame));
    this.frame = frame;
  }

  private static ValueAxis xAxis(BandFrame frame) {
    if (!frame.content().names().isEmpty()) {
      return new RoundAxis(frame.x(), frame.content().names());
    }
    return frame.content().logarithmicX()
        ? new DecadeAxis(frame.x())
        : new RoundAxis(frame.x(), frame.content().dots().isEmpty());
  }

  private static RoundAxis round(BandFrame frame) {
    return new RoundAxis(frame.y(), false);
  }

  private boolean isNamed() {
    return frame.content().series().size() <= COLORS.size();
  }

  @Override
  protected void compose(Graphics2D graphics, double width, double height, ChartLook look) {
    var row = 1.5 * look.font().getSize2D();
    if (!frame.content().yName().isEmpty()) {
      putAbove(new Legend(frame.content().yName(), look));
    }
    var widest =
        isNamed()
            ? frame.content().series().stream()
                .mapToDouble(it -> width(graphics, it.name()))
                .max()
                .orElse(0)
            : 0;
    var right = Math.min(widest, WIDEST_NAME * width) + 2 * GAP + row / 2;
    plot().setInsets(new RectangleInsets(4, 0, row, right));
    var numbers = new AxisSpace();
    numbers.setLeft(Math.ceil(NUMBERS_IN_EM * look.font().getSize2D()));
    plot().setFixedRangeAxisSpace(numbers);
  }

  @Override
  protected void finish(Graphics2D graphics, double height, ChartLook look) {
    var outside = graphics.getClip();
    graphics.clip(area());
    for (var i = 0; i < frame.content().series().size(); i++) {
      drawBand(graphics, frame.content().series().get(i), color(i, look));
    }
    drawLines(graphics, look);
    for (var dot : frame.content().dots()) {
      graphics.setPaint(color(dot.series(), look));
      graphics.draw(circle(dot.x(), dot.y(), DOT));
    }
    graphics.setClip(outside);
    for (var i = 0; i < frame.content().series().size(); i++) {
      drawMarks(graphics, frame.content().series().get(i), color(i, look), look);
    }
    if (isNamed()) {
      drawNames(graphics, look);
    }
    var end = area().getMaxX();
    drawXName(
        graphics,
        frame.content().xName(),
        end - width(graphics, frame.content().xName()),
        height,
        look);
  }

  private Color color(int series, ChartLook look) {
    return isNamed() ? look.ink(COLORS.get(series)) : look.pale(Ink.TEXT, PALE);
  }

  private void drawBand(Graphics2D graphics, BandSeries series, Color color) {
    var low = series.low();
    var high = series.high();
    if (low == null || high == null) {
      return;
    }
    if (!frame.content().connected()) {
      drawBars(graphics, low, high, color);
      return;
    }
    var edge = new Path2D.Double();
    var places = places(high.length());
    for (var i : places) {
      to(edge, high, i);
    }
    for (var i = places.length - 1; i >= 0; i--) {
      to(edge, low, places[i]);
    }
    edge.closePath();
    var before = graphics.getComposite();
    graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, COVER));
    graphics.setPaint(color);
    graphics.fill(edge);
    graphics.setComposite(before);
  }

  private void drawBars(Graphics2D graphics, Curve low, Curve high, Color color) {
    graphics.setPaint(color);
    graphics.setStroke(LINE);
    for (var i = 0; i < low.length(); i++) {
      graphics.draw(
          new Line2D.Double(pixel(low.x(i), shown(low.y(i))), pixel(high.x(i), shown(high.y(i)))));
    }
  }

  private void to(Path2D path, Curve curve, int index) {
    var place = pixel(curve.x(index), shown(curve.y(index)));
    if (path.getCurrentPoint() == null) {
      path.moveTo(place.getX(), place.getY());
    } else {
      path.lineTo(place.getX(), place.getY());
    }
  }

  /** What a logarithmic axis cannot show lies at its lower end. */
  private double shown(double y) {
    return frame.logarithmic() ? Math.max(y, frame.y().least()) : y;
  }

  /**
   * Lines of one colour are one path: a thousand over the whole area would keep the window's
   * renderer, and with it the window, for half a second.
   */
  private void drawLines(Graphics2D graphics, ChartLook look) {
    graphics.setStroke(isNamed() ? LINE : THIN);
    var path = new Path2D.Double();
    for (var i = 0; i < frame.content().series().size(); i++) {
      var line = frame.content().series().get(i).line();
      graphics.setPaint(color(i, look));
      if (frame.content().connected()) {
        add(path, line);
      }
      if (isNamed()) {
        graphics.draw(path);
        path.reset();
      }
      for (var point = 0; hasDots() && point < line.length(); point++) {
        graphics.fill(circle(line.x(point), line.y(point), DOT));
      }
    }
    graphics.draw(path);
  }

  /**
   * The points of a line that are drawn: all of one with a name; of many pale ones fewer, dense at
   * the beginning, where losses fall.
   */
  private int[] places(int length) {
    var most = Math.max(FEWEST_POINTS, MOST_POINTS / frame.content().series().size());
    return isNamed() || length <= most
        ? IntStream.range(0, length).toArray()
        : IntStream.range(0, most)
            .map(i -> (int) Math.round((length - 1) * Math.pow(i / (most - 1.0), 2)))
            .distinct()
            .toArray();
  }

  private boolean hasDots() {
    return !frame.content().dots().isEmpty();
  }

  private void add(Path2D path, Curve line) {
    for (var i : places(line.length())) {
      var place = pixel(line.x(i), shown(line.y(i)));
      if (i == 0) {
        path.moveTo(place.getX(), place.getY());
      } else {
        path.lineTo(place.getX(), place.getY());
      }
    }
  }

  private Shape circle(double x, double y, double radius) {
    var place = pixel(x, y);
    return new Ellipse2D.Double(
        place.getX() - radius, place.getY() - radius, 2 * radius, 2 * radius);
  }

  private void drawMarks(Graphics2D graphics, BandSeries series, Color color, ChartLook look) {
    if (!isNamed()) {
      return;
    }
    for (var mark : series.marks()) {
      var y = series.at(mark.x());
      if (Double.isNaN(y) || !frame.x().contains(mark.x())) {
        continue;
      }
      var place = pixel(mark.x(), shown(y));
      var diamond = new Path2D.Double();
      diamond.moveTo(place.getX(), place.getY() - GAP / 1.5);
      diamond.lineTo(place.getX() + GAP / 1.5, place.getY());
      diamond.lineTo(place.getX(), place.getY() + GAP / 1.5);
      diamond.lineTo(place.getX() - GAP / 1.5, place.getY());
      diamond.closePath();
      graphics.setPaint(look.ink(Ink.BACKGROUND));
      graphics.fill(diamond);
      graphics.setPaint(color);
      graphics.setStroke(LINE);
      graphics.draw(diamond);
      graphics.setPaint(look.ink(Ink.TEXT));
      graphics.drawString(
          mark.text(), (float) (place.getX() + GAP), (float) (place.getY() - GAP / 2));
    }
  }

  private record Name(String text, Color color, double wanted) {}

  /** Names beside the ends of their lines, moved apart where they would meet. */
  private void drawNames(Graphics2D graphics, ChartLook look) {
    var names = new ArrayList<Name>();
    for (var i = 0; i < frame.content().series().size(); i++) {
      var line = frame.content().series().get(i).line();
      if (line.length() > 0) {
        var last = line.length() - 1;
        var end = pixel(line.x(last), shown(line.y(last)));
        names.add(new Name(frame.content().series().get(i).name(), color(i, look), end.getY()));
      }
    }
    names.sort((a, b) -> Double.compare(a.wanted, b.wanted));
    var row = Math.min(1.3 * look.font().getSize2D(), area().getHeight() / names.size());
    var places = apart(names.stream().mapToDouble(Name::wanted).toArray(), row);
    var metrics = graphics.getFontMetrics();
    for (var i = 0; i < names.size(); i++) {
      graphics.setPaint(names.get(i).color);
      var baseline = places[i] + (metrics.getAscent() - metrics.getDescent()) / 2.0;
      graphics.drawString(names.get(i).text, (float) (area().getMaxX() + GAP), (float) baseline);
    }
  }

  /** Places as near to those wanted as the distance lets them, within the area. */
  private double[] apart(double[] wanted, double distance) {
    var places = wanted.clone();
    for (var i = 0; i < places.length; i++) {
      var least = i == 0 ? area().getMinY() + distance / 2 : places[i - 1] + distance;
      places[i] = Math.max(places[i], least);
    }
    for (var i = places.length - 1; i >= 0; i--) {
      var most =
          i == places.length - 1 ? area().getMaxY() - distance / 2 : places[i + 1] - distance;
      places[i] = Math.min(places[i], most);
    }
    return places;
  }
}
