package dev.neuralworkbench.nn.blas;

import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;

/**
 * The matrix products that layers need, each for a part of its result, so that several threads can
 * share one product. A result has its shape already and is none of the factors. The same part of
 * the same factors of the same shapes has the same bits every time; another part need not.
 *
 * <p>May be used by several threads at once, for parts that do not overlap.
 */
public interface Products {

  /**
   * C = A · B, some columns of it.
   *
   * @param a (m × k). Not modified.
   * @param b (k × n). Not modified.
   * @param c (m × n). Modified: columns from … to.
   * @param from first column
   * @param to column after the last
   */
  void multiply(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c, int from, int to);

  /**
   * C = A · Bᵀ, some columns of it.
   *
   * @param a (m × k). Not modified.
   * @param b (n × k). Not modified.
   * @param c (m × n). Modified: columns from … to.
   * @param from first column
   * @param to column after the last
   */
  void multiplyTransposedB(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c, int from, int to);

  /**
   * C = Aᵀ · B, or C = C + Aᵀ · B, some rows of it.
   *
   * @param a (k × m). Not modified.
   * @param b (k × n). Not modified.
   * @param c (m × n). Modified: rows from … to.
   * @param from first row
   * @param to row after the last
   * @param add whether the product is added to what is there
   */
  void multiplyTransposedA(
      FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c, int from, int to, boolean add);

  /**
   * C = A · B in double, all of it.
   *
   * @param a (m × k), k at least 1. Not modified.
   * @param b (k × n). Not modified.
   * @param c (m × n). Modified.
   */
  void multiply(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj c);

  /** What computes, for people: a library's name, version and processor. */
  String description();
}
