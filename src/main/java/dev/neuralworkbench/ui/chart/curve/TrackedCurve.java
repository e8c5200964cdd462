package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A series with what its chart remembers of it: how far it was read, and its extremes. */
final class TrackedCurve {

  private final CurveSeries series;
  private final Line raw;
  private @Nullable Line smoothed;
  private int length;

  TrackedCurve(CurveSeries series) {
    this.series = series;
    raw = new Line(series.curve());
  }

  CurveSeries series() {
    return series;
  }

  int length() {
    return length;
  }

  /** Reads what has grown; false where nothing has. */
  boolean pull() {
    var grown = series.curve().length();
    if (grown == length) {
      return false;
    }
    length = grown;
    raw.extremes.grow(length);
    if (smoothed != null) {
      smoothed.grow(length);
    }
    return true;
  }

  /** Sets the weight of the moving average; 0 for none. */
  void smooth(double weight) {
    smoothed = weight > 0 ? new Line(new SmoothedCurve(series.curve(), weight)) : null;
    if (smoothed != null) {
      smoothed.grow(length);
    }
  }

  double lastX() {
    return length == 0 ? Double.NaN : series.curve().x(length - 1);
  }

  /** Least and greatest value between two x; an empty span where there is none. */
  Span values(Span x) {
    var from = Curve.firstAtLeast(series.curve(), length, x.least());
    var to = Curve.firstAtLeast(series.curve(), length, Math.nextUp(x.greatest()));
    var extremes = series.ghost() && smoothed != null ? smoothed.extremes : raw.extremes;
    extremes.look(from, to);
    return new Span(extremes.least(), extremes.greatest());
  }

  /** The point nearest to an x; -1 where there is none. */
  int nearest(double x) {
    if (length == 0) {
      return -1;
    }
    var after = Curve.firstAtLeast(series.curve(), length, x);
    if (after == 0) {
      return 0;
    }
    if (after == length) {
      return length - 1;
    }
    return x - series.curve().x(after - 1) <= series.curve().x(after) - x ? after - 1 : after;
  }

  /** What is drawn for the series: the line, and what smoothing took away behind it. */
  List<DrawnCurve> draw(Span x, int pixels) {
    var strength = series.ghost() ? DrawnCurve.Strength.GHOST : DrawnCurve.Strength.FULL;
    if (smoothed == null) {
      return List.of(raw.draw(series, strength, length, x, pixels));
    }
    var line = smoothed.draw(series, strength, length, x, pixels);
    return series.ghost()
        ? List.of(line)
        : List.of(raw.draw(series, DrawnCurve.Strength.RAW, length, x, pixels), line);
  }

  private static final class Line {
    private final Curve curve;
    private final Extremes extremes;

    Line(Curve curve) {
      this.curve = curve;
      this.extremes = new Extremes(curve);
    }

    /** A smoothed curve computes its values as its length is asked for. */
    void grow(int length) {
      extremes.grow(Math.min(length, curve.length()));
    }

    DrawnCurve draw(
        CurveSeries series, DrawnCurve.Strength strength, int length, Span x, int pixels) {
      var points = VisiblePoints.of(curve, extremes, length, x.least(), x.greatest(), pixels);
      return new DrawnCurve(series, strength, points);
    }
  }
}
