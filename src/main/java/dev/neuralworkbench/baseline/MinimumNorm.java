package dev.neuralworkbench.baseline;

import java.util.stream.IntStream;

/**
 * The least squares solution of A x = b, and where many are equally good the shortest: x = A⁺ b. By
 * a complete orthogonal decomposition, A P = Q [R; 0] with column pivoting, then Rᵀ = Z [T; 0]
 * (Golub and Van Loan, "Matrix computations", section 5.5). Chosen over a singular value
 * decomposition, which gives the same and needs an iteration.
 */
final class MinimumNorm {

  private final double[] solution;
  private final int rank;

  private MinimumNorm(double[] solution, int rank) {
    this.solution = solution;
    this.rank = rank;
  }

  /** The solution, one number for each column; the caller's own. */
  double[] solution() {
    return solution;
  }

  /** How many columns are independent. */
  int rank() {
    return rank;
  }

  /**
   * Solves.
   *
   * @param columns the columns of A, of equal length. Modified.
   * @param right b. Modified.
   * @param tolerance a column is dependent if no more than this share of its length is left outside
   *     the columns chosen before
   */
  static MinimumNorm solve(double[][] columns, double[] right, double tolerance) {
    var count = columns.length;
    var order = IntStream.range(0, count).toArray();
    var lengths = new double[count];
    for (var j = 0; j < count; j++) {
      lengths[j] = Reflection.norm(columns[j], 0);
    }
    var rank = 0;
    while (rank < Math.min(count, right.length)) {
      var pivot = pivot(columns, order, lengths, rank, tolerance);
      if (pivot < 0) {
        break;
      }
      var chosen = order[pivot];
      order[pivot] = order[rank];
      order[rank] = chosen;
      var reflection = Reflection.of(columns[chosen], rank);
      for (var j = rank + 1; j < count; j++) {
        reflection.apply(columns[order[j]]);
      }
      reflection.apply(right);
      rank++;
    }
    var permuted = shortest(columns, order, right, rank);
    var solution = new double[count];
    for (var j = 0; j < count; j++) {
      solution[order[j]] = permuted[j];
    }
    return new MinimumNorm(solution, rank);
  }

  /** The column with the largest share of its length left, or −1 if all are dependent. */
  private static int pivot(
      double[][] columns, int[] order, double[] lengths, int rank, double tolerance) {
    var best = -1;
    var bestShare = tolerance;
    for (var j = rank; j < order.length; j++) {
      var share = Reflection.norm(columns[order[j]], rank) / lengths[order[j]];
      if (share > bestShare) {
        best = j;
        bestShare = share;
      }
    }
    return best;
  }

  /** The shortest x with R x = the first {@code rank} numbers of the right side. */
  private static double[] shortest(double[][] columns, int[] order, double[] right, int rank) {
    var count = columns.length;
    var transposed = new double[rank][count];
    for (var i = 0; i < rank; i++) {
      for (var j = i; j < count; j++) {
        transposed[i][j] = columns[order[j]][i];
      }
    }
    var reflections = new Reflection[rank];
    for (var i = 0; i < rank; i++) {
      reflections[i] = Reflection.of(transposed[i], i);
      for (var j = i + 1; j < rank; j++) {
        reflections[i].apply(transposed[j]);
      }
    }
    var x = new double[count];
    for (var i = 0; i < rank; i++) {
      var rest = right[i];
      for (var j = 0; j < i; j++) {
        rest -= transposed[i][j] * x[j];
      }
      x[i] = rest / transposed[i][i];
    }
    for (var i = rank - 1; i >= 0; i--) {
      reflections[i].apply(x);
    }
    return x;
  }
}
