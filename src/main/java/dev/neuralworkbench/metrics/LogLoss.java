package dev.neuralworkbench.metrics;

import org.ejml.data.DMatrixRMaj;

/**
 * The negative logarithm of the probability given to the true class. It is taken from logits
 * wherever a model has them: a probability is 1 beyond a logit of some 37, and hides how sure a
 * mistake was.
 */
public final class LogLoss {

  /** A double that is wrong by this much beside 1 is right: no smaller probability is known. */
  private static final double LEAST = 0x1p-52;

  private LogLoss() {}

  /**
   * log Σ exp z(row, ·) − z(row, actual) of a row, for a single logit log(1 + exp(∓z)): what
   * NumPy's {@code logaddexp} makes of it, without a limit.
   *
   * @param logits (rows × classes), or (rows × 1) with that of class 1 of two. Not modified.
   * @param actual true class of the row
   */
  public static double ofRow(DMatrixRMaj logits, int row, int actual) {
    if (logits.numCols == 1) {
      var against = actual == 1 ? -logits.data[row] : logits.data[row];
      return Math.max(against, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(against)));
    }
    var start = row * logits.numCols;
    var best = PredictedClasses.largest(logits, row);
    var most = logits.data[start + best];
    var behind = 0.0;
    for (var c = 0; c < logits.numCols; c++) {
      // The largest adds the 1 of log(1 + …), which keeps what is far below it.
      behind += c == best ? 0 : StrictMath.exp(logits.data[start + c] - most);
    }
    return most - logits.data[start + actual] + StrictMath.log1p(behind);
  }

  /**
   * −log p of a probability, for models without logits, such as those that a squared error trained.
   * What is below 2⁻⁵², the spacing of doubles at 1, counts as that: as in scikit-learn.
   */
  public static double ofProbability(double probability) {
    return -StrictMath.log(Math.max(probability, LEAST));
  }
}
