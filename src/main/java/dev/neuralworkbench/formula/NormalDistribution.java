package dev.neuralworkbench.formula;

/** The normal distribution in double. */
public final class NormalDistribution {

  /** Beyond, Φ is 0 or 1 within the rounding of a double. */
  private static final double FAR = 8.5;

  private NormalDistribution() {}

  /** φ(z) = e^(−z²/2) / √(2π). */
  public static double density(double z) {
    return StrictMath.exp(-0.5 * z * z) / StrictMath.sqrt(2 * StrictMath.PI);
  }

  /**
   * Φ(z) = 1/2 + φ(z) (z + z³/3 + z⁵/(3 · 5) + …), whose terms all have one sign; Marsaglia 2004,
   * "Evaluating the normal distribution", equation 3. Within 1e-15.
   */
  public static double distribution(double z) {
    if (StrictMath.abs(z) > FAR) {
      return z > 0 ? 1 : 0;
    }
    var sum = z;
    var term = z;
    for (var i = 3; sum + term != sum; i += 2) {
      term *= z * z / i;
      sum += term;
    }
    return 0.5 + density(z) * sum;
  }
}
