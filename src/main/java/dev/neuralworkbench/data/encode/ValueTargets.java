package dev.neuralworkbench.data.encode;

import org.ejml.data.FMatrixRMaj;

/**
 * Numbers, scaled as the network learns them.
 *
 * @param values (rows × outputs). Kept, not copied: not to be modified any more.
 */
public record ValueTargets(FMatrixRMaj values) implements Targets {

  @Override
  public int rows() {
    return values.numRows;
  }

  @Override
  public void write(int row, float[] into, int offset, int outputs) {
    if (outputs != values.numCols) {
      throw new IllegalArgumentException(
          "expected " + values.numCols + " outputs, received " + outputs);
    }
    System.arraycopy(values.data, row * outputs, into, offset, outputs);
  }
}
