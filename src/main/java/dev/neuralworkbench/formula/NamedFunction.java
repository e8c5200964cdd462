package dev.neuralworkbench.formula;

/** A function with a name of its own in formulas. */
public enum NamedFunction {
  /** eˣ. */
  EXP("e"),
  /** Natural logarithm. */
  LN("ln"),
  /** Hyperbolic tangent. */
  TANH("tanh"),
  /** The sine. */
  SIN("sin"),
  /** The larger of two. */
  MAX("max"),
  /** The smaller of two. */
  MIN("min"),
  /** −1, 0 or 1. */
  SIGN("sgn"),
  /** The error function. */
  ERF("erf");

  /** Beyond, the normal distribution is 0 or 1 within the rounding of a double. */
  private static final double FAR = 8.5;

  /** How it is written. */
  public final String symbol;

  NamedFunction(String symbol) {
    this.symbol = symbol;
  }

  /** Its number. */
  public double value(double... x) {
    return switch (this) {
      case EXP -> StrictMath.exp(x[0]);
      case LN -> StrictMath.log(x[0]);
      case TANH -> StrictMath.tanh(x[0]);
      case SIN -> StrictMath.sin(x[0]);
      case MAX -> StrictMath.max(x[0], x[1]);
      case MIN -> StrictMath.min(x[0], x[1]);
      case SIGN -> StrictMath.signum(x[0]);
      case ERF -> 2 * normal(x[0] * StrictMath.sqrt(2)) - 1;
    };
  }

  /**
   * Φ(z) = 1/2 + φ(z) (z + z³/3 + z⁵/(3 · 5) + …), the normal distribution, whose terms all have
   * one sign; Marsaglia 2004, "Evaluating the normal distribution", equation 3. Within 1e-15.
   */
  private static double normal(double z) {
    if (!(StrictMath.abs(z) <= FAR)) {
      return z > 0 ? 1 : z < 0 ? 0 : Double.NaN;
    }
    var sum = z;
    var term = z;
    for (var i = 3; sum + term != sum; i += 2) {
      term *= z * z / i;
      sum += term;
    }
    // φ(z) = e^(−z²/2) / √(2π).
    var density = StrictMath.exp(-0.5 * z * z) / StrictMath.sqrt(2 * StrictMath.PI);
    return 0.5 + density * sum;
  }
}
