package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.Span;
import java.util.stream.DoubleStream;

/**
 * The points of a curve that so many pixels can show. Few points are taken as they are; many are
 * cut into one stretch a pixel, each shown by its least and greatest value, so that no spike is
 * lost, and the first and last point stand where they are.
 */
final class VisiblePoints {

  private final Curve curve;
  private final DoubleStream.Builder x = DoubleStream.builder();
  private final DoubleStream.Builder y = DoubleStream.builder();

  private VisiblePoints(Curve curve) {
    this.curve = curve;
  }

  /** Takes the points between two x, and one more on either side; at most two a pixel. */
  static Curve of(Extremes extremes, int length, Span x, int pixels) {
    var curve = extremes.curve;
    var first = Math.max(Curve.firstAtLeast(curve, length, x.least()) - 1, 0);
    var last = Math.min(Curve.firstAtLeast(curve, length, Math.nextUp(x.greatest())) + 1, length);
    var points = new VisiblePoints(curve);
    if (last - first <= 2 * Math.max(pixels, 1)) {
      for (var i = first; i < last; i++) {
        points.add(i);
      }
    } else {
      points.add(first);
      for (var pixel = 0; pixel < pixels; pixel++) {
        var begin = first + (int) ((long) (last - first) * pixel / pixels);
        var end = first + (int) ((long) (last - first) * (pixel + 1) / pixels);
        points.add(begin, end, extremes);
      }
      points.add(last - 1);
    }
    return Curve.of(points.x.build().toArray(), points.y.build().toArray());
  }

  private void add(int index) {
    var value = curve.y(index);
    add(curve.x(index), Double.isFinite(value) ? value : Double.NaN);
  }

  private void add(int begin, int end, Extremes extremes) {
    extremes.look(begin, end);
    var middle = (curve.x(begin) + curve.x(end - 1)) / 2;
    if (extremes.least() > extremes.greatest()) {
      add(middle, Double.NaN);
    } else {
      var rises = curve.y(begin) < curve.y(end - 1);
      add(middle, rises ? extremes.least() : extremes.greatest());
      add(middle, rises ? extremes.greatest() : extremes.least());
    }
  }

  private void add(double pointX, double pointY) {
    x.add(pointX);
    y.add(pointY);
  }
}
