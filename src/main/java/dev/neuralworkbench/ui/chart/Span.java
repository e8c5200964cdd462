package dev.neuralworkbench.ui.chart;

import java.util.stream.DoubleStream;

public record Span(double least, double greatest) {

  public static final Span UNLIMITED = new Span(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  public double length() {
    return greatest - least;
  }

  public Span ofLength(double length) {
    var middle = least / 2 + greatest / 2;
    return new Span(middle - length / 2, middle + length / 2);
  }

  public boolean contains(double value) {
    return value >= least && value <= greatest;
  }

  /**
   * The stretch of a linear axis that shows these values with some air, from zero where zero is
   * near, and not beyond the limits by more than a line's width.
   */
  public static Span linear(Span values, Span limits) {
    var least = Math.max(values.least, limits.least);
    var greatest = Math.min(values.greatest, limits.greatest);
    if (!(least <= greatest)) {
      return new Span(0, 1);
    }
    if (least > 0 && least < 0.4 * greatest) {
      least = 0;
    }
    if (greatest == least) {
      var air = least == 0 ? 1 : Math.abs(least) / 2;
      return limited(new Span(least - air, greatest + air), limits, air / 25);
    }
    var air = (greatest - least) * 0.06;
    return limited(new Span(least == 0 ? 0 : least - air, greatest + air), limits, air / 4);
  }

  /**
   * The stretch of finite values with air on both sides, a share of its length; 0 to 1 for none.
   */
  public static Span aired(DoubleStream values, double share) {
    var all = values.filter(Double::isFinite).summaryStatistics();
    if (all.getCount() == 0) {
      return new Span(0, 1);
    }
    var length = all.getMax() - all.getMin();
    var air = length > 0 ? length * share : Math.max(Math.abs(all.getMax()), 1) / 2;
    return new Span(all.getMin() - air, all.getMax() + air);
  }

  /** The stretch of a logarithmic axis that shows those of these values that are above zero. */
  public static Span logarithmic(Span values) {
    if (!(values.greatest > 0)) {
      return new Span(0.1, 1);
    }
    var least = values.least > 0 ? values.least : values.greatest * 1e-6;
    var air = Math.max(Math.log10(values.greatest / least) * 0.06, 0.02);
    return new Span(least * Math.pow(10, -air), values.greatest * Math.pow(10, air));
  }

  private static Span limited(Span span, Span limits, double lineWidth) {
    return new Span(
        span.least < limits.least ? limits.least - (limits.least == 0 ? 0 : lineWidth) : span.least,
        Math.min(span.greatest, limits.greatest + lineWidth));
  }
}
