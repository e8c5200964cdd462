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
public record Drawing(List<List<Point>> strokes) implements ImageStyle.Inked {

  public static final Drawing EMPTY = new Drawing(List.of());

  /** Samples of a pixel, in each direction. */
  private static final int FINE = 4;

  /** The pad is at most this much enlarged: a dot stays a dot. */
  private static final int MOST_ENLARGED = 4;

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

  /** How much of each pixel the strokes cover; their ends are round. */
  @Override
  public float[] ink(ImageStyle style, double x, double y) {
    var wide = span(Point::x);
    var high = span(Point::y);
    var longer = Math.max(wide.getMax() - wide.getMin(), high.getMax() - high.getMin());
    var wanted = Math.max(0, style.size() - style.width()) / (longer == 0 ? 1 : longer);
    var scale = Math.min(wanted, (double) MOST_ENLARGED * style.side());
    var left = x - scale * (wide.getMin() + wide.getMax()) / 2;
    var top = y - scale * (high.getMin() + high.getMax()) / 2;
    var side = style.side();
    var across = FINE * side;
    var covered = new boolean[across * across];
    for (var stroke : strokes) {
      var placed = stroke.stream().map(p -> new Point(left + scale * p.x, top + scale * p.y));
      var points = placed.toList();
      for (var i = 0; i < points.size(); i++) {
        var from = points.get(Math.max(i - 1, 0));
        cover(covered, across, from, points.get(i), style.width() / 2);
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
