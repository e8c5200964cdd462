package dev.neuralworkbench.nn;

import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.nn.function.Activation;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.jspecify.annotations.Nullable;

/**
 * Outputs of a trained network in double, before the loss's output function: what is predicted,
 * scored and explained. Weights and inputs are floats; every product, sum and activation of them is
 * double, so another program that does the same gets the same scores to the last digits that count.
 *
 * <p>As in {@link Predictor}, every output comes from a block of {@value Predictor#BLOCK_ROWS}
 * rows, the last one padded by zeros, and so has the same bits alone and among others. Blocks of
 * large networks are shared by two threads. One owner thread.
 */
public final class DoublePredictor {

  /** Blocks that are done between two looks at the progress. */
  private static final int ROUND = 4;

  private final List<LayerWeights> layers;
  private final List<DMatrixRMaj> weights; // of each dense layer, (units × inputs)
  private final List<Activation> functions;
  private final Products products;
  private final Team team = new Team();
  private final @Nullable Block[] blocks = new Block[ROUND];

  private record Block(DMatrixRMaj inputs, Pass pass) {}

  /** Predicts with these weights. */
  public DoublePredictor(NetworkDesign design, NetworkWeights of, Products products) {
    this.products = products;
    layers = of.layers();
    weights = layers.stream().map(DoublePredictor::matrix).toList();
    functions = design.dense(outputs()).stream().map(DenseDesign::activation).toList();
    var multiplications = weights.stream().mapToLong(it -> it.data.length).sum();
    var shared = Pieces.isShared(ROUND * Predictor.BLOCK_ROWS * multiplications);
    team.threads(shared ? Math.min(2, Runtime.getRuntime().availableProcessors()) : 1);
  }

  private static DMatrixRMaj matrix(LayerWeights layer) {
    var matrix = new DMatrixRMaj(layer.units(), layer.inputs());
    Arrays.setAll(matrix.data, i -> layer.weight(i % layer.inputs(), i / layer.inputs()));
    return matrix;
  }

  public int outputs() {
    return layers.getLast().units();
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
      var count = Math.ceilDiv(inputs.numRows - row, Predictor.BLOCK_ROWS);
      team.run(Math.min(ROUND, count), block -> compute(inputs, first, block, outputs));
    }
    return outputs;
  }

  private void compute(FMatrixRMaj inputs, int first, int index, DMatrixRMaj outputs) {
    var block = blocks[index];
    if (block == null) {
      var x = new DMatrixRMaj(inputs.numCols, Predictor.BLOCK_ROWS);
      block = new Block(x, new Pass(Predictor.BLOCK_ROWS, true));
      blocks[index] = block;
    }
    var row = first + index * Predictor.BLOCK_ROWS;
    var count = Math.min(Predictor.BLOCK_ROWS, inputs.numRows - row);
    block.inputs.zero();
    for (var r = 0; r < count; r++) {
      for (var k = 0; k < inputs.numCols; k++) {
        block.inputs.data[k * Predictor.BLOCK_ROWS + r] =
            inputs.data[(row + r) * inputs.numCols + k];
      }
    }
    var found = block.pass.outputs(block.pass.sums(block.inputs));
    System.arraycopy(found.data, 0, outputs.data, row * outputs.numCols, count * outputs.numCols);
  }

  /**
   * Some rows at once. Values lie as (units × rows), a unit's rows side by side: the inner loops
   * run over rows, so they are long enough for vector registers however few units there are.
   *
   * <p>Has buffers: one thread.
   */
  public final class Pass {

    private final int rows;
    private final boolean isExact;
    private final DMatrixRMaj[] values; // of each layer

    /**
     * @param isExact see {@link Activation#apply(double[], boolean)}
     */
    public Pass(int rows, boolean isExact) {
      this.rows = rows;
      this.isExact = isExact;
      values = new DMatrixRMaj[layers.size()];
      Arrays.setAll(values, layer -> new DMatrixRMaj(layers.get(layer).units(), rows));
    }

    /** z of the first layer with its biases; the pass's own. */
    private double[] sums(DMatrixRMaj inputs) {
      products.multiply(weights.getFirst(), inputs, values[0]);
      addBiases(0, values[0].data);
      return values[0].data;
    }

    /** The same of (rows × inputs); the caller's own. */
    public double[] sums(FMatrixRMaj inputs) {
      var biases = new double[layers.getFirst().units() * rows];
      addBiases(0, biases);
      var all = IntStream.range(0, inputs.numCols).toArray();
      return sums(inputs, all, new FMatrixRMaj(rows, inputs.numCols), biases);
    }

    /** The same of rows that differ in some inputs alone from others, whose sums are known. */
    public double[] sums(FMatrixRMaj inputs, int[] some, FMatrixRMaj others, double[] ofOthers) {
      var sums = ofOthers.clone();
      var difference = new double[rows];
      for (var k : some) {
        Arrays.setAll(difference, r -> (double) inputs.get(r, k) - others.get(r, k));
        addInput(k, difference, sums);
      }
      return sums;
    }

    /** Adds an input's terms w x to the sums of every unit of the first layer. */
    public void addInput(int k, double[] x, double[] sums) {
      for (var unit = 0; unit < layers.getFirst().units(); unit++) {
        var w = (double) layers.getFirst().weight(k, unit);
        for (var r = 0; r < rows; r++) {
          sums[unit * rows + r] += w * x[r];
        }
      }
    }

    /**
     * Outputs of the rows.
     *
     * @param sums z of the first layer with its biases. Modified.
     * @return (rows × outputs), the caller's own
     */
    public DMatrixRMaj outputs(double[] sums) {
      var signal = DMatrixRMaj.wrap(sums.length / rows, rows, sums);
      functions.getFirst().apply(sums, isExact);
      for (var layer = 1; layer < values.length; layer++) {
        products.multiply(weights.get(layer), signal, values[layer]);
        signal = values[layer];
        addBiases(layer, signal.data);
        functions.get(layer).apply(signal.data, isExact);
      }
      return CommonOps_DDRM.transpose(signal, null);
    }

    private void addBiases(int layer, double[] z) {
      for (var unit = 0; unit < layers.get(layer).units(); unit++) {
        var bias = layers.get(layer).bias(unit);
        for (var i = unit * rows; i < (unit + 1) * rows; i++) {
          z[i] += bias;
        }
      }
    }
  }
}
