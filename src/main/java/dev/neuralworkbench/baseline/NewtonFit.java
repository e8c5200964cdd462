package dev.neuralworkbench.baseline;

import java.util.function.Predicate;
import org.ejml.data.DMatrixRMaj;

/**
 * The minimum of a loss by Newton's method with halved steps (iteratively reweighted least squares;
 * Hastie, Tibshirani, Friedman, "The elements of statistical learning", section 4.4.1).
 *
 * @param model the model where it ended
 * @param state what the model is on the rows
 */
record NewtonFit(SoftmaxModel model, SoftmaxRows.State state) {

  private static final int MOST_ITERATIONS = 100;
  private static final int MOST_HALVINGS = 40;

  /** Largest entry of the mean loss's gradient at which the optimum counts as reached. */
  private static final double GRADIENT_TOLERANCE = 1e-9;

  /** Of columns of Xᵀ W X: the square of what is rounding in columns of floats. */
  private static final double RANK_TOLERANCE = 0x1p-40;

  /** What a mean loss may seem to rise by rounding alone. */
  private static final double ROUNDING = 1e-13;

  /**
   * Fits from weights of 0 on.
   *
   * @param enough ends the fit before its optimum
   */
  static NewtonFit of(SoftmaxRows rows, Predicate<SoftmaxRows.State> enough) {
    var model = rows.start();
    for (var iteration = 0; ; iteration++) {
      var state = rows.evaluate(model);
      var fit = new NewtonFit(model, state);
      if (enough.test(state) || fit.isOptimum() || iteration == MOST_ITERATIONS) {
        return fit;
      }
      var next = lower(rows, model, state);
      if (next.equals(model)) {
        return fit;
      }
      model = next;
    }
  }

  /** Whether the loss falls nowhere from here. */
  boolean isOptimum() {
    return state.largestGradient() < GRADIENT_TOLERANCE;
  }

  /**
   * The model after a Newton step, halved until the loss falls; the same model if it never does.
   */
  private static SoftmaxModel lower(SoftmaxRows rows, SoftmaxModel model, SoftmaxRows.State state) {
    var hessian = new DMatrixRMaj(state.hessian());
    var gradient = new DMatrixRMaj(state.gradient());
    var step = MinimumNorm.solve(hessian, gradient, RANK_TOLERANCE).solution().data;
    var length = -1.0;
    for (var halving = 0; halving < MOST_HALVINGS; halving++) {
      var next = model.plus(step, length);
      if (rows.loss(next) <= state.loss() + ROUNDING) {
        return next;
      }
      length /= 2;
    }
    return model;
  }
}
