package dev.neuralworkbench.baseline;

import dev.neuralworkbench.data.ClassTargets;
import org.ejml.data.FMatrixRMaj;

/**
 * Logistic regression at its optimum: class 0 has logit 0, every other class c has x w_c + b_c, and
 * the mean cross-entropy is minimized by Newton's method with halved steps (iteratively reweighted
 * least squares; Hastie, Tibshirani, Friedman, "The elements of statistical learning", section
 * 4.4.1). Where a linear model separates the rows there is no optimum, the weights grow without
 * end; the fit stops at the first weights that separate.
 *
 * <p>Why an optimum that errs proves that nothing separates: if weights u of length 1 gave every
 * row a margin of at least m, moving along u would lower the loss at a rate of at least m/2 for
 * every row in error, so the gradient could not vanish there.
 */
public final class LogisticRegressionFit implements Baseline {

  private static final int MOST_ITERATIONS = 100;
  private static final int MOST_HALVINGS = 40;

  /** Largest entry of the mean loss's gradient at which the optimum counts as reached. */
  private static final double GRADIENT_TOLERANCE = 1e-9;

  /** Of columns of Xᵀ W X: the square of what is rounding in columns of floats. */
  private static final double RANK_TOLERANCE = 0x1p-40;

  /** What a mean loss may seem to rise by rounding alone. */
  private static final double ROUNDING = 1e-13;

  private static final double MOST_OPERATIONS = 2e9;

  private final SoftmaxModel model;
  private final Separability separability;
  private final int errors;
  private final int iterations;

  private LogisticRegressionFit(
      SoftmaxModel model, Separability separability, int errors, int iterations) {
    this.model = model;
    this.separability = separability;
    this.errors = errors;
    this.iterations = iterations;
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
  public static LogisticRegressionFit of(FMatrixRMaj inputs, ClassTargets targets) {
    var rows = new SoftmaxRows(inputs, targets);
    var model = SoftmaxModel.zero(inputs.numCols, targets.classCount());
    for (var iteration = 0; ; iteration++) {
      var state = rows.evaluate(model);
      if (state.errors() == 0) {
        return new LogisticRegressionFit(model, Separability.SEPARABLE, 0, iteration);
      }
      if (state.largestGradient() < GRADIENT_TOLERANCE) {
        return new LogisticRegressionFit(
            model, Separability.NOT_SEPARABLE, state.errors(), iteration);
      }
      var next = iteration < MOST_ITERATIONS ? lower(rows, model, state) : model;
      if (next == model) {
        return new LogisticRegressionFit(model, Separability.UNDECIDED, state.errors(), iteration);
      }
      model = next;
    }
  }

  /**
   * The model after a Newton step, halved until the loss falls; the same model if it never does.
   */
  private static SoftmaxModel lower(SoftmaxRows rows, SoftmaxModel model, SoftmaxRows.State state) {
    var step =
        MinimumNorm.solve(state.hessian(), state.gradient().clone(), RANK_TOLERANCE).solution();
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

  /** Whether a linear model can tell all training rows apart. */
  public Separability separability() {
    return separability;
  }

  /** Training rows that the fitted model gets wrong. */
  public int errors() {
    return errors;
  }

  /** Newton steps taken. */
  public int iterations() {
    return iterations;
  }

  /** Weight of an input in the logit of a class; 0 for class 0. */
  public double weight(int input, int c) {
    return model.weight(input, c);
  }

  /** Bias in the logit of a class; 0 for class 0. */
  public double bias(int c) {
    return model.bias(c);
  }

  @Override
  public FMatrixRMaj predict(FMatrixRMaj inputs) {
    var probabilities = new FMatrixRMaj(inputs.numRows, model.classes());
    var ofRow = new double[model.classes()];
    for (var row = 0; row < inputs.numRows; row++) {
      model.logits(inputs, row, ofRow);
      SoftmaxModel.softmax(ofRow);
      for (var c = 0; c < ofRow.length; c++) {
        probabilities.data[row * ofRow.length + c] = (float) ofRow[c];
      }
    }
    return probabilities;
  }
}
