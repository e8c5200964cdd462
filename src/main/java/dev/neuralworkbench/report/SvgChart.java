package dev.neuralworkbench.report;

import dev.neuralworkbench.formula.MathsText;
import dev.neuralworkbench.text.Numbers;
import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A chart as a vector picture: lines or points between two linear axes with round numbers, each
 * line named at its end.
 */
final class SvgChart {

  private static final double WIDTH = 680;
  private static final double LOW = 260;
  private static final double SQUARE = 400;
  private static final double LEFT = 60;
  private static final double RIGHT = 200;
  private static final double TOP = 24;
  private static final double BOTTOM = 40;
  private static final int TICKS = 5;
  private static final int MOST_POINTS = 800;
  private static final double ROW = 15;
  private static final double PIECE = 22;

  private final String xName;
  private final String yName;
  private final List<Line> lines = new ArrayList<>();
  private final Formatter svg = new Formatter(Locale.ROOT);
  private boolean dots;
  private Span x = Span.UNIT;
  private Span y = Span.UNIT;

  private record Span(double least, double most) {

    static final Span UNIT = new Span(0, 1);

    static Span of(DoubleStream values) {
      var all = values.filter(Double::isFinite).summaryStatistics();
      if (all.getCount() == 0) {
        return UNIT;
      }
      var air = all.getMin() < all.getMax() ? 0 : 0.5;
      return new Span(all.getMin() - air, all.getMax() + air);
    }

    double share(double value) {
      return (value - least) / (most - least);
    }

    /** Round numbers: steps of 1, 2 or 5 times a power of ten. */
    double[] ticks() {
      var rough = (most - least) / TICKS;
      var power = Math.pow(10, Math.floor(Math.log10(rough)));
      var part = rough / power;
      var step = power * (part < 1.5 ? 1 : part < 3.5 ? 2 : part < 7.5 ? 5 : 10);
      var last = Math.floor(most / step + 1e-9);
      return DoubleStream.iterate(Math.ceil(least / step), i -> i <= last, i -> i + 1)
          .map(i -> i * step)
          .toArray();
    }
  }

  /**
   * Points of a line.
   *
   * @param dash of the line; empty for none
   */
  private record Line(String name, List<Double> x, List<Double> y, String dash) {

    String stroke() {
      return " class=\"line\"" + (dash.isEmpty() ? "" : " stroke-dasharray=\"" + dash + "\"");
    }

    boolean isNamed() {
      return !name.isEmpty() && !y.isEmpty();
    }
  }

  SvgChart(String xName, String yName) {
    this.xName = xName;
    this.yName = yName;
  }

  /** Adds a line; where a number is not finite there is no point. */
  SvgChart line(String name, double[] x, double[] y, String dash) {
    lines.add(new Line(name, thin(x), thin(y), dash));
    return this;
  }

  /** So many points that a printed line shows no gap. */
  private static List<Double> thin(double[] values) {
    var count = Math.min(MOST_POINTS, values.length);
    return IntStream.range(0, count)
        .mapToObj(i -> values[(int) ((i + 1L) * values.length / count) - 1])
        .toList();
  }

  /** Adds points and the line on which they would lie at best. */
  SvgChart points(double[] x, double[] y) {
    dots = true;
    lines.add(
        new Line("", DoubleStream.of(x).boxed().toList(), DoubleStream.of(y).boxed().toList(), ""));
    return this;
  }

  /** The picture; asked for once. */
  String svg() {
    x = Span.of(lines.stream().flatMap(it -> it.x.stream()).mapToDouble(it -> it));
    y = Span.of(lines.stream().flatMap(it -> it.y.stream()).mapToDouble(it -> it));
    if (dots) {
      x = new Span(Math.min(x.least, y.least), Math.max(x.most, y.most));
      y = x;
    } else {
      y = new Span(Math.min(0, y.least), y.most);
    }
    svg.format("<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\">%n", WIDTH, height());
    axes();
    for (var line : lines) {
      if (dots) {
        points(line);
      } else {
        path(line);
      }
    }
    names(lines.stream().filter(Line::isNamed).toList());
    return svg.format("</svg>\n").toString();
  }

  private double height() {
    return dots ? SQUARE : LOW;
  }

  /** Of the plot; two axes of the same numbers have the same scale. */
  private double width() {
    return dots ? SQUARE - TOP - BOTTOM : WIDTH - LEFT - RIGHT;
  }

  private double across(double value) {
    return LEFT + x.share(value) * width();
  }

  private double down(double value) {
    return height() - BOTTOM - y.share(value) * (height() - TOP - BOTTOM);
  }

  private void straight(String attributes, double x1, double y1, double x2, double y2) {
    svg.format(
        "<line%s x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>", attributes, x1, y1, x2, y2);
  }

  private void words(String anchor, double left, double baseline, String text) {
    svg.format(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", left, baseline, anchor, text);
  }

  private void axes() {
    var end = LEFT + width();
    for (var tick : y.ticks()) {
      straight(" class=\"grid\"", LEFT, down(tick), end, down(tick));
      words("end", LEFT - 6, down(tick) + 4, number(tick));
      svg.format("%n");
    }
    for (var tick : x.ticks()) {
      words("middle", across(tick), height() - BOTTOM + 16, number(tick));
      svg.format("%n");
    }
    words("end", end, height() - 6, MathsText.escaped(xName));
    svg.format("<text x=\"%.1f\" y=\"12\">%s</text>%n", LEFT, MathsText.escaped(yName));
  }

  private static String number(double tick) {
    var shown = String.format(Locale.ROOT, "%.6g", tick);
    return Numbers.typeset(Numbers.exact(Double.parseDouble(shown)));
  }

  private void path(Line line) {
    svg.format("<path%s d=\"", line.stroke());
    var drawing = false;
    for (var i = 0; i < line.x.size(); i++) {
      var isThere = Double.isFinite(line.y.get(i));
      if (isThere) {
        svg.format("%s%.1f %.1f", drawing ? "L" : "M", across(line.x.get(i)), down(line.y.get(i)));
      }
      drawing = isThere;
    }
    svg.format("\"/>\n");
  }

  private void points(Line line) {
    for (var i = 0; i < line.x.size(); i++) {
      if (Double.isFinite(line.x.get(i)) && Double.isFinite(line.y.get(i))) {
        var cx = across(line.x.get(i));
        svg.format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\"/>%n", cx, down(line.y.get(i)));
      }
    }
    straight(" class=\"best\"", across(x.least), down(x.least), across(x.most), down(x.most));
    svg.format("%n");
  }

  /** Names beside the ends of the lines, each after a piece of its line. */
  private void names(List<Line> named) {
    var ordered =
        named.stream().sorted((a, b) -> Double.compare(b.y.getLast(), a.y.getLast())).toList();
    var places = places(ordered);
    var from = LEFT + width() + 8;
    for (var i = 0; i < places.length; i++) {
      var line = ordered.get(i);
      straight(line.stroke(), from, places[i], from + PIECE, places[i]);
      svg.format(
          "<text class=\"name\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
          from + PIECE + 6, places[i] + 4, MathsText.escaped(line.name));
    }
  }

  /** Heights of the names, from above: apart from each other, and above the axis. */
  private double[] places(List<Line> ordered) {
    var places = new double[ordered.size()];
    var least = TOP;
    for (var i = 0; i < places.length; i++) {
      var last = ordered.get(i).y.getLast();
      var most = height() - BOTTOM - (places.length - 1 - i) * ROW;
      places[i] =
          Double.isFinite(last) ? Math.clamp(down(last), Math.min(least, most), most) : least;
      least = places[i] + ROW;
    }
    return places;
  }
}
