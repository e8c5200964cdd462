package dev.neuralworkbench.ui.chart.plane;

import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.Tints;

/**
 * A line on a plane.
 *
 * @param name what it is; empty for a line that the legend leaves out
 * @param shade its colour, as the plane's {@link Tints} say; NaN for the colour of text
 * @param dashed whether it is a mark to compare with, not an answer
 * @param points its points
 */
public record PlaneLine(String name, float shade, boolean dashed, Curve points) {}
