package dev.neuralworkbench.data.prepare;

/**
 * How numbers are scaled, x′ = (x − offset) / scale, with offset and scale learned from the
 * training rows. A column without spread keeps scale 1. A numeric target is scaled like the inputs
 * and its predictions are scaled back.
 */
public enum Scaling {
  /** Mean 0 and standard deviation 1: offset = mean, scale = √(Σ(x − mean)² / n). */
  STANDARDIZE {
    @Override
    public double offset(NumberSummary summary) {
      return summary.mean();
    }

    @Override
    public double spread(NumberSummary summary) {
      return summary.deviation();
    }
  },
  /** From 0 to 1: offset = minimum, scale = maximum − minimum. */
  MIN_MAX {
    @Override
    public double offset(NumberSummary summary) {
      return summary.minimum();
    }

    @Override
    public double spread(NumberSummary summary) {
      return summary.maximum() - summary.minimum();
    }
  },
  /** As it is: offset 0, scale 1. */
  NONE {
    @Override
    public double offset(NumberSummary summary) {
      return 0;
    }

    @Override
    public double spread(NumberSummary summary) {
      return 1;
    }
  };

  /** Below this share of the largest magnitude a spread is rounding error. */
  private static final double NEGLIGIBLE = 1e-13;

  /** Largest magnitude of a number, so that sums of squares over all rows stay finite. */
  static final double LARGEST = 1e30;

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

  public abstract double offset(NumberSummary summary);

  abstract double spread(NumberSummary summary);

  public final double scale(NumberSummary summary) {
    var spread = spread(summary);
    var magnitude = Math.max(Math.abs(summary.minimum()), Math.abs(summary.maximum()));
    return spread > NEGLIGIBLE * magnitude ? spread : 1;
  }
}
