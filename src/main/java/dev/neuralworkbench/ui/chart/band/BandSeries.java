package dev.neuralworkbench.ui.chart.band;

import dev.neuralworkbench.ui.chart.Curve;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A line of a chart, with a band about it, at the same x, where it is the mean of several. */
public record BandSeries(
    String name, Curve line, @Nullable Curve low, @Nullable Curve high, List<Mark> marks) {

  public BandSeries {
    marks = List.copyOf(marks);
  }

  public record Mark(double x, String text) {}

  /** Means with a band of as much as a deviation on both sides; of NaN none. */
  public static BandSeries means(String name, double[] x, double[] means, double[] deviations) {
    return new BandSeries(
        name,
        Curve.of(x, means),
        edge(x, means, deviations, -1),
        edge(x, means, deviations, 1),
        List.of());
  }

  private static Curve edge(double[] x, double[] means, double[] deviations, int sign) {
    return Curve.of(
        x,
        IntStream.range(0, x.length)
            .mapToDouble(i -> means[i] + sign * (Double.isNaN(deviations[i]) ? 0 : deviations[i]))
            .toArray());
  }

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
