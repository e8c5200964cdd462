package dev.neuralworkbench.nn.blas;

import org.ejml.data.FMatrixRMaj;

/**
 * The matrix products that layers need. A result has its shape already and is none of the factors;
 * the same factors of the same shapes give the same bits every time.
 */
public interface Products {

  /**
   * C = A · B.
   *
   * @param a (m × k). Not modified.
   * @param b (k × n). Not modified.
   * @param c (m × n). Modified.
   */
  void multiply(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c);

  /**
   * C = Aᵀ · B.
   *
   * @param a (k × m). Not modified.
   * @param b (k × n). Not modified.
   * @param c (m × n). Modified.
   */
  void multiplyTransposedA(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c);

  /**
   * C = C + Aᵀ · B.
   *
   * @param a (k × m). Not modified.
   * @param b (k × n). Not modified.
   * @param c (m × n). Modified.
   */
  void multiplyAddTransposedA(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c);

  /**
   * C = A · Bᵀ.
   *
   * @param a (m × k). Not modified.
   * @param b (n × k). Not modified.
   * @param c (m × n). Modified.
   */
  void multiplyTransposedB(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c);
}
