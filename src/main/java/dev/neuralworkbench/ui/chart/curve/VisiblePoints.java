package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.ui.chart.Curve;
import java.util.Arrays;

/**
 * The points of a curve that so many pixels can show. Few points are taken as they are; many are
 * cut into one stretch a pixel, each shown by its least and greatest value, so that no spike is
 * lost, and the first and last point stand where they are.
 */
final class VisiblePoints {

  private double[] x = new double[64];
  private double[] y = new double[64];
  private int count;

  private VisiblePoints() {}

  /**
   * Takes the points between two x, and one more on either side, so that lines reach the edges.
   *
   * @param length points of the curve, all known to {@code extremes}
   * @param pixels width of the stretch on the screen; at most two points each are taken, and two
   *     more
   */
  static Curve of(Curve curve, Extremes extremes, int length, double from, double to, int pixels) {
    var points = new VisiblePoints();
    points.take(curve, extremes, length, from, to, pixels);
    return Curve.of(Arrays.copyOf(points.x, points.count), Arrays.copyOf(points.y, points.count));
  }

  private void take(
      Curve curve, Extremes extremes, int length, double from, double to, int pixels) {
    var first = Math.max(Curve.firstAtLeast(curve, length, from) - 1, 0);
    var last = Math.min(Curve.firstAtLeast(curve, length, Math.nextUp(to)) + 1, length);
    var visible = last - first;
    if (visible <= 2 * Math.max(pixels, 1)) {
      for (var i = first; i < last; i++) {
        add(curve.x(i), finite(curve.y(i)));
      }
      return;
    }
    add(curve.x(first), finite(curve.y(first)));
    for (var pixel = 0; pixel < pixels; pixel++) {
      var begin = first + (int) ((long) visible * pixel / pixels);
      var end = first + (int) ((long) visible * (pixel + 1) / pixels);
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
    add(curve.x(last - 1), finite(curve.y(last - 1)));
  }

  private static double finite(double value) {
    return Double.isFinite(value) ? value : Double.NaN;
  }

  private void add(double pointX, double pointY) {
    if (count == x.length) {
      x = Arrays.copyOf(x, count * 2);
      y = Arrays.copyOf(y, count * 2);
    }
    x[count] = pointX;
    y[count++] = pointY;
  }
}
