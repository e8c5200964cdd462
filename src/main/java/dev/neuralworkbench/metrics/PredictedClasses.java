package dev.neuralworkbench.metrics;

import org.ejml.data.FMatrixRMaj;

/** The class that probabilities, or any scores, speak for. */
public final class PredictedClasses {

  /** Stands for no class: a score of the row is no finite number, so it speaks for none. */
  public static final int NONE = -1;

  private PredictedClasses() {}

  /**
   * The class of the largest score of each row; of equal ones the first. One column is the
   * probability of class 1, which is then predicted above ½.
   *
   * @param scores (rows × classes), or (rows × 1) for two classes. Not modified.
   * @return one class a row, from 0 on, or {@link #NONE}; the caller's own
   */
  public static int[] of(FMatrixRMaj scores) {
    var classes = new int[scores.numRows];
    for (var row = 0; row < scores.numRows; row++) {
      classes[row] = of(scores, row);
    }
    return classes;
  }

  /**
   * The class of one row, or {@link #NONE}.
   *
   * @param scores (rows × classes), or (rows × 1) for two classes. Not modified.
   */
  public static int of(FMatrixRMaj scores, int row) {
    if (!isFinite(scores, row)) {
      return NONE;
    }
    if (scores.numCols == 1) {
      return scores.data[row] > 0.5f ? 1 : 0;
    }
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
  public static boolean isFinite(FMatrixRMaj scores, int row) {
    for (var i = row * scores.numCols; i < (row + 1) * scores.numCols; i++) {
      if (!Float.isFinite(scores.data[i])) {
        return false;
      }
    }
    return true;
  }
}
