package dev.neuralworkbench.metrics;

import org.ejml.data.FMatrixRMaj;

/** The mean negative logarithm of the probability given to the true class. */
public final class LogLoss {

  /** Probabilities are kept this far from 0 and 1, so that one sure mistake is not infinite. */
  private static final double LEAST = 0x1p-23;

  private LogLoss() {}

  /**
   * −1/n Σ log p(row, actual(row)), with p clipped to 2⁻²³ … 1 − 2⁻²³, the spacing of floats at 1.
   *
   * @param probabilities (rows × classes), or (rows × 1) with that of class 1 of two. Not modified.
   * @param actual true class of each row. Not modified.
   * @return NaN without rows
   */
  public static double of(FMatrixRMaj probabilities, int[] actual) {
    Lengths.requireEqual(actual.length, probabilities.numRows);
    var sum = 0.0;
    for (var row = 0; row < actual.length; row++) {
      var probability =
          probabilities.numCols == 1
              ? (actual[row] == 1 ? probabilities.data[row] : 1.0 - probabilities.data[row])
              : probabilities.get(row, actual[row]);
      sum -= StrictMath.log(Math.clamp(probability, LEAST, 1 - LEAST));
    }
    return sum / actual.length;
  }
}
