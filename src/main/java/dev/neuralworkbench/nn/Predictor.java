package dev.neuralworkbench.nn;

import dev.neuralworkbench.nn.blas.Products;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/**
 * Outputs of a network, before the loss's output function, in blocks of {@value #BLOCK_ROWS} rows
 * with the last one padded by zeros. The bits of a product may depend on its shape, so every
 * output, of one row or a million, comes from a product of the same shape. One owner thread.
 */
public final class Predictor {

  public static final int BLOCK_ROWS = 64;

  private final Network network;
  private final FMatrixRMaj block; // (BLOCK_ROWS × inputs)

  /**
   * Predicts with a network's weights of the moment. Between the forward and backward pass of a
   * training step it may not be used: it has the network's buffers.
   */
  public Predictor(Network network) {
    this.network = network;
    block = new FMatrixRMaj(BLOCK_ROWS, network.inputs);
  }

  /** Predicts with these weights. */
  public static Predictor of(
      int inputs, int outputs, NetworkDesign design, NetworkWeights weights, Products products) {
    var network = new Network(inputs, outputs, design, products);
    network.weights(weights);
    return new Predictor(network);
  }

  public int outputs() {
    return network.outputs;
  }

  /**
   * Outputs of all rows: logits where the loss owns the output function.
   *
   * @param inputs (rows × inputs). Not modified.
   * @param outputs (rows × outputs). Modified.
   */
  public void outputs(FMatrixRMaj inputs, FMatrixRMaj outputs) {
    for (var row = 0; row < inputs.numRows; row += BLOCK_ROWS) {
      var block = outputs(inputs, row);
      var columns = block.numCols;
      var count = Math.min(BLOCK_ROWS, inputs.numRows - row) * columns;
      System.arraycopy(block.data, 0, outputs.data, row * columns, count);
    }
  }

  /**
   * Outputs of one block.
   *
   * @param inputs (rows × inputs). Not modified.
   * @param firstRow first row of the block, a multiple of {@link #BLOCK_ROWS}
   * @return ({@link #BLOCK_ROWS} × outputs), of which the rows that {@code inputs} has count. Owned
   *     by the network; valid until its next pass.
   */
  public FMatrixRMaj outputs(FMatrixRMaj inputs, int firstRow) {
    var columns = network.inputs;
    var count = Math.min(BLOCK_ROWS, inputs.numRows - firstRow) * columns;
    System.arraycopy(inputs.data, firstRow * columns, block.data, 0, count);
    Arrays.fill(block.data, count, BLOCK_ROWS * columns, 0);
    return network.forward(block);
  }
}
