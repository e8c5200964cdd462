package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.curve.CurvePicture.CurveFrame.DrawnCurve;
import dev.neuralworkbench.ui.chart.curve.CurvePicture.CurveFrame.DrawnCurve.Strength;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** A series with what its chart remembers of it: how far it was read, and its extremes. */
final class TrackedCurve {

  final CurveSeries series;
  private final Extremes raw;
  private @Nullable Extremes smoothed;
  private int length;

  TrackedCurve(CurveSeries series) {
    this.series = series;
    raw = new Extremes(series.curve());
  }

  int length() {
    return length;
  }

  boolean pull() {
    var grown = series.curve().length();
    if (grown == length) {
      return false;
    }
    length = grown;
    raw.grow(length);
    if (smoothed != null) {
      smoothed.grow(length);
    }
    return true;
  }

  void smooth(double weight) {
    smoothed = weight > 0 ? new Extremes(new SmoothedCurve(series.curve(), weight)) : null;
    if (smoothed != null) {
      smoothed.grow(length);
    }
  }

  double lastX() {
    return length == 0 ? Double.NaN : series.curve().x(length - 1);
  }

  Span values(Span x) {
    var from = Curve.firstAtLeast(series.curve(), length, x.least());
    var to = Curve.firstAtLeast(series.curve(), length, Math.nextUp(x.greatest()));
    var extremes = series.ghost() && smoothed != null ? smoothed : raw;
    extremes.look(from, to);
    return new Span(extremes.least, extremes.greatest);
  }

  /** The point nearest to an x; -1 where there is none. */
  int nearest(double x) {
    var curve = series.curve();
    var after = Curve.firstAtLeast(curve, length, x);
    var before = after - 1;
    return after == length || (before >= 0 && x - curve.x(before) <= curve.x(after) - x)
        ? before
        : after;
  }

  /** What is drawn for the series: the line, and what smoothing took away behind it. */
  List<DrawnCurve> draw(Span x, int pixels) {
    var strength = series.ghost() ? Strength.GHOST : Strength.FULL;
    var line = draw(strength, smoothed == null ? raw : smoothed, x, pixels);
    return smoothed == null || series.ghost()
        ? List.of(line)
        : List.of(draw(Strength.RAW, raw, x, pixels), line);
  }

  private DrawnCurve draw(Strength strength, Extremes line, Span x, int pixels) {
    return new DrawnCurve(series, strength, VisiblePoints.of(line, length, x, pixels));
  }

  /**
   * A curve's exponential moving average: sᵢ = w·sᵢ₋₁ + (1 − w)·yᵢ, shown as sᵢ / (1 − wⁱ), so that
   * the first values are not drawn towards zero. Gaps stay gaps and leave the average as it is.
   * Grows by what was added since the last call; the average is kept, not taken anew.
   */
  static final class SmoothedCurve implements Curve {

    private final Curve source;
    private final double weight;
    private double[] values = new double[64];
    private int length;
    private double average;
    private double remaining = 1;

    SmoothedCurve(Curve source, double weight) {
      this.source = source;
      this.weight = weight;
    }

    @Override
    public int length() {
      grow(source.length());
      return length;
    }

    @Override
    public double x(int index) {
      return source.x(index);
    }

    @Override
    public double y(int index) {
      return values[index];
    }

    private void grow(int to) {
      if (to > values.length) {
        values = Arrays.copyOf(values, Math.max(to, values.length * 2));
      }
      for (; length < to; length++) {
        var y = source.y(length);
        if (Double.isFinite(y)) {
          average = weight * average + (1 - weight) * y;
          remaining *= weight;
          values[length] = average / (1 - remaining);
        } else {
          values[length] = Double.NaN;
        }
      }
    }
  }

  /**
   * The points of a curve that so many pixels can show. Few points are taken as they are; many are
   * cut into one stretch a pixel, each shown by its least and greatest value, so that no spike is
   * lost, and the first and last point stand where they are.
   */
  static final class VisiblePoints {

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
      if (extremes.least > extremes.greatest) {
        add(middle, Double.NaN);
      } else {
        var rises = curve.y(begin) < curve.y(end - 1);
        add(middle, rises ? extremes.least : extremes.greatest);
        add(middle, rises ? extremes.greatest : extremes.least);
      }
    }

    private void add(double pointX, double pointY) {
      x.add(pointX);
      y.add(pointY);
    }
  }
}
