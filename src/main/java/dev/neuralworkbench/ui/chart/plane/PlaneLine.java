package dev.neuralworkbench.ui.chart.plane;

import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.Tints;
import java.awt.BasicStroke;

/**
 * A line on a plane.
 *
 * @param name what it is; empty for a line that the legend leaves out
 * @param shade its colour, as the plane's {@link Tints} say; NaN for the colour of text
 * @param dashed whether it is a mark to compare with, not an answer
 * @param points its points
 */
public record PlaneLine(String name, float shade, boolean dashed, Curve points) {

  private static final BasicStroke FULL =
      new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final BasicStroke DASHED =
      new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0);

  BasicStroke stroke() {
    return dashed ? DASHED : FULL;
  }
}
