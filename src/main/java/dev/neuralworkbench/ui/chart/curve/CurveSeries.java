package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.CurveRole;

/** One curve of a chart; a ghost belongs to an earlier run, and is drawn pale and behind. */
public record CurveSeries(String name, CurveRole role, boolean ghost, Curve curve) {

  public static CurveSeries of(String name, CurveRole role, Curve curve) {
    return new CurveSeries(name, role, false, curve);
  }
}
