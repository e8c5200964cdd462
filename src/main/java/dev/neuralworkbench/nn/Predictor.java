package dev.neuralworkbench.nn;

import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.nn.function.Loss;
import java.util.Arrays;
import java.util.function.IntConsumer;
import org.ejml.data.FMatrixRMaj;

/**
 * Answers of a network, in blocks of {@value #BLOCK_ROWS} rows with the last one padded by zeros.
 * The bits of a product may depend on its shape, so every answer, of one row or a million, comes
 * from a product of the same shape. One owner thread.
 */
public final class Predictor {

  /** Rows of every block. */
  public static final int BLOCK_ROWS = 64;

  private final Network network;
  private final Loss loss;
  private final FMatrixRMaj block; // (BLOCK_ROWS × inputs)

  /**
   * Predicts with a network's weights of the moment. Between the forward and backward pass of a
   * training step it may not be used: it has the network's buffers.
   */
  public Predictor(Network network, Loss loss) {
    this.network = network;
    this.loss = loss;
    block = new FMatrixRMaj(BLOCK_ROWS, network.inputs());
  }

  /** Predicts with these weights. */
  public static Predictor of(
      int inputs, int outputs, NetworkDesign design, NetworkWeights weights, Products products) {
    var network = new Network(inputs, outputs, design, products);
    network.weights(weights);
    return new Predictor(network, design.loss());
  }

  /** Number of prepared inputs. */
  public int inputs() {
    return network.inputs();
  }

  /** Number of outputs. */
  public int outputs() {
    return network.outputs();
  }

  /**
   * Predictions: probabilities where the loss owns the output function, otherwise the outputs.
   *
   * @param inputs (rows × inputs). Not modified.
   * @param predictions (rows × outputs). Modified.
   */
  public void predict(FMatrixRMaj inputs, FMatrixRMaj predictions) {
    predict(inputs, predictions, _ -> {});
  }

  /**
   * The same, followed.
   *
   * @param before told the first row of every block before it is computed
   */
  public void predict(FMatrixRMaj inputs, FMatrixRMaj predictions, IntConsumer before) {
    for (var row = 0; row < inputs.numRows; row += BLOCK_ROWS) {
      before.accept(row);
      var outputs = outputs(inputs, row);
      loss.applyOutputFunction(outputs);
      var rows = Math.min(BLOCK_ROWS, inputs.numRows - row);
      var columns = outputs.numCols;
      System.arraycopy(outputs.data, 0, predictions.data, row * columns, rows * columns);
    }
  }

  /**
   * Outputs of one block, before the loss's output function.
   *
   * @param inputs (rows × inputs). Not modified.
   * @param firstRow first row of the block, a multiple of {@link #BLOCK_ROWS}
   * @return ({@link #BLOCK_ROWS} × outputs), of which the rows that {@code inputs} has count. Owned
   *     by the network; valid until its next pass.
   */
  public FMatrixRMaj outputs(FMatrixRMaj inputs, int firstRow) {
    var columns = network.inputs();
    var count = Math.min(BLOCK_ROWS, inputs.numRows - firstRow) * columns;
    System.arraycopy(inputs.data, firstRow * columns, block.data, 0, count);
    Arrays.fill(block.data, count, BLOCK_ROWS * columns, 0);
    return network.forward(block);
  }
}
