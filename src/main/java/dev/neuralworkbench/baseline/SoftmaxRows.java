package dev.neuralworkbench.baseline;

import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** Rows that a {@link SoftmaxModel} is fitted to: loss, gradient, Hessian and errors on them. */
final class SoftmaxRows {

  private final FMatrixRMaj inputs;
  private final int[] actual;
  private final int classes;
  private final WeightPenalty penalty;
  private final float @Nullable [] weights; // of the classes

  SoftmaxRows(FMatrixRMaj inputs, ClassTargets targets, WeightPenalty penalty) {
    if (inputs.numRows != targets.rows()) {
      throw new IllegalArgumentException(
          "expected " + inputs.numRows + " targets, received " + targets.rows());
    }
    this.inputs = inputs;
    actual = targets.classes();
    classes = targets.classCount();
    this.penalty = penalty;
    weights = targets.classWeights();
  }

  /** How much a row counts, by its class. */
  private double weight(int c) {
    return weights == null ? 1 : weights[c];
  }

  /** The model that every row is undecided by. */
  SoftmaxModel start() {
    return SoftmaxModel.zero(inputs.numCols, classes);
  }

  /**
   * What a model is on the rows.
   *
   * @param loss mean cross-entropy and penalty
   * @param errors rows predicted as another class; where none is, a slight change of the biases
   *     also parts the classes that tie, so the rows are separable
   * @param gradient dL/dθ; not to be modified
   * @param hessian d²L/dθ², the columns; for one use, which may modify them
   */
  @SuppressWarnings("ArrayRecordComponent") // For one use each.
  record State(double loss, int errors, double[] gradient, double[][] hessian) {

    double largestGradient() {
      return Arrays.stream(gradient).map(Math::abs).max().orElse(0);
    }
  }

  /** Mean cross-entropy of a model, and its penalty. */
  double loss(SoftmaxModel model) {
    var probabilities = new double[classes];
    var loss = 0.0;
    for (var row = 0; row < actual.length; row++) {
      loss += weight(actual[row]) * loss(model, row, probabilities);
    }
    return loss / actual.length + penalty.loss(model);
  }

  private double loss(SoftmaxModel model, int row, double[] probabilities) {
    model.logits(inputs, row, probabilities);
    var logit = probabilities[actual[row]];
    return SoftmaxModel.softmax(probabilities) - logit;
  }

  /** All there is to know of a model. */
  State evaluate(SoftmaxModel model) {
    var width = inputs.numCols + 1;
    var gradient = new double[(classes - 1) * width];
    var hessian = new double[gradient.length][gradient.length];
    var probabilities = new double[classes];
    var x = new double[width];
    x[width - 1] = 1;
    var loss = 0.0;
    var errors = 0;
    for (var row = 0; row < actual.length; row++) {
      loss += weight(actual[row]) * loss(model, row, probabilities);
      errors += predicted(probabilities) == actual[row] ? 0 : 1;
      for (var j = 0; j < inputs.numCols; j++) {
        x[j] = inputs.data[row * inputs.numCols + j];
      }
      add(gradient, hessian, x, probabilities, actual[row]);
    }
    penalty.addDerivatives(model, gradient, hessian);
    mirror(hessian);
    return new State(loss / actual.length + penalty.loss(model), errors, gradient, hessian);
  }

  /** The class of the largest probability; of equal ones the first. */
  private static int predicted(double[] probabilities) {
    var best = 0;
    for (var c = 1; c < probabilities.length; c++) {
      best = probabilities[c] > probabilities[best] ? c : best;
    }
    return best;
  }

  /** Adds a row's (p_c − y_c) x and p_c (δ_cd − p_d) x xᵀ, the latter above the diagonal. */
  private void add(double[] gradient, double[][] hessian, double[] x, double[] p, int actual) {
    var width = x.length;
    for (var c = 1; c < classes; c++) {
      var share = weight(actual) / this.actual.length;
      var error = share * (p[c] - (c == actual ? 1 : 0));
      for (var j = 0; j < width; j++) {
        gradient[(c - 1) * width + j] += error * x[j];
      }
      for (var d = c; d < classes; d++) {
        var curvature = share * p[c] * ((c == d ? 1 : 0) - p[d]);
        for (var j = 0; j < width; j++) {
          var column = hessian[(c - 1) * width + j];
          var weighted = curvature * x[j];
          var start = (d - 1) * width;
          for (var k = 0; k < width; k++) {
            column[start + k] += weighted * x[k];
          }
        }
      }
    }
  }

  private static void mirror(double[][] symmetric) {
    for (var i = 0; i < symmetric.length; i++) {
      for (var j = 0; j < i; j++) {
        symmetric[i][j] = symmetric[j][i];
      }
    }
  }
}
