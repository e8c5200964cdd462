package dev.neuralworkbench.baseline;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.nn.function.OutputFunction;
import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.mult.VectorVectorMult_DDRM;

/** An answer without a network, learned from training rows. Immutable. */
public sealed interface Baseline {

  /**
   * Answers in the form of a network's, so that they are judged alike: what {@link #outputFunction}
   * makes probabilities of, (rows × classes), or scaled numbers (rows × 1).
   *
   * @param inputs prepared inputs, (rows × inputs). Not modified.
   * @return the caller's own
   */
  DMatrixRMaj outputs(FMatrixRMaj inputs);

  /** What makes probabilities of the outputs: softmax of logits, otherwise the identity. */
  default OutputFunction outputFunction() {
    return OutputFunction.IDENTITY;
  }

  /**
   * The answer that looks at no input: the most frequent class, or the mean.
   *
   * @param training at least one row
   */
  static Baseline constant(Dataset training) {
    return switch (training.targets()) {
      case ClassTargets classes -> Majority.of(classes);
      case ValueTargets values -> Mean.of(values);
    };
  }

  /**
   * The linear model: logistic regression for classes, least squares for numbers.
   *
   * @param training at least one row
   * @return empty where so many inputs and classes would take too long
   */
  static Optional<Baseline> linear(Dataset training) {
    return switch (training.targets()) {
      case ClassTargets classes ->
          LogisticRegression.isFeasible(training.rows(), training.inputs().numCols, classes)
              ? Optional.of(LogisticRegression.of(training.inputs(), classes))
              : Optional.empty();
      case ValueTargets values ->
          LeastSquares.isFeasible(training.rows(), training.inputs().numCols)
              ? Optional.of(LeastSquares.of(training.inputs(), values))
              : Optional.empty();
    };
  }

  /** The most frequent class of the training rows, with the share of every class as probability. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  record Majority(double[] shares) implements Baseline {

    /**
     * Counts.
     *
     * @param targets at least one row
     */
    public static Majority of(ClassTargets targets) {
      var counts = new int[targets.classCount()];
      for (var index : targets.classes()) {
        counts[index]++;
      }
      var shares = new double[counts.length];
      for (var c = 0; c < counts.length; c++) {
        shares[c] = counts[c] / (double) targets.rows();
      }
      return new Majority(shares);
    }

    @Override
    public DMatrixRMaj outputs(FMatrixRMaj inputs) {
      var probabilities = new DMatrixRMaj(inputs.numRows, shares.length);
      for (var row = 0; row < inputs.numRows; row++) {
        System.arraycopy(shares, 0, probabilities.data, row * shares.length, shares.length);
      }
      return probabilities;
    }
  }

  /** The mean target of the training rows. */
  record Mean(double mean) implements Baseline {

    /**
     * Takes the mean.
     *
     * @param targets at least one row of one number
     */
    public static Mean of(ValueTargets targets) {
      var sum = 0.0;
      for (var row = 0; row < targets.rows(); row++) {
        sum += targets.values().get(row, 0);
      }
      return new Mean(sum / targets.rows());
    }

    @Override
    public DMatrixRMaj outputs(FMatrixRMaj inputs) {
      var values = new DMatrixRMaj(inputs.numRows, 1);
      values.fill(mean);
      return values;
    }
  }

  /**
   * Linear regression in closed form: w and b that minimize Σ (x w + b − y)², and of many equally
   * good ones those with the least ‖w‖² + b². One-hot inputs beside a bias are always dependent, so
   * there usually are many.
   *
   * @param weights w, and last b. Not to be modified.
   * @param rank how many of the inputs and the bias are independent
   */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
  record LeastSquares(double[] weights, int rank) implements Baseline {

    /** Inputs are floats: what is left of a dependent one is rounding, some 2⁻²⁴ of its length. */
    private static final double TOLERANCE = 0x1p-20;

    private static final int BLOCK_ROWS = 512;
    private static final double MOST_OPERATIONS = 2e10;

    /** Whether the fit takes no more than some tens of seconds. */
    static boolean isFeasible(int rows, int inputs) {
      return 2.0 * (rows + 4.0 * inputs) * inputs * inputs < MOST_OPERATIONS;
    }

    /**
     * Fits scaled targets.
     *
     * @param inputs (rows × inputs). Not modified.
     * @param targets (rows × 1). Not modified.
     */
    public static LeastSquares of(FMatrixRMaj inputs, ValueTargets targets) {
      var values = new double[targets.rows()];
      Arrays.setAll(values, row -> targets.values().get(row, 0));
      return of(inputs, values);
    }

    /**
     * Fits targets of any unit.
     *
     * @param inputs (rows × inputs). Not modified.
     * @param targets one number a row. Not modified.
     */
    public static LeastSquares of(FMatrixRMaj inputs, double[] targets) {
      if (inputs.numRows != targets.length) {
        throw new IllegalArgumentException(
            "expected " + inputs.numRows + " targets, received " + targets.length);
      }
      var solved = solve(triangle(inputs, targets, 0));
      return new LeastSquares(solved.solution().data, solved.rank());
    }

    /** The least of Σ (x w + b − y)² / n + λ/2 Σ w² over n rows: what is left is one length. */
    static double least(FMatrixRMaj inputs, double[] targets, double strength) {
      var triangle = triangle(inputs, targets, Math.sqrt(targets.length * strength / 2));
      var best = solve(triangle).solution();
      best.reshape(triangle.numCols, 1, true);
      best.set(triangle.numCols - 1, -1);
      var left = new DMatrixRMaj(triangle.numRows, 1);
      CommonOps_DDRM.mult(triangle, best, left);
      return VectorVectorMult_DDRM.innerProd(left, left) / targets.length;
    }

    private static MinimumNorm solve(DMatrixRMaj triangle) {
      var size = triangle.numCols - 1;
      var columns = CommonOps_DDRM.extract(triangle, 0, size + 1, 0, size);
      var right = CommonOps_DDRM.extract(triangle, 0, size + 1, size, size + 1);
      return MinimumNorm.solve(columns, right, TOLERANCE);
    }

    /**
     * The triangle that reflections make of the columns inputs, 1 and targets. Rows are taken in
     * blocks under the triangle so far, so that memory does not grow with them.
     *
     * @param price square root of what the square of a weight costs: a row of its own for each
     */
    private static DMatrixRMaj triangle(FMatrixRMaj inputs, double[] targets, double price) {
      var size = inputs.numCols + 2;
      var triangle = new DMatrixRMaj(size, size);
      for (var j = 0; j < inputs.numCols; j++) {
        triangle.set(j, j, price);
      }
      var block = new DMatrixRMaj(size + BLOCK_ROWS, size);
      var qr = DecompositionFactory_DDRM.qr(block.numRows, size);
      for (var from = 0; from < targets.length; from += BLOCK_ROWS) {
        block.zero();
        CommonOps_DDRM.insert(triangle, block, 0, 0);
        for (var i = 0; i < Math.min(BLOCK_ROWS, targets.length - from); i++) {
          for (var j = 0; j < inputs.numCols; j++) {
            block.set(size + i, j, inputs.get(from + i, j));
          }
          block.set(size + i, size - 2, 1);
          block.set(size + i, size - 1, targets[from + i]);
        }
        qr.decompose(block);
        qr.getR(triangle, true);
      }
      return triangle;
    }

    public double bias() {
      return weights[weights.length - 1];
    }

    /** The answer x w + b for one row, in the unit of the targets. */
    public double predict(FMatrixRMaj inputs, int row) {
      var sum = bias();
      for (var j = 0; j < inputs.numCols; j++) {
        sum += weights[j] * inputs.get(row, j);
      }
      return sum;
    }

    @Override
    public DMatrixRMaj outputs(FMatrixRMaj inputs) {
      var values = new DMatrixRMaj(inputs.numRows, 1);
      for (var row = 0; row < inputs.numRows; row++) {
        values.data[row] = predict(inputs, row);
      }
      return values;
    }
  }

  /**
   * Logistic regression with a penalty on its weights, Σ cross-entropy + 1/(2C) Σ w² with C = 1, at
   * its optimum: what scikit-learn's {@code LogisticRegression} is unless told otherwise, by
   * Newton's method. Without the penalty the weights grow without end where a line separates the
   * rows, and on other rows the answers are surer than they are right; beside such a straw man any
   * network would look good.
   */
  record LogisticRegression(NewtonFit fit) implements Baseline {

    /** Weight of the loss beside the penalty. */
    public static final double C = 1;

    private static final double MOST_OPERATIONS = 2e9;

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
    public DMatrixRMaj outputs(FMatrixRMaj inputs) {
      return fit.model().logits(inputs);
    }

    @Override
    public OutputFunction outputFunction() {
      return OutputFunction.SOFTMAX;
    }
  }
}
