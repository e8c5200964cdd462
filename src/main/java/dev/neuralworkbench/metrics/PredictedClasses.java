package dev.neuralworkbench.metrics;

import org.ejml.data.DMatrixRMaj;

/** The class that probabilities, or any scores, speak for. */
public final class PredictedClasses {

  /** Stands for no class: a score of the row is no finite number, so it speaks for none. */
  public static final int NONE = -1;

  private PredictedClasses() {}

  /**
   * The class of the largest score of each row; of equal ones the first.
   *
   * @param scores (rows × classes), or (rows × 1) for two classes. Not modified.
   * @param threshold what a single score must exceed to speak for class 1: ½ for a probability, 0
   *     for a logit
   * @return one class a row, from 0 on, or {@link #NONE}; the caller's own
   */
  public static int[] of(DMatrixRMaj scores, double threshold) {
    var classes = new int[scores.numRows];
    for (var row = 0; row < scores.numRows; row++) {
      classes[row] = of(scores, row, threshold);
    }
    return classes;
  }

  /**
   * The class of one row, or {@link #NONE}.
   *
   * @param scores (rows × classes), or (rows × 1) for two classes. Not modified.
   * @param threshold what a single score must exceed to speak for class 1
   */
  public static int of(DMatrixRMaj scores, int row, double threshold) {
    if (!isFinite(scores, row)) {
      return NONE;
    }
    if (scores.numCols == 1) {
      return scores.data[row] > threshold ? 1 : 0;
    }
    return largest(scores, row);
  }

  /** Index of the largest score of a row, of equal ones the first. */
  static int largest(DMatrixRMaj scores, int row) {
    var start = row * scores.numCols;
    var best = 0;
    for (var i = 1; i < scores.numCols; i++) {
      if (scores.data[start + i] > scores.data[start + best]) {
        best = i;
      }
    }
    return best;
  }

  /** Whether every score of a row is a finite number. */
  public static boolean isFinite(DMatrixRMaj scores, int row) {
    for (var i = row * scores.numCols; i < (row + 1) * scores.numCols; i++) {
      if (!Double.isFinite(scores.data[i])) {
        return false;
      }
    }
    return true;
  }
}
