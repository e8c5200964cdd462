package dev.neuralworkbench.metrics;

/**
 * Student's t distribution: of a mean over its estimated standard error. With ν degrees of freedom
 * and x = ν / (ν + t²), the tail beyond |t| is ½ I(x; ν/2, ½).
 */
public final class StudentT {

  private StudentT() {}

  /**
   * P(T ≤ t), in [0, 1].
   *
   * @param t any number, infinite too; NaN gives NaN
   * @param freedom degrees of freedom ν, positive
   */
  public static double cdf(double t, double freedom) {
    if (Double.isInfinite(t)) {
      return t > 0 ? 1 : 0;
    }
    // Near the middle the tail is ½ less the part within: x is all but 1 there.
    var square = t * t;
    var tail =
        square < 1
            ? 0.5 - IncompleteBeta.of(square / (freedom + square), 0.5, freedom / 2) / 2
            : IncompleteBeta.of(freedom / (freedom + square), freedom / 2, 0.5) / 2;
    return t > 0 ? 1 - tail : tail;
  }

  /**
   * The t at which P(T ≤ t) = p.
   *
   * @param p in [0, 1]; infinite at its ends
   * @param freedom degrees of freedom ν, positive
   */
  public static double quantile(double p, double freedom) {
    var tail = Math.min(p, 1 - p);
    double square;
    if (tail > 0.25) {
      var within = IncompleteBeta.inverse(Math.abs(2 * p - 1), 0.5, freedom / 2);
      square = freedom * within / (1 - within);
    } else {
      var beyond = IncompleteBeta.inverse(2 * tail, freedom / 2, 0.5);
      square = freedom * (1 - beyond) / beyond;
    }
    return p < 0.5 ? -Math.sqrt(square) : Math.sqrt(square);
  }
}
