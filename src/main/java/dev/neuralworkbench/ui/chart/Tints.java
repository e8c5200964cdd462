package dev.neuralworkbench.ui.chart;

import java.util.List;

public sealed interface Tints {

  /** Classes, each with a colour and a marker of its own; a shade is the index of a class. */
  record Classes(List<String> names) implements Tints {

    public Classes {
      names = List.copyOf(names);
    }
  }

  /** Numbers on one scale; a shade is the number itself. */
  sealed interface Scale extends Tints {

    String name();

    Span range();

    double middle();
  }

  /** Numbers from low to high; on a logarithmic scale equal ratios are equal steps, above 0. */
  record Values(String name, Span range, boolean logarithmic) implements Scale {

    public Values(String name, Span range) {
      this(name, range, false);
    }

    /** Where a number stands on the scale: 0 at its low end, 1 at its high one. */
    public double share(double value) {
      if (!(range.length() > 0)) {
        return 0.5;
      }
      var share =
          logarithmic
              ? Math.log(value / range.least()) / Math.log(range.greatest() / range.least())
              : (value - range.least()) / range.length();
      return Math.clamp(share, 0, 1);
    }

    @Override
    public double middle() {
      return logarithmic
          ? Math.sqrt(range.least() * range.greatest())
          : (range.least() + range.greatest()) / 2;
    }
  }

  record Signed(String name, double end) implements Scale {

    @Override
    public Span range() {
      return new Span(-end, end);
    }

    @Override
    public double middle() {
      return 0;
    }
  }

  record Plain() implements Tints {}
}
