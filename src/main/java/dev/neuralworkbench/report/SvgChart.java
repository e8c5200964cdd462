package dev.neuralworkbench.report;

import dev.neuralworkbench.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A chart as a vector picture: lines or points between two linear axes with round numbers, each
 * line named at its end.
 */
final class SvgChart {

  private static final double WIDTH = 680;
  private static final double LOW = 260;
  private static final double SQUARE = 400;
  private static final double LEFT = 60;
  private static final double RIGHT = 150;
  private static final double TOP = 24;
  private static final double BOTTOM = 40;
  private static final int TICKS = 5;
  private static final double ROW = 15;
  private static final double PIECE = 22;

  private final String xName;
  private final String yName;
  private final List<Line> lines = new ArrayList<>();
  private boolean dots;

  /**
   * Points of a line.
   *
   * @param dash of the line; empty for none
   */
  private record Line(String name, List<Double> x, List<Double> y, String dash) {}

  SvgChart(String xName, String yName) {
    this.xName = xName;
    this.yName = yName;
  }

  /** Adds a line; where a number is not finite there is no point. */
  SvgChart line(String name, double[] x, double[] y, String dash) {
    lines.add(
        new Line(
            name, DoubleStream.of(x).boxed().toList(), DoubleStream.of(y).boxed().toList(), dash));
    return this;
  }

  /** Adds points and the line on which they would lie at best. */
  SvgChart points(double[] x, double[] y) {
    dots = true;
    return line("", x, y, "");
  }

  private static double[] span(DoubleStream values) {
    var all = values.filter(Double::isFinite).summaryStatistics();
    if (all.getCount() == 0) {
      return new double[] {0, 1};
    }
    return all.getMin() < all.getMax()
        ? new double[] {all.getMin(), all.getMax()}
        : new double[] {all.getMin() - 0.5, all.getMax() + 0.5};
  }

  String svg() {
    var x =
        span(lines.stream().flatMapToDouble(it -> it.x.stream().mapToDouble(Double::doubleValue)));
    var y =
        span(lines.stream().flatMapToDouble(it -> it.y.stream().mapToDouble(Double::doubleValue)));
    if (dots) {
      x[0] = Math.min(x[0], y[0]);
      x[1] = Math.max(x[1], y[1]);
      y = x;
    } else {
      y[0] = Math.min(0, y[0]);
    }
    var svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT, "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\">%n", WIDTH, height()));
    axes(svg, x, y);
    for (var line : lines) {
      if (dots) {
        points(svg, line, x, y);
      } else {
        path(svg, line, x, y);
      }
    }
    names(svg, y);
    return svg.append("</svg>\n").toString();
  }

  private double height() {
    return dots ? SQUARE : LOW;
  }

  /** Of the plot; two axes of the same numbers have the same scale. */
  private double width() {
    return dots ? SQUARE - TOP - BOTTOM : WIDTH - LEFT - RIGHT;
  }

  private double across(double value, double[] span) {
    return LEFT + (value - span[0]) / (span[1] - span[0]) * width();
  }

  private double down(double value, double[] span) {
    return height() - BOTTOM - (value - span[0]) / (span[1] - span[0]) * (height() - TOP - BOTTOM);
  }

  private void axes(StringBuilder svg, double[] x, double[] y) {
    for (var tick : ticks(y)) {
      var at = down(tick, y);
      svg.append(
          String.format(
              Locale.ROOT,
              "<line class=\"grid\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>"
                  + "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
              LEFT,
              at,
              LEFT + width(),
              at,
              LEFT - 6,
              at + 4,
              number(tick)));
    }
    for (var tick : ticks(x)) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>%n",
              across(tick, x),
              height() - BOTTOM + 16,
              number(tick)));
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%s</text>"
                + "<text x=\"%.1f\" y=\"12\">%s</text>%n",
            LEFT + width(),
            height() - 6,
            Html.escaped(xName),
            LEFT,
            Html.escaped(yName)));
  }

  private static String number(double tick) {
    var shown = String.format(Locale.ROOT, "%.6g", tick);
    return Numbers.typeset(Numbers.exact(Double.parseDouble(shown)));
  }

  /** Round numbers: steps of 1, 2 or 5 times a power of ten. */
  private static double[] ticks(double[] span) {
    var rough = (span[1] - span[0]) / TICKS;
    var power = Math.pow(10, Math.floor(Math.log10(rough)));
    var step =
        power * (rough / power < 1.5 ? 1 : rough / power < 3.5 ? 2 : rough / power < 7.5 ? 5 : 10);
    var first = Math.ceil(span[0] / step);
    var last = Math.floor(span[1] / step + 1e-9);
    return DoubleStream.iterate(first, i -> i <= last, i -> i + 1).map(i -> i * step).toArray();
  }

  private void path(StringBuilder svg, Line line, double[] x, double[] y) {
    svg.append("<path").append(stroke(line)).append(" d=\"");
    var drawing = false;
    for (var i = 0; i < line.x.size(); i++) {
      if (Double.isFinite(line.y.get(i))) {
        svg.append(
            String.format(
                Locale.ROOT,
                "%s%.1f %.1f",
                drawing ? "L" : "M",
                across(line.x.get(i), x),
                down(line.y.get(i), y)));
      }
      drawing = Double.isFinite(line.y.get(i));
    }
    svg.append("\"/>\n");
  }

  private static String stroke(Line line) {
    return " class=\"line\""
        + (line.dash.isEmpty() ? "" : " stroke-dasharray=\"" + line.dash + "\"");
  }

  private void points(StringBuilder svg, Line line, double[] x, double[] y) {
    for (var i = 0; i < line.x.size(); i++) {
      if (Double.isFinite(line.x.get(i)) && Double.isFinite(line.y.get(i))) {
        svg.append(
            String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\"/>%n",
                across(line.x.get(i), x),
                down(line.y.get(i), y)));
      }
    }
    var least = Math.max(x[0], y[0]);
    var most = Math.min(x[1], y[1]);
    if (least < most) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<line class=\"best\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
              across(least, x),
              down(least, y),
              across(most, x),
              down(most, y)));
    }
  }

  /** Names beside the ends of the lines, each after a piece of its line. */
  private void names(StringBuilder svg, double[] y) {
    var ordered =
        lines.stream()
            .filter(it -> !it.name.isEmpty() && !it.y.isEmpty())
            .sorted((a, b) -> Double.compare(b.y.getLast(), a.y.getLast()))
            .toList();
    var places = places(ordered, y);
    for (var i = 0; i < places.length; i++) {
      var line = ordered.get(i);
      var from = LEFT + width() + 8;
      svg.append(
          String.format(
              Locale.ROOT,
              "<line%s x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>"
                  + "<text class=\"name\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
              stroke(line),
              from,
              places[i],
              from + PIECE,
              places[i],
              from + PIECE + 6,
              places[i] + 4,
              Html.escaped(line.name)));
    }
  }

  /** Heights of the names, from above: apart from each other, and above the axis. */
  private double[] places(List<Line> ordered, double[] y) {
    var places = new double[ordered.size()];
    for (var i = 0; i < places.length; i++) {
      var last = ordered.get(i).y.getLast();
      var least = i == 0 ? TOP : places[i - 1] + ROW;
      places[i] = Double.isFinite(last) ? Math.max(down(last, y), least) : least;
    }
    var most = height() - BOTTOM;
    for (var i = places.length - 1; i >= 0; i--) {
      places[i] = Math.min(places[i], most);
      most = places[i] - ROW;
    }
    return places;
  }
}
