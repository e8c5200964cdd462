package dev.neuralworkbench.metrics;

import org.ejml.data.DMatrixRMaj;

/**
 * The mean negative logarithm of the probability given to the true class. It is taken from logits
 * wherever a model has them: a probability is 1 beyond a logit of some 37, and hides how sure a
 * mistake was.
 */
public final class LogLoss {

  /** A double that is wrong by this much beside 1 is right: no smaller probability is known. */
  private static final double LEAST = 0x1p-52;

  private LogLoss() {}

  /**
   * 1/n Σ (log Σ exp z(row, ·) − z(row, actual(row))), for a single logit log(1 + exp(∓z)): what
   * NumPy's {@code logaddexp} makes of it, without a limit.
   *
   * @param logits (rows × classes), or (rows × 1) with that of class 1 of two. Not modified.
   * @param actual true class of each row. Not modified.
   * @return NaN without rows
   */
  public static double of(DMatrixRMaj logits, int[] actual) {
    Lengths.requireEqual(actual.length, logits.numRows);
    var sum = 0.0;
    for (var row = 0; row < actual.length; row++) {
      sum += ofRow(logits, row, actual[row]);
    }
    return sum / actual.length;
  }

  private static double ofRow(DMatrixRMaj logits, int row, int actual) {
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
   * −1/n Σ log p(row, actual(row)), for models without logits, such as those that a squared error
   * trained. What is below 2⁻⁵², the spacing of doubles at 1, counts as that: as in scikit-learn.
   *
   * @param probabilities (rows × classes), or (rows × 1) with that of class 1 of two. Not modified.
   * @param actual true class of each row. Not modified.
   * @return NaN without rows
   */
  public static double ofProbabilities(DMatrixRMaj probabilities, int[] actual) {
    Lengths.requireEqual(actual.length, probabilities.numRows);
    var sum = 0.0;
    for (var row = 0; row < actual.length; row++) {
      var probability =
          probabilities.numCols == 1
              ? (actual[row] == 1 ? probabilities.data[row] : 1.0 - probabilities.data[row])
              : probabilities.get(row, actual[row]);
      sum -= StrictMath.log(Math.max(probability, LEAST));
    }
    return sum / actual.length;
  }
}
