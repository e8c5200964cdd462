package dev.neuralworkbench.baseline;

import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;

/**
 * Softmax of linear logits, with class 0 as reference: z₀ = 0, z_c = x w_c + b_c. Immutable. The
 * parameters are (classes − 1) groups of the inputs' weights and the bias.
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
record SoftmaxModel(int inputs, int classes, double[] parameters) {

  /** All parameters 0: every class equally likely. */
  static SoftmaxModel zero(int inputs, int classes) {
    return new SoftmaxModel(inputs, classes, new double[(classes - 1) * (inputs + 1)]);
  }

  /** The model with {@code length · step} added to the parameters. */
  SoftmaxModel plus(double[] step, double length) {
    var moved = parameters.clone();
    for (var i = 0; i < moved.length; i++) {
      moved[i] += length * step[i];
    }
    return new SoftmaxModel(inputs, classes, moved);
  }

  double weight(int input, int c) {
    return c == 0 ? 0 : parameters[(c - 1) * (inputs + 1) + input];
  }

  double bias(int c) {
    return weight(inputs, c);
  }

  /**
   * The logits of one row.
   *
   * @param x (rows × inputs). Not modified.
   * @param logits one for each class. Modified.
   */
  void logits(FMatrixRMaj x, int row, double[] logits) {
    logits[0] = 0;
    for (var c = 1; c < classes; c++) {
      var start = (c - 1) * (inputs + 1);
      var sum = parameters[start + inputs];
      for (var j = 0; j < inputs; j++) {
        sum += parameters[start + j] * x.data[row * inputs + j];
      }
      logits[c] = sum;
    }
  }

  /**
   * Turns logits into probabilities.
   *
   * @param logits one for each class. Modified: become probabilities.
   * @return log Σ exp(logits); less the true class's logit, it is the row's cross-entropy
   */
  static double softmax(double[] logits) {
    var largest = logits[0];
    for (var logit : logits) {
      largest = Math.max(largest, logit);
    }
    // Shifted by the largest, no exponential overflows.
    var sum = 0.0;
    for (var c = 0; c < logits.length; c++) {
      logits[c] = StrictMath.exp(logits[c] - largest);
      sum += logits[c];
    }
    for (var c = 0; c < logits.length; c++) {
      logits[c] /= sum;
    }
    return largest + StrictMath.log(sum);
  }

  /**
   * Logits of some rows.
   *
   * @param x (rows × inputs). Not modified.
   * @return (rows × classes); the caller's own
   */
  DMatrixRMaj logits(FMatrixRMaj x) {
    var logits = new DMatrixRMaj(x.numRows, classes);
    var ofRow = new double[classes];
    for (var row = 0; row < x.numRows; row++) {
      logits(x, row, ofRow);
      System.arraycopy(ofRow, 0, logits.data, row * classes, classes);
    }
    return logits;
  }
}
