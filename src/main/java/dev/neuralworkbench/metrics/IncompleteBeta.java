package dev.neuralworkbench.metrics;

/**
 * The regularized incomplete beta function I(x; a, b) = 1 / B(a, b) ∫₀ˣ tᵃ⁻¹ (1 − t)ᵇ⁻¹ dt, the
 * distribution function of a beta variable. Binomial tails and Student's t ({@link StudentT})
 * follow from it. Exact to some 1e-12 of itself, in both tails.
 */
public final class IncompleteBeta {

  private static final double LEAST = 1e-300;
  private static final double CLOSE = 0x1p-52;
  private static final int MOST_TERMS = 1_000_000;

  /** From here on five terms of Stirling's series are exact. */
  private static final int LARGE = 16;

  private static final double LOG_TWO_PI = StrictMath.log(2 * Math.PI);

  private IncompleteBeta() {}

  /**
   * I(x; a, b), in [0, 1].
   *
   * @param x in [0, 1]; NaN gives NaN
   * @param a positive
   * @param b positive
   */
  public static double of(double x, double a, double b) {
    if (!(a > 0) || !(b > 0) || x < 0 || x > 1) {
      throw new IllegalArgumentException(
          "expected 0 ≤ x ≤ 1 and positive a, b, received %s, %s, %s".formatted(x, a, b));
    }
    if (Double.isNaN(x) || x == 0 || x == 1) {
      return x;
    }
    // The fraction converges fast below the mean; above it stands for the other tail.
    return x <= (a + 1) / (a + b + 2)
        ? factor(x, a, b) * fraction(x, a, b) / a
        : 1 - factor(1 - x, b, a) * fraction(1 - x, b, a) / b;
  }

  /**
   * The x at which I(x; a, b) = p, by bisection over the bits of x: positive doubles are ordered as
   * their bits are, so 62 halvings find the last one, in any tail.
   *
   * @param p in [0, 1]
   */
  public static double inverse(double p, double a, double b) {
    if (!(p >= 0) || p > 1) {
      throw new IllegalArgumentException("expected a probability, received " + p);
    }
    if (p == 1) {
      return 1;
    }
    var low = 0L;
    var high = Double.doubleToLongBits(1);
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (of(Double.longBitsToDouble(middle), a, b) < p) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Double.longBitsToDouble(low);
  }

  /**
   * xᵃ (1 − x)ᵇ / B(a, b). Large powers cancel large gammas; with x beside the mean m = a / (a + b)
   * and Stirling's formula for the gammas nothing large is left (Loader, "Fast and accurate
   * computation of binomial probabilities", 2000).
   */
  private static double factor(double x, double a, double b) {
    var n = a + b;
    var beyond = x - a / n;
    var powers = power(x, a / n, beyond, a) + power(1 - x, b / n, -beyond, b);
    var gammas = beyondStirling(n) - beyondStirling(a) - beyondStirling(b);
    return StrictMath.sqrt(a / n * b) * StrictMath.exp(powers + gammas - LOG_TWO_PI / 2);
  }

  /** exponent · log(x / mean), where x = mean + beyond. */
  private static double power(double x, double mean, double beyond, double exponent) {
    return exponent
        * (Math.abs(beyond) < mean / 2
            ? StrictMath.log1p(beyond / mean)
            : StrictMath.log(x / mean));
  }

  /** log Γ(z) − ((z − ½) log z − z + ½ log 2π): what Stirling's formula lacks. */
  private static double beyondStirling(double z) {
    var sum = 0.0;
    for (; z < LARGE; z++) {
      sum += (z + 0.5) * StrictMath.log1p(1 / z) - 1;
    }
    var r = 1 / (z * z);
    var series = 1 / 12.0 - r * (1 / 360.0 - r * (1 / 1260.0 - r * (1 / 1680.0 - r / 1188.0)));
    return sum + series / z;
  }

  /**
   * The continued fraction of DLMF 8.17.22, evaluated from the front by Lentz's algorithm: 1 / (1 +
   * d₁ / (1 + d₂ / (1 + …))).
   */
  private static double fraction(double x, double a, double b) {
    var c = 1.0;
    var d = 1 / away(1 - (a + b) * x / (a + 1));
    var value = d;
    for (var m = 1; m <= MOST_TERMS; m++) {
      var even = m * (b - m) * x / ((a + 2.0 * m - 1) * (a + 2.0 * m));
      d = 1 / away(1 + even * d);
      c = away(1 + even / c);
      value *= c * d;
      var odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1));
      d = 1 / away(1 + odd * d);
      c = away(1 + odd / c);
      value *= c * d;
      if (Math.abs(c * d - 1) <= CLOSE) {
        break;
      }
    }
    return value;
  }

  private static double away(double value) {
    return Math.abs(value) < LEAST ? LEAST : value;
  }
}
