package dev.neuralworkbench.nn.blas;

import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/** Products by EJML: plain Java arithmetic, the same bits on every machine. Has no state. */
public final class EjmlProducts implements Products {

  /** Products by EJML. */
  public EjmlProducts() {}

  @Override
  public void multiply(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
    CommonOps_FDRM.mult(a, b, c);
  }

  @Override
  public void multiplyTransposedA(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
    CommonOps_FDRM.multTransA(a, b, c);
  }

  @Override
  public void multiplyAddTransposedA(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
    CommonOps_FDRM.multAddTransA(a, b, c);
  }

  @Override
  public void multiplyTransposedB(FMatrixRMaj a, FMatrixRMaj b, FMatrixRMaj c) {
    CommonOps_FDRM.multTransB(a, b, c);
  }
}
