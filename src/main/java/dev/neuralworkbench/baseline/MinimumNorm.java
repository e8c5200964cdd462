package dev.neuralworkbench.baseline;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.TriangularSolver_DDRM;
import org.ejml.dense.row.decomposition.qr.QRColPivDecompositionHouseholderColumn_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;

/**
 * The least squares solution of A x = b, and where many are equally good the shortest: x = A⁺ b. By
 * a complete orthogonal decomposition, A P = Q [R; 0] with column pivoting, then Rᵀ = Z [T; 0]
 * (Golub and Van Loan, "Matrix computations", section 5.5). Chosen over a singular value
 * decomposition, which gives the same and needs an iteration, and over EJML's solver, to which a
 * column that is short beside the others is a dependent one.
 *
 * @param solution one number for each column; not to be modified
 * @param rank how many columns are independent
 */
record MinimumNorm(DMatrixRMaj solution, int rank) {

  /**
   * Solves.
   *
   * @param a A. Modified.
   * @param b a column. Not modified.
   * @param tolerance a column is dependent if no more than this share of its length is left outside
   *     the columns chosen before
   */
  static MinimumNorm solve(DMatrixRMaj a, DMatrixRMaj b, double tolerance) {
    var count = a.numCols;
    var lengths = lengths(a);
    CommonOps_DDRM.divideCols(a, lengths);
    var pivoted = new QRColPivDecompositionHouseholderColumn_DDRM();
    pivoted.setSingularThreshold(tolerance);
    pivoted.decompose(a);
    var rank = pivoted.getRank();
    var order = pivoted.getColPivots();
    var r = pivoted.getR(null, true);
    var transposed = new DMatrixRMaj(count, rank);
    for (var i = 0; i < rank; i++) {
      for (var j = i; j < count; j++) {
        transposed.set(order[j], i, r.get(i, j) * lengths[order[j]]);
      }
    }
    var right = new DMatrixRMaj(a.numRows, 1);
    CommonOps_DDRM.multTransA(pivoted.getQ(null, false), b, right);
    right.reshape(rank, 1, true);
    var shortest = DecompositionFactory_DDRM.qr(count, rank);
    shortest.decompose(transposed);
    TriangularSolver_DDRM.solveTranU(shortest.getR(null, true).data, right.data, rank);
    var solution = new DMatrixRMaj(count, 1);
    CommonOps_DDRM.mult(shortest.getQ(null, true), right, solution);
    return new MinimumNorm(solution, rank);
  }

  /** Of each column; 1 where all is 0. */
  private static double[] lengths(DMatrixRMaj a) {
    var lengths = new double[a.numCols];
    for (var i = 0; i < a.getNumElements(); i++) {
      lengths[i % a.numCols] += a.data[i] * a.data[i];
    }
    return Arrays.stream(lengths).map(it -> it == 0 ? 1 : Math.sqrt(it)).toArray();
  }
}
