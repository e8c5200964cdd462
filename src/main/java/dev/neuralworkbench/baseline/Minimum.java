package dev.neuralworkbench.baseline;

import dev.neuralworkbench.baseline.Baseline.LeastSquares;
import dev.neuralworkbench.baseline.Baseline.LogisticRegression;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/**
 * The least value of a network's objective without hidden layers: mean loss and λ/2 Σ w² over
 * weights, not biases. It has one least value, however many weights attain it, since the objective
 * is convex.
 */
public record Minimum(double value) {

  /**
   * Of the mean squared error of one output.
   *
   * @param inputs (rows × inputs). Not modified.
   * @param targets (rows × 1). Not modified.
   * @param strength λ, at least 0
   * @return empty where so many inputs would take too long
   */
  public static Optional<Minimum> ofSquares(
      FMatrixRMaj inputs, ValueTargets targets, double strength) {
    return LeastSquares.isFeasible(inputs.numRows, inputs.numCols)
        ? Optional.of(new Minimum(LeastSquares.least(inputs, targets.values().data, strength)))
        : Optional.empty();
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
