package dev.neuralworkbench.data.encode;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Strokes drawn by hand. Immutable.
 *
 * @param strokes each a line through at least one point
 */
public record Drawing(List<List<Point>> strokes) {

  public static final Drawing EMPTY = new Drawing(List.of());

  /** Samples of a pixel, in each direction. */
  private static final int FINE = 4;

  /** A place: shares of the pad from its upper left, in [0, 1], or pixels of an image. */
  public record Point(double x, double y) {

    /** Square of the distance to the line between two points. */
    private double away(Point from, Point to) {
      var across = to.x - from.x;
      var down = to.y - from.y;
      var along = (x - from.x) * across + (y - from.y) * down;
      var share = along <= 0 ? 0 : Math.min(1, along / (across * across + down * down));
      var dx = x - from.x - share * across;
      var dy = y - from.y - share * down;
      return dx * dx + dy * dy;
    }
  }

  public Drawing {
    strokes = strokes.stream().map(List::copyOf).toList();
  }

  public boolean isEmpty() {
    return strokes.isEmpty();
  }

  /** With a stroke that begins at a point. */
  public Drawing begun(Point at) {
    return new Drawing(Stream.concat(strokes.stream(), Stream.of(List.of(at))).toList());
  }

  /** With the last stroke drawn on to a point. */
  public Drawing drawn(Point to) {
    var last = Stream.concat(strokes.getLast().stream(), Stream.of(to)).toList();
    var others = strokes.stream().limit(strokes.size() - 1L);
    return new Drawing(Stream.concat(others, Stream.of(last)).toList());
  }

  private DoubleSummaryStatistics span(ToDoubleFunction<Point> axis) {
    return strokes.stream().flatMap(List::stream).mapToDouble(axis).summaryStatistics();
  }

  /** The longer side of the box around all points. */
  double size() {
    var across = span(Point::x);
    var down = span(Point::y);
    return Math.max(across.getMax() - across.getMin(), down.getMax() - down.getMin());
  }

  /** Enlarged, with the middle of its box moved to a place. */
  Drawing at(double x, double y, double scale) {
    var across = span(Point::x);
    var down = span(Point::y);
    var left = x - scale * (across.getMin() + across.getMax()) / 2;
    var top = y - scale * (down.getMin() + down.getMax()) / 2;
    return new Drawing(
        strokes.stream()
            .map(it -> it.stream().map(p -> new Point(left + scale * p.x, top + scale * p.y)))
            .map(Stream::toList)
            .toList());
  }

  /**
   * How much of each pixel the strokes cover if a pixel has the side 1, in [0, 1], row by row.
   *
   * @param side pixels of a side of the image
   * @param width of the lines, in pixels; their ends are round
   */
  float[] ink(int side, double width) {
    var across = FINE * side;
    var covered = new boolean[across * across];
    for (var stroke : strokes) {
      for (var i = 0; i < stroke.size(); i++) {
        cover(covered, across, stroke.get(Math.max(i - 1, 0)), stroke.get(i), width / 2);
      }
    }
    var ink = new float[side * side];
    for (var i = 0; i < covered.length; i++) {
      if (covered[i]) {
        ink[i / across / FINE * side + i % across / FINE] += 1f / (FINE * FINE);
      }
    }
    return ink;
  }

  private static void cover(boolean[] covered, int across, Point from, Point to, double reach) {
    var right = sample(Math.max(from.x, to.x) + reach + 1, across);
    var bottom = sample(Math.max(from.y, to.y) + reach + 1, across);
    for (var v = sample(Math.min(from.y, to.y) - reach, across); v < bottom; v++) {
      for (var u = sample(Math.min(from.x, to.x) - reach, across); u < right; u++) {
        var at = new Point((u + 0.5) / FINE, (v + 0.5) / FINE);
        covered[v * across + u] |= at.away(from, to) <= reach * reach;
      }
    }
  }

  private static int sample(double place, int across) {
    return Math.clamp((long) Math.floor(place * FINE), 0, across);
  }
}
