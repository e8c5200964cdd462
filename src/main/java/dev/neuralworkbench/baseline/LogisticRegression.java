package dev.neuralworkbench.baseline;

import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.nn.function.OutputFunction;
import org.ejml.data.FMatrixRMaj;

/**
 * Logistic regression with a penalty on its weights, Σ cross-entropy + 1/(2C) Σ w² with C = 1, at
 * its optimum: what scikit-learn's {@code LogisticRegression} is unless told otherwise, by Newton's
 * method. Without the penalty the weights grow without end where a line separates the rows, and on
 * other rows the answers are surer than they are right; beside such a straw man any network would
 * look good.
 */
public final class LogisticRegression implements Baseline {

  /** Weight of the loss beside the penalty. */
  public static final double C = 1;

  private static final double MOST_OPERATIONS = 2e9;

  private final NewtonFit fit;

  private LogisticRegression(NewtonFit fit) {
    this.fit = fit;
  }

  /** Whether a step of the fit takes no more than about a second. */
  static boolean isFeasible(int rows, int inputs, ClassTargets targets) {
    var parameters = (inputs + 1.0) * Math.max(1, targets.classCount() - 1);
    return (rows + 4 * parameters) * parameters * parameters < MOST_OPERATIONS;
  }

  /**
   * Fits.
   *
   * @param inputs (rows × inputs). Not modified.
   * @param targets one class a row, of at least two
   */
  public static LogisticRegression of(FMatrixRMaj inputs, ClassTargets targets) {
    var rows = new SoftmaxRows(inputs, targets, WeightPenalty.of(C, targets.rows()));
    return new LogisticRegression(NewtonFit.of(rows, _ -> false));
  }

  /** Training rows that the fitted model gets wrong. */
  public int errors() {
    return fit.state().errors();
  }

  /** Weight of an input in the logit of a class, less that in the logit of class 0. */
  public double weight(int input, int c) {
    return fit.model().weight(input, c);
  }

  /** Bias in the logit of a class, less that of class 0. */
  public double bias(int c) {
    return fit.model().bias(c);
  }

  @Override
  public FMatrixRMaj outputs(FMatrixRMaj inputs) {
    return fit.model().logits(inputs);
  }

  @Override
  public OutputFunction outputFunction() {
    return OutputFunction.SOFTMAX;
  }
}
