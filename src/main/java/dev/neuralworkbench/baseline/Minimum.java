package dev.neuralworkbench.baseline;

import dev.neuralworkbench.baseline.Baseline.LeastSquares;
import dev.neuralworkbench.baseline.Baseline.LogisticRegression;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.ops.ConvertMatrixData;

/**
 * The least value of a network's objective without hidden layers: mean loss and λ/2 Σ w² over
 * weights, not biases. It has one least value, however many weights attain it, since the objective
 * is convex.
 */
public record Minimum(double value) {

  /** What is rounding beside the largest entry of XᵀX. */
  private static final double RANK_TOLERANCE = 0x1p-40;

  /**
   * Of the mean squared error of one output: the normal equations of centred columns, (XᵀX/n + λ/2
   * I) w = Xᵀy/n.
   *
   * @param inputs (rows × inputs). Not modified.
   * @param targets (rows × 1). Not modified.
   * @param strength λ, at least 0
   * @return empty where so many inputs would take too long
   */
  public static Optional<Minimum> ofSquares(
      FMatrixRMaj inputs, ValueTargets targets, double strength) {
    var n = inputs.numRows;
    var p = inputs.numCols;
    if (!LeastSquares.isFeasible(n, p)) {
      return Optional.empty();
    }
    var x = new DMatrixRMaj(n, p);
    ConvertMatrixData.convert(inputs, x);
    centre(x);
    var y = targets.values().copy();
    centre(y);
    var gram = new DMatrixRMaj(p, p);
    CommonOps_DDRM.multInner(x, gram);
    CommonOps_DDRM.scale(1.0 / n, gram);
    for (var j = 0; j < p; j++) {
      gram.add(j, j, strength / 2);
    }
    var right = new DMatrixRMaj(p, 1);
    CommonOps_DDRM.multTransA(1.0 / n, x, y, right);
    var w = MinimumNorm.solve(gram.copy(), right.copy(), RANK_TOLERANCE).solution();
    var answers = new DMatrixRMaj(n, 1);
    CommonOps_DDRM.mult(x, w, answers);
    var loss = 0.0;
    for (var row = 0; row < n; row++) {
      var error = answers.get(row) - y.get(row);
      loss += error * error / n;
    }
    return Optional.of(new Minimum(loss + strength / 2 * squares(w)));
  }

  private static double squares(DMatrixRMaj of) {
    var sum = 0.0;
    for (var value : of.data) {
      sum += value * value;
    }
    return sum;
  }

  /** Subtracts from every column its mean. */
  private static void centre(DMatrixRMaj of) {
    for (var j = 0; j < of.numCols; j++) {
      var mean = 0.0;
      for (var i = 0; i < of.numRows; i++) {
        mean += of.get(i, j) / of.numRows;
      }
      for (var i = 0; i < of.numRows; i++) {
        of.add(i, j, -mean);
      }
    }
  }

  /**
   * Of the mean cross-entropy, by Newton's method.
   *
   * @param inputs (rows × inputs). Not modified.
   * @param oneOutput whether two classes have one output; otherwise each class has its own weights
   * @param strength λ, at least 0
   * @return empty where there is none, since without a price on weights separable rows let them
   *     grow for ever, or where it would take too long
   */
  public static Optional<Minimum> ofCrossEntropy(
      FMatrixRMaj inputs, ClassTargets targets, boolean oneOutput, double strength) {
    if (!LogisticRegression.isFeasible(inputs.numRows, inputs.numCols, targets)) {
      return Optional.empty();
    }
    // Two vectors of weights that differ by v are shortest as v/2 and −v/2.
    var two = targets.classCount() == 2 && !oneOutput;
    var penalty = new WeightPenalty(two ? strength / 2 : strength);
    var rows = new SoftmaxRows(inputs, targets, penalty);
    var fit = NewtonFit.of(rows, state -> strength == 0 && state.errors() == 0);
    return fit.isOptimum() && !(strength == 0 && fit.state().errors() == 0)
        ? Optional.of(new Minimum(fit.state().loss()))
        : Optional.empty();
  }
}
