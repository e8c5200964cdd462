package dev.neuralworkbench.metrics;

/**
 * The mean squared error of probabilities (Brier 1950), lower is better. Of one class it is 1/n Σ
 * (p − y)² with y 1 for rows of the class and 0 for others, in [0, 1]: scikit-learn's {@code
 * brier_score_loss}. Of all classes it is 1/n Σ Σc (p(c) − y(c))², in [0, 2]; with two classes
 * twice the former.
 */
public final class BrierScore {

  private BrierScore() {}

  /** (p − y)² of a row. */
  public static double ofRow(double probability, boolean isPositive) {
    var error = probability - (isPositive ? 1 : 0);
    return error * error;
  }

  /**
   * Σc (p(c) − y(c))² of a row.
   *
   * @param probabilities one for each class. Not modified.
   */
  public static double ofRow(double[] probabilities, int actual) {
    var sum = 0.0;
    for (var c = 0; c < probabilities.length; c++) {
      sum += ofRow(probabilities[c], c == actual);
    }
    return sum;
  }
}
