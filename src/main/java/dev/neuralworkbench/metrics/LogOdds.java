package dev.neuralworkbench.metrics;

import org.ejml.data.DMatrixRMaj;

/**
 * What logits say of one class against all others: log p − log(1 − p) = z − log Σ exp of the
 * others' z. It rises with p, and tells rows apart whose probabilities are 1 both.
 */
public final class LogOdds {

  private LogOdds() {}

  /**
   * The odds of every class.
   *
   * @param logits (rows × classes), or (rows × 1) with that of class 1 of two. Not modified.
   * @return (rows × classes), the caller's own; a single logit is the log odds itself, and returned
   *     as it is
   */
  public static DMatrixRMaj of(DMatrixRMaj logits) {
    if (logits.numCols == 1) {
      return logits;
    }
    var classes = logits.numCols;
    var odds = new DMatrixRMaj(logits.numRows, classes);
    var shares = new double[classes];
    for (var row = 0; row < logits.numRows; row++) {
      var start = row * classes;
      var best = PredictedClasses.largest(logits, row);
      var most = logits.data[start + best];
      var second = second(logits.data, start, classes, best);
      // Those behind the largest, shifted by the second, so that nothing over- or underflows.
      var behind = 0.0;
      for (var c = 0; c < classes; c++) {
        shares[c] = c == best ? 0 : StrictMath.exp(logits.data[start + c] - second);
        behind += shares[c];
      }
      var scale = StrictMath.exp(second - most);
      for (var c = 0; c < classes; c++) {
        var others =
            c == best
                ? second + StrictMath.log(behind)
                : most + StrictMath.log1p(scale * (behind - shares[c]));
        odds.data[start + c] = logits.data[start + c] - others;
      }
    }
    return odds;
  }

  /** The largest logit of a row but that of the best class. */
  private static double second(double[] z, int start, int classes, int best) {
    var most = Double.NEGATIVE_INFINITY;
    for (var c = 0; c < classes; c++) {
      most = c == best ? most : Math.max(most, z[start + c]);
    }
    return most;
  }
}
