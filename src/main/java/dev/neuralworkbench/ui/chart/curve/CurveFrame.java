package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.ui.chart.Span;
import java.util.List;

/**
 * Everything one drawing of a chart shows.
 *
 * @param curves lines, in the order in which they are laid over each other
 * @param x visible stretch of the horizontal axis
 * @param y visible stretch of the vertical axis; above 0 where it is logarithmic
 * @param logarithmic whether the vertical axis is logarithmic
 * @param xName name of the horizontal axis
 * @param yName name of the vertical axis, with its unit
 * @param ghostName name of the earlier run, for all of its lines
 */
record CurveFrame(
    List<DrawnCurve> curves,
    Span x,
    Span y,
    boolean logarithmic,
    String xName,
    String yName,
    String ghostName) {

  CurveFrame {
    curves = List.copyOf(curves);
  }

  /** The same frame with points of its own, which the next drawing does not overwrite. */
  CurveFrame frozen() {
    var own =
        curves.stream()
            .map(curve -> new DrawnCurve(curve.series(), curve.strength(), curve.points().copy()))
            .toList();
    return new CurveFrame(own, x, y, logarithmic, xName, yName, ghostName);
  }
}
