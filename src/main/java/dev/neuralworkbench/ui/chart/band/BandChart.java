package dev.neuralworkbench.ui.chart.band;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.ChartPicture;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.DecadeAxis;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.Legend;
import dev.neuralworkbench.ui.chart.Pen;
import dev.neuralworkbench.ui.chart.RoundAxis;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.ThemedChart;
import dev.neuralworkbench.ui.chart.ToldNumber;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleInsets;

public final class BandChart extends ThemedChart {

  /** More lines than these are drawn pale, without names. */
  public static final int MOST_NAMED = BandPicture.COLORS.size();

  private static final double BESIDE_NAMES = 0.5;

  public final BooleanProperty logarithmic = new SimpleBooleanProperty();
  private Content content = NOTHING;

  /**
   * Lines in an order that stays, since it gives them their colours; names of the places 0, 1, 2 …
   * of the horizontal axis, none for numbers; where lines are not connected, each point has a bar
   * of its own. The vertical axis never goes beyond its limits.
   */
  public record Content(
      List<BandSeries> series,
      List<Dot> dots,
      List<String> names,
      String xName,
      String yName,
      boolean connected,
      boolean logarithmicX,
      Span limits) {

    public Content {
      series = List.copyOf(series);
      dots = List.copyOf(dots);
      names = List.copyOf(names);
    }

    /** Lines alone, of losses: none of them is below 0. */
    public static Content ofLosses(
        List<BandSeries> series, String xName, String yName, boolean logarithmicX) {
      var limits = new Span(0, Double.POSITIVE_INFINITY);
      return new Content(series, List.of(), List.of(), xName, yName, true, logarithmicX, limits);
    }
  }

  public record Dot(int series, double x, double y) {}

  public static final Content NOTHING =
      new Content(List.of(), List.of(), List.of(), "", "", true, false, Span.UNLIMITED);

  public BandChart() {
    super("band-chart");
    logarithmic.subscribe(this::redraw);
  }

  public void show(Content shown) {
    content = shown;
    redraw();
  }

  public Content shown() {
    return content;
  }

  @Override
  protected String sentence(Words words, String heading) {
    return new BandSentence(words).of(heading, content);
  }

  @Override
  protected boolean isEmpty() {
    return content.series.stream().allMatch(it -> it.line().length() == 0)
        && content.dots.isEmpty();
  }

  @Override
  protected ChartPicture picture() {
    var log = logarithmic.get();
    var x = span(points(Curve::x, Dot::x));
    var y = span(points(Curve::y, Dot::y).filter(it -> !log || it > 0));
    return new BandPicture(
        content, spanX(x), log ? Span.logarithmic(y) : Span.linear(y, content.limits), log);
  }

  /** Epochs to their last; other numbers, or names, with some air. */
  private Span spanX(Span x) {
    if (!content.names.isEmpty()) {
      return new Span(-BESIDE_NAMES, content.names.size() - 1 + BESIDE_NAMES);
    } else if (content.logarithmicX) {
      return Span.logarithmic(x);
    } else if (content.dots.isEmpty()) {
      return new Span(x.least(), Math.max(x.greatest(), x.least() + 1));
    }
    return Span.linear(x, Span.UNLIMITED);
  }

  private DoubleStream points(Coordinate ofCurve, ToDoubleFunction<Dot> ofDot) {
    var lines =
        content.series.stream()
            .flatMap(it -> Stream.of(it.line(), it.low(), it.high()))
            .filter(Objects::nonNull)
            .flatMapToDouble(
                it -> IntStream.range(0, it.length()).mapToDouble(i -> ofCurve.of(it, i)));
    return DoubleStream.concat(lines, content.dots.stream().mapToDouble(ofDot));
  }

  private interface Coordinate {
    double of(Curve curve, int index);
  }

  private static Span span(DoubleStream values) {
    var all = values.filter(Double::isFinite).summaryStatistics();
    return all.getCount() == 0 ? new Span(0, 1) : new Span(all.getMin(), all.getMax());
  }

  record BandSentence(Words words) {

    private static final int MOST = 4;

    String of(String heading, BandChart.Content content) {
      var lines = content.series().stream().filter(it -> it.line().length() > 0).toList();
      var parts = new ArrayList<String>();
      parts.add(words.text("chart.told.lines", heading, Numbers.count(lines.size())));
      lines.stream().limit(MOST).forEach(it -> parts.add(line(it, content)));
      if (lines.size() > MOST) {
        parts.add(words.text("chart.told.more", Numbers.count(lines.size() - MOST)));
      }
      if (!content.dots().isEmpty()) {
        parts.add(words.text("chart.told.dots", Numbers.count(content.dots().size())));
      }
      return String.join(" ", parts);
    }

    private String line(BandSeries series, BandChart.Content content) {
      var line = series.line();
      var last = line.length() - 1;
      return words.text(
          "chart.told.line",
          series.name().isEmpty() ? content.yName() : series.name(),
          content.xName(),
          ToldNumber.place(line.x(0), content.names()),
          ToldNumber.of(line.y(0)),
          ToldNumber.place(line.x(last), content.names()),
          ToldNumber.of(line.y(last)));
    }
  }

  static final class BandPicture extends ChartPicture {

    static final List<Ink> COLORS = Ink.CLASSES.subList(0, 8);

    private static final double NUMBERS_IN_EM = 4;
    private static final double WIDEST_NAME = 0.42;
    private static final double GAP = 8;
    private static final double DOT = 3;
    private static final double MARK = GAP / 1.5;

    /** Points of all pale lines together, about. */
    private static final int MOST_POINTS = 20_000;

    private static final int FEWEST_POINTS = 12;
    private static final float COVER = 0.18f;
    private static final float PALE = 0.35f;
    private static final BasicStroke LINE =
        new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke THIN = new BasicStroke(1);

    private final BandChart.Content content;
    private final List<BandSeries> series;
    private final Span x;
    private final Span y;
    private final boolean logarithmic;
    private final boolean isNamed;

    BandPicture(BandChart.Content content, Span x, Span y, boolean logarithmic) {
      super(xAxis(content, x), logarithmic ? new DecadeAxis(y) : new RoundAxis(y, false));
      this.content = content;
      series = content.series();
      this.x = x;
      this.y = y;
      this.logarithmic = logarithmic;
      isNamed = series.size() <= COLORS.size();
    }

    private static ValueAxis xAxis(BandChart.Content content, Span x) {
      if (!content.names().isEmpty()) {
        return new RoundAxis(x, content.names());
      }
      return content.logarithmicX()
          ? new DecadeAxis(x)
          : new RoundAxis(x, content.dots().isEmpty());
    }

    @Override
    protected void compose(Pen pen) {
      if (!content.yName().isEmpty()) {
        putAbove(new Legend(content.yName(), pen.look()));
      }
      var names = isNamed ? series : List.<BandSeries>of();
      var widest = names.stream().mapToDouble(it -> pen.width(it.name())).max().orElse(0);
      var right = Math.min(widest, WIDEST_NAME * pen.width()) + 2 * GAP + pen.row() / 2;
      plot.setInsets(new RectangleInsets(pen.row() / 2, 0, pen.row(), right));
      fixNumbersLeft(NUMBERS_IN_EM * pen.em());
    }

    @Override
    protected void finish(Pen pen) {
      var outside = pen.graphics().getClip();
      pen.graphics().clip(area());
      for (var i = 0; i < series.size(); i++) {
        drawBand(pen, series.get(i), color(i, pen));
      }
      drawLines(pen);
      for (var dot : content.dots()) {
        pen.graphics().setPaint(color(dot.series(), pen));
        pen.graphics().draw(dot(dot.x(), dot.y()));
      }
      pen.graphics().setClip(outside);
      if (isNamed) {
        for (var i = 0; i < series.size(); i++) {
          drawMarks(pen, series.get(i), color(i, pen));
        }
        drawNames(pen);
      }
      var left = area().getMaxX() - pen.width(content.xName());
      writeXName(pen, content.xName(), left, pen.height());
    }

    private Color color(int series, Pen pen) {
      return isNamed ? pen.ink(COLORS.get(series)) : pen.look().pale(Ink.TEXT, PALE);
    }

    private void drawBand(Pen pen, BandSeries series, Color color) {
      var low = series.low();
      var high = series.high();
      if (low == null || high == null) {
        return;
      }
      if (!content.connected()) {
        for (var i = 0; i < low.length(); i++) {
          pen.draw(color, LINE, new Line2D.Double(place(low, i), place(high, i)));
        }
        return;
      }
      var edge = new Path2D.Double();
      var points = points(high.length());
      for (var i : points) {
        extend(edge, high, i, i == 0);
      }
      for (var i = points.length - 1; i >= 0; i--) {
        extend(edge, low, points[i], false);
      }
      edge.closePath();
      var before = pen.graphics().getComposite();
      pen.graphics().setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, COVER));
      pen.fill(color, edge);
      pen.graphics().setComposite(before);
    }

    private void extend(Path2D path, Curve curve, int index, boolean starts) {
      var place = place(curve, index);
      if (starts) {
        path.moveTo(place.getX(), place.getY());
      } else {
        path.lineTo(place.getX(), place.getY());
      }
    }

    private Point2D place(Curve curve, int index) {
      return place(curve.x(index), curve.y(index));
    }

    /** What a logarithmic axis cannot show lies at its lower end. */
    private Point2D place(double atX, double atY) {
      return pixel(atX, logarithmic ? Math.max(atY, y.least()) : atY);
    }

    /** Lines of one colour are one path: a thousand would hold the window for half a second. */
    private void drawLines(Pen pen) {
      var stroke = isNamed ? LINE : THIN;
      var path = new Path2D.Double();
      for (var i = 0; i < series.size(); i++) {
        var line = series.get(i).line();
        if (content.connected()) {
          for (var point : points(line.length())) {
            extend(path, line, point, point == 0);
          }
        }
        if (isNamed) {
          pen.draw(color(i, pen), stroke, path);
          path.reset();
        }
        for (var point = 0; !content.dots().isEmpty() && point < line.length(); point++) {
          pen.fill(color(i, pen), dot(line.x(point), line.y(point)));
        }
      }
      pen.draw(color(0, pen), stroke, path);
    }

    /** The points of a line that are drawn: of many pale ones fewer, dense where losses fall. */
    private int[] points(int length) {
      var most = Math.max(FEWEST_POINTS, MOST_POINTS / series.size());
      return isNamed || length <= most
          ? IntStream.range(0, length).toArray()
          : IntStream.range(0, most)
              .map(i -> (int) Math.round((length - 1) * Math.pow(i / (most - 1.0), 2)))
              .distinct()
              .toArray();
    }

    private Shape dot(double atX, double atY) {
      var place = pixel(atX, atY);
      return Pen.circle(place.getX(), place.getY(), DOT);
    }

    private void drawMarks(Pen pen, BandSeries series, Color color) {
      for (var mark : series.marks()) {
        var at = series.at(mark.x());
        if (Double.isNaN(at) || !x.contains(mark.x())) {
          continue;
        }
        var place = place(mark.x(), at);
        var diamond = new Path2D.Double();
        diamond.moveTo(place.getX(), place.getY() - MARK);
        diamond.lineTo(place.getX() + MARK, place.getY());
        diamond.lineTo(place.getX(), place.getY() + MARK);
        diamond.lineTo(place.getX() - MARK, place.getY());
        diamond.closePath();
        pen.fill(pen.ink(Ink.BACKGROUND), diamond);
        pen.draw(color, LINE, diamond);
        pen.write(pen.ink(Ink.TEXT), mark.text(), place.getX() + GAP, place.getY() - GAP / 2);
      }
    }

    private record Name(String text, Color color, double wanted) {}

    /** Names beside the ends of their lines, moved apart where they would meet. */
    private void drawNames(Pen pen) {
      var names = new ArrayList<Name>();
      for (var i = 0; i < series.size(); i++) {
        var line = series.get(i).line();
        if (line.length() > 0) {
          var end = place(line, line.length() - 1);
          names.add(new Name(series.get(i).name(), color(i, pen), end.getY()));
        }
      }
      names.sort(Comparator.comparingDouble(Name::wanted));
      var row = Math.min(1.3 * pen.em(), area().getHeight() / names.size());
      var places = apart(names.stream().mapToDouble(Name::wanted).toArray(), row);
      for (var i = 0; i < names.size(); i++) {
        pen.writeAt(names.get(i).color, names.get(i).text, area().getMaxX() + GAP, places[i]);
      }
    }

    /** Places as near to those wanted as the distance lets them, within the area. */
    private double[] apart(double[] wanted, double distance) {
      var least = area().getMinY() + distance / 2;
      for (var i = 0; i < wanted.length; i++) {
        wanted[i] = Math.max(wanted[i], least);
        least = wanted[i] + distance;
      }
      var most = area().getMaxY() - distance / 2;
      for (var i = wanted.length - 1; i >= 0; i--) {
        wanted[i] = Math.min(wanted[i], most);
        most = wanted[i] - distance;
      }
      return wanted;
    }
  }
}
