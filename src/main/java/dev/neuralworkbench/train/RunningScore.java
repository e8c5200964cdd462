package dev.neuralworkbench.train;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.PriorCorrection;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.nn.function.Loss;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * How good the answers for a data set are, added up block by block: for classes the accuracy, the
 * share of rows whose class is hit; for numbers R² = 1 − Σ(y − ŷ)² / Σ(y − ȳ)², over all outputs.
 */
final class RunningScore {

  private final boolean classes;
  private final double threshold; // of a single output, above which it says the second class
  private final int rows;
  private final double spread; // Σ(y − ȳ)²
  private final @Nullable PriorCorrection correction;
  private final double[] corrected; // a row's outputs

  private double sum; // rows hit, or Σ(y − ŷ)²

  RunningScore(Dataset data, Loss loss) {
    rows = data.rows();
    // On a logit 0 is even odds, on an output that estimates the class's index 1/2.
    threshold = loss.ownsOutputFunction() ? 0 : 0.5;
    switch (data.targets()) {
      case ClassTargets of -> {
        correction = of.correction(loss.ownsOutputFunction());
        corrected = new double[of.classCount()];
        classes = true;
        spread = 0;
      }
      case ValueTargets(var values) -> {
        correction = null;
        corrected = new double[0];
        classes = false;
        spread = spread(values);
      }
    }
  }

  double sum() {
    return sum;
  }

  /** Starts from 0, or from an earlier sum. */
  void sum(double sum) {
    this.sum = sum;
  }

  /**
   * Adds some rows' answers.
   *
   * @param outputs (at least rows × outputs), before the loss's output function. Not modified.
   * @param targets (at least rows × outputs). Not modified.
   */
  void add(FMatrixRMaj outputs, FMatrixRMaj targets, int rows) {
    var columns = outputs.numCols;
    if (classes) {
      for (var row = 0; row < rows; row++) {
        sum += isHit(outputs.data, targets.data, row * columns, columns) ? 1 : 0;
      }
    } else {
      for (var i = 0; i < rows * columns; i++) {
        double error = outputs.data[i] - targets.data[i];
        sum += error * error;
      }
    }
  }

  /** The score after all rows; NaN for numbers that are all the same, or without rows. */
  double value() {
    if (rows == 0) {
      return Double.NaN;
    }
    if (classes) {
      return sum / rows;
    }
    return spread > 0 ? 1 - sum / spread : Double.NaN;
  }

  private boolean isHit(float[] outputs, float[] targets, int start, int columns) {
    for (var c = 0; c < columns; c++) {
      corrected[c] = outputs[start + c];
    }
    if (correction != null) {
      correction.apply(corrected, 0, columns);
    }
    if (columns == 1) {
      return corrected[0] > threshold == targets[start] > 0.5f;
    }
    var best = 0;
    for (var c = 1; c < columns; c++) {
      if (corrected[c] > corrected[best]) {
        best = c;
      }
    }
    return targets[start + best] > 0.5f;
  }

  private static double spread(DMatrixRMaj values) {
    var spread = 0.0;
    for (var column = 0; column < values.numCols; column++) {
      var mean = 0.0;
      for (var row = 0; row < values.numRows; row++) {
        mean += (float) values.get(row, column) / (double) values.numRows;
      }
      for (var row = 0; row < values.numRows; row++) {
        var deviation = (float) values.get(row, column) - mean;
        spread += deviation * deviation;
      }
    }
    return spread;
  }
}
