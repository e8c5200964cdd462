package dev.neuralworkbench.nn;

import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.nn.function.Activation;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;

/**
 * Outputs of a trained network in double, before the loss's output function: what is predicted and
 * scored. Weights and inputs are floats; every product, sum and activation of them is double, so
 * another program that does the same gets the same scores to the last digits that count.
 *
 * <p>As in {@link Predictor}, every output comes from a block of {@value Predictor#BLOCK_ROWS}
 * rows, the last one padded by zeros, and so has the same bits alone and among others. Blocks of
 * large networks are shared by two threads. One owner thread.
 */
public final class DoublePredictor {

  /** Blocks that are done between two looks at the progress. */
  private static final int ROUND = 4;

  private final List<DMatrixRMaj> weights; // of each dense layer, (inputs × units)
  private final List<double[]> biases;
  private final List<Activation> functions;
  private final Products products;
  private final Team team = new Team();
  private final DMatrixRMaj[][] buffers; // of each block of a round: its inputs, then each layer's

  /** Predicts with these weights. */
  public DoublePredictor(NetworkDesign design, NetworkWeights weights, Products products) {
    this.products = products;
    this.weights = weights.layers().stream().map(DoublePredictor::matrix).toList();
    biases = weights.layers().stream().map(layer -> doubles(layer.bias())).toList();
    functions = design.dense(outputs()).stream().map(DenseDesign::activation).toList();
    var multiplications = this.weights.stream().mapToLong(it -> it.data.length).sum();
    var shared = Pieces.isShared(ROUND * Predictor.BLOCK_ROWS * multiplications);
    team.threads(shared ? Math.min(2, Runtime.getRuntime().availableProcessors()) : 1);
    buffers = new DMatrixRMaj[ROUND][this.weights.size() + 1];
  }

  private static DMatrixRMaj matrix(LayerWeights layer) {
    return DMatrixRMaj.wrap(layer.inputs(), layer.units(), doubles(layer.weights()));
  }

  private static double[] doubles(float[] from) {
    var all = new double[from.length];
    Arrays.setAll(all, i -> from[i]);
    return all;
  }

  public int outputs() {
    return weights.getLast().numCols;
  }

  /**
   * Outputs of all rows: logits where the loss owns the output function.
   *
   * @param inputs (rows × inputs). Not modified.
   * @param before told the first row of every few blocks before they are computed
   * @return (rows × outputs), the caller's own
   */
  public DMatrixRMaj outputs(FMatrixRMaj inputs, IntConsumer before) {
    var outputs = new DMatrixRMaj(inputs.numRows, outputs());
    for (var row = 0; row < inputs.numRows; row += ROUND * Predictor.BLOCK_ROWS) {
      before.accept(row);
      var first = row;
      var blocks = Math.ceilDiv(inputs.numRows - row, Predictor.BLOCK_ROWS);
      team.run(Math.min(ROUND, blocks), block -> compute(inputs, first, block, outputs));
    }
    return outputs;
  }

  private void compute(FMatrixRMaj inputs, int first, int block, DMatrixRMaj outputs) {
    var own = buffers[block];
    if (own[0] == null) {
      own[0] = new DMatrixRMaj(Predictor.BLOCK_ROWS, weights.getFirst().numRows);
      Arrays.setAll(
          own,
          i -> i == 0 ? own[0] : new DMatrixRMaj(Predictor.BLOCK_ROWS, weights.get(i - 1).numCols));
    }
    var row = first + block * Predictor.BLOCK_ROWS;
    var count = Math.min(Predictor.BLOCK_ROWS, inputs.numRows - row);
    var x = own[0].data;
    for (var i = 0; i < count * inputs.numCols; i++) {
      x[i] = inputs.data[row * inputs.numCols + i];
    }
    Arrays.fill(x, count * inputs.numCols, x.length, 0);
    for (var layer = 0; layer < weights.size(); layer++) {
      var y = own[layer + 1];
      products.multiply(own[layer], weights.get(layer), y);
      activate(y.data, biases.get(layer), functions.get(layer));
    }
    System.arraycopy(
        own[own.length - 1].data, 0, outputs.data, row * outputs.numCols, count * outputs.numCols);
  }

  /** Y = f(Z + b). */
  private static void activate(double[] z, double[] bias, Activation function) {
    for (var start = 0; start < z.length; start += bias.length) {
      for (var j = 0; j < bias.length; j++) {
        z[start + j] = function.value(z[start + j] + bias[j]);
      }
    }
  }
}
