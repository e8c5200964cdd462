package dev.neuralworkbench.ui.chart.band;

import dev.neuralworkbench.ui.chart.Curve;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a chart, with a band about it where it is the mean of several.
 *
 * @param low lower edge of the band, at the same x; null without band
 */
public record BandSeries(
    String name, Curve line, @Nullable Curve low, @Nullable Curve high, List<Mark> marks) {

  public BandSeries {
    marks = List.copyOf(marks);
  }

  public record Mark(double x, String text) {}

  public static BandSeries line(String name, Curve line) {
    return new BandSeries(name, line, null, null, List.of());
  }

  /** The y of the line at an x, between its points on a straight line; NaN outside. */
  double at(double x) {
    var next = Curve.firstAtLeast(line, line.length(), x);
    if (next == line.length() || (next == 0 && line.x(0) != x)) {
      return Double.NaN;
    }
    if (line.x(next) == x) {
      return line.y(next);
    }
    var share = (x - line.x(next - 1)) / (line.x(next) - line.x(next - 1));
    return line.y(next - 1) + share * (line.y(next) - line.y(next - 1));
  }
}
