package dev.neuralworkbench.baseline;

import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * Linear regression in closed form: w and b that minimize Σ (x w + b − y)², and of many equally
 * good ones those with the least ‖w‖² + b². One-hot inputs beside a bias are always dependent, so
 * there usually are many.
 */
public final class LeastSquares implements Baseline {

  /** Inputs are floats: what is left of a dependent one is rounding, some 2⁻²⁴ of its length. */
  private static final double TOLERANCE = 0x1p-20;

  private static final int BLOCK_ROWS = 512;
  private static final double MOST_OPERATIONS = 2e10;

  private final double[] weights;
  private final int rank;

  private LeastSquares(double[] weights, int rank) {
    this.weights = weights;
    this.rank = rank;
  }

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
    var triangle = triangle(inputs, targets);
    var size = inputs.numCols + 1;
    var columns = CommonOps_DDRM.extract(triangle, 0, size + 1, 0, size);
    var right = CommonOps_DDRM.extract(triangle, 0, size + 1, size, size + 1);
    var solved = MinimumNorm.solve(columns, right, TOLERANCE);
    return new LeastSquares(solved.solution().data, solved.rank());
  }

  /**
   * The triangle that reflections make of the columns inputs, 1 and targets. Rows are taken in
   * blocks under the triangle so far, so that memory does not grow with them.
   */
  private static DMatrixRMaj triangle(FMatrixRMaj inputs, double[] targets) {
    var size = inputs.numCols + 2;
    var triangle = new DMatrixRMaj(size, size);
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

  public double weight(int input) {
    return weights[input];
  }

  public double bias() {
    return weights[weights.length - 1];
  }

  /** How many of the inputs and the bias are independent. */
  public int rank() {
    return rank;
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
  public FMatrixRMaj outputs(FMatrixRMaj inputs) {
    var values = new FMatrixRMaj(inputs.numRows, 1);
    for (var row = 0; row < inputs.numRows; row++) {
      values.data[row] = (float) predict(inputs, row);
    }
    return values;
  }
}
