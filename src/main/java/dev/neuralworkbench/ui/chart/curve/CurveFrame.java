package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.ui.chart.Span;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything one drawing of a chart shows.
 *
 * @param curves lines, in the order in which they are laid over each other
 * @param y visible stretch of the vertical axis; above 0 where it is logarithmic
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
