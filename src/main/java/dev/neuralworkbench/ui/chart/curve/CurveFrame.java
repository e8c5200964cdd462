package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.Span;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Everything one drawing of a chart shows; y is above 0 where it is logarithmic. */
record CurveFrame(
    List<DrawnCurve> curves,
    Span x,
    Span y,
    boolean logarithmic,
    String xName,
    String yName,
    String ghostName) {

  /** One line on the picture: the visible points of a series, and how strongly they are drawn. */
  record DrawnCurve(CurveSeries series, Strength strength, Curve points) {

    /** How strongly: the run's own line, what was smoothed away behind it, or an earlier run. */
    enum Strength {
      FULL(1, 2),
      RAW(0.4f, 1),
      GHOST(0.4f, 1.5f);

      private final float opacity;
      private final float width;

      Strength(float opacity, float width) {
        this.opacity = opacity;
        this.width = width;
      }
    }

    /** Whether it has a name of its own on the picture: a line of this run that is not all gaps. */
    boolean named() {
      return strength == Strength.FULL && hasPoints();
    }

    boolean isGhost() {
      return strength == Strength.GHOST && hasPoints();
    }

    private boolean hasPoints() {
      return IntStream.range(0, points.length()).anyMatch(point -> !Double.isNaN(points.y(point)));
    }

    Color paint(ChartLook look) {
      return look.pale(Ink.TEXT, series.role().strength() * strength.opacity);
    }

    BasicStroke stroke() {
      var dash = series.role().dash();
      return dash.length == 0 || strength == Strength.RAW
          ? new BasicStroke(strength.width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
          : new BasicStroke(
              strength.width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
    }
  }

  CurveFrame {
    curves = List.copyOf(curves);
  }

  boolean shows(double pointX, double pointY) {
    return x.contains(pointX) && y.contains(pointY);
  }

  /** Lines that the legend names: the first of the run before, and of this run all or none. */
  List<DrawnCurve> legend(boolean all) {
    var named = curves.stream().filter(curve -> all && curve.named());
    return Stream.concat(
            named, curves.stream().filter(it -> it.isGhost() && !ghostName.isEmpty()).limit(1))
        .toList();
  }

  /** What the legend calls a line: those of the run before have one name together. */
  String name(DrawnCurve curve) {
    return curve.isGhost() ? ghostName : curve.series().name();
  }
}
