package dev.neuralworkbench.baseline;

import dev.neuralworkbench.baseline.Baseline.LogisticRegression;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import org.ejml.data.FMatrixRMaj;

/**
 * Whether a linear model can tell rows apart, found by logistic regression without a penalty: class
 * 0 has logit 0, every other class c has x w_c + b_c, and the mean cross-entropy is minimized.
 * Where a linear model separates the rows there is no optimum, the weights grow without end; the
 * search stops at the first weights that separate.
 *
 * <p>Why an optimum that errs proves that nothing separates: if weights u of length 1 gave every
 * row a margin of at least m, moving along u would lower the loss at a rate of at least m/2 for
 * every row in error, so the gradient could not vanish there.
 */
public record LinearSeparation(NewtonFit fit) {

  /** Whether a linear model can tell all training rows apart. */
  public enum Separability {
    /** One was found that does. */
    SEPARABLE,
    /** The converged optimum of logistic regression still errs, so none can. */
    NOT_SEPARABLE,
    /** The optimum was not reached. */
    UNDECIDED
  }

  /**
   * Searches.
   *
   * @param inputs (rows × inputs). Not modified.
   * @param targets one class a row, of at least two
   */
  public static LinearSeparation of(FMatrixRMaj inputs, ClassTargets targets) {
    var rows = new SoftmaxRows(inputs, targets, WeightPenalty.NONE);
    return new LinearSeparation(NewtonFit.of(rows, state -> state.errors() == 0));
  }

  /**
   * Whether a linear model can tell the rows apart that one was fitted to.
   *
   * @param fitted a model of them, which may do so itself
   * @param inputs (rows × inputs). Not modified.
   */
  public static Separability of(
      LogisticRegression fitted, FMatrixRMaj inputs, ClassTargets targets) {
    return fitted.errors() == 0 ? Separability.SEPARABLE : of(inputs, targets).separability();
  }

  public Separability separability() {
    if (errors() == 0) {
      return Separability.SEPARABLE;
    }
    return fit.isOptimum() ? Separability.NOT_SEPARABLE : Separability.UNDECIDED;
  }

  /** Rows that the weights found get wrong. */
  public int errors() {
    return fit.state().errors();
  }
}
