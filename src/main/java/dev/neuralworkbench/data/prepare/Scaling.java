package dev.neuralworkbench.data.prepare;

import dev.neuralworkbench.problem.Range;

/**
 * How numbers are scaled, x′ = (x − offset) / scale, with offset and scale learned from the
 * training rows. A column without spread keeps scale 1. A numeric target is scaled like the inputs
 * and its predictions are scaled back.
 */
public enum Scaling {
  /** Mean 0 and standard deviation 1: offset = mean, scale = √(Σ(x − mean)² / n). */
  STANDARDIZE("μ", "s"),
  /** From 0 to 1: offset = minimum, scale = maximum − minimum. */
  MIN_MAX("min", "(max − min)"),
  /** Divided by the largest magnitude, so that 0 stays 0: offset 0, scale = max |x|. */
  MAX_ABS("", "max |x|"),
  /** As it is: offset 0, scale 1. */
  NONE("", "");

  /** How far a spread may be beyond its bounds by rounding. */
  private static final double ROUNDING = 1e-6;

  /** Below this share of the largest magnitude a spread is rounding error. */
  private static final double NEGLIGIBLE = 1e-13;

  /** Largest magnitude of a number, so that sums of squares over all rows stay finite. */
  public static final double LARGEST = 1e30;

  /** How a formula writes the offset; empty if there is none. */
  public final String offsetLetter;

  /** How a formula writes the scale; empty if there is none. */
  public final String scaleLetter;

  Scaling(String offsetLetter, String scaleLetter) {
    this.offsetLetter = offsetLetter;
    this.scaleLetter = scaleLetter;
  }

  /**
   * Largest magnitude of a raw number that a network can take: neither the number nor what it is
   * scaled to is beyond {@link #LARGEST}. A power of ten.
   *
   * @param scale what numbers are divided by; not 0
   */
  public static double largest(double scale) {
    var digits = StrictMath.log10(LARGEST * Math.min(1, Math.abs(scale)));
    return Double.parseDouble("1e" + (int) Math.floor(digits)); // Exact, as no power function is.
  }

  public double offset(NumberSummary summary) {
    return switch (this) {
      case STANDARDIZE -> summary.mean();
      case MIN_MAX -> summary.minimum();
      case MAX_ABS, NONE -> 0;
    };
  }

  private double spread(NumberSummary summary) {
    return switch (this) {
      case STANDARDIZE -> summary.deviation();
      case MIN_MAX -> summary.maximum() - summary.minimum();
      case MAX_ABS -> summary.magnitude();
      case NONE -> 1;
    };
  }

  /** What the spread may be, as far as smallest, largest and mean value tell it. */
  private Range spreads(NumberSummary summary, int rows) {
    if (this != STANDARDIZE) {
      return Range.closed(spread(summary), spread(summary));
    }
    // Of n values with the range r the standard deviation is r / √(2n) at least, if all but two
    // are the mean, and r / 2 at most.
    var range = summary.maximum() - summary.minimum();
    var least = (1 - ROUNDING) * range / Math.sqrt(2.0 * rows);
    return Range.closed(Math.max(Double.MIN_VALUE, least), (1 + ROUNDING) * range / 2);
  }

  /**
   * What the scale may be, as far as smallest, largest and mean value tell it: 1, which is that of
   * values without spread too, or one of a range.
   *
   * @param rows number of the values, at most
   */
  public Range scales(NumberSummary summary, int rows, double found) {
    var spreads = spreads(summary, rows);
    return found == 1 || spreads.most() <= 0 ? Range.closed(1, 1) : spreads;
  }

  public double scale(NumberSummary summary) {
    var spread = spread(summary);
    return spread > NEGLIGIBLE * summary.magnitude() ? spread : 1;
  }
}
