package dev.neuralworkbench.baseline;

import java.util.Arrays;

/**
 * A Householder reflection H = I − β v vᵀ that turns a vector's tail into a multiple of its first
 * unit vector (Golub and Van Loan, "Matrix computations", section 5.1).
 */
final class Reflection {

  private final double[] v;
  private final int from;
  private final double beta;

  private Reflection(double[] v, int from, double beta) {
    this.v = v;
    this.from = from;
    this.beta = beta;
  }

  /**
   * The reflection of a column from an index on.
   *
   * @param column Modified: becomes its own reflection, zero after {@code from}.
   */
  static Reflection of(double[] column, int from) {
    var length = norm(column, from);
    if (length == 0) {
      return new Reflection(column, from, 0);
    }
    var first = column[from];
    // Away from the column's sign, so that nothing cancels.
    var image = first > 0 ? -length : length;
    var v = column.clone();
    v[from] -= image;
    Arrays.fill(column, from, column.length, 0);
    column[from] = image;
    // vᵀv = 2 length (length + |first|)
    return new Reflection(v, from, 1 / (length * (length + Math.abs(first))));
  }

  /**
   * Reflects a column.
   *
   * @param column Modified.
   */
  void apply(double[] column) {
    if (beta == 0) {
      return;
    }
    var product = 0.0;
    for (var i = from; i < v.length; i++) {
      product += v[i] * column[i];
    }
    product *= beta;
    for (var i = from; i < v.length; i++) {
      column[i] -= product * v[i];
    }
  }

  /** Euclidean length of a column from an index on. */
  static double norm(double[] column, int from) {
    var squares = 0.0;
    for (var i = from; i < column.length; i++) {
      squares += column[i] * column[i];
    }
    return Math.sqrt(squares);
  }
}
