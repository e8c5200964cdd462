package dev.neuralworkbench.nn;

import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * A working network: parameters, gradients and buffers. After the first pass over the largest block
 * of rows nothing is allocated any more. One owner thread.
 *
 * <p>Weights are all 0 until {@link #initialize} or {@link #weights(NetworkWeights)}.
 */
public final class Network {

  private final int inputs;
  private final int outputs;
  private final List<DenseDesign> designs;
  private final Layer[] layers;
  private final int firstWithParameters;
  private final List<Parameter> parameters;
  private final LossFunction loss;

  private FMatrixRMaj lastOutputs = new FMatrixRMaj(0, 0); // owned by the last layer
  private final FMatrixRMaj lossGradient = new FMatrixRMaj(0, 0); // dL/dŶ, (rows × outputs)

  /**
   * @param inputs number of prepared inputs
   * @param outputs units of the output layer, {@link Loss#outputs}
   * @param design a design without problems
   */
  public Network(int inputs, int outputs, NetworkDesign design, Products products) {
    this(
        inputs,
        outputs,
        denseDesigns(design, outputs),
        layers(inputs, design.layers(outputs), products),
        design.loss().function());
  }

  /** A network of any layers, for tests that plant wrong ones. */
  Network(
      int inputs, int outputs, List<DenseDesign> designs, List<Layer> layers, LossFunction loss) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.designs = designs;
    this.layers = layers.toArray(Layer[]::new);
    this.loss = loss;
    parameters = layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    firstWithParameters =
        layers.indexOf(
            layers.stream().filter(layer -> !layer.parameters().isEmpty()).findFirst().get());
  }

  /** Number of prepared inputs. */
  public int inputs() {
    return inputs;
  }

  /** Number of outputs. */
  public int outputs() {
    return outputs;
  }

  /** Every weight matrix and bias in order, to be changed by an optimizer. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Draws starting weights, each dense layer from a generator of its own; biases become 0. */
  public void initialize(long seed) {
    for (var i = 0; i < designs.size(); i++) {
      var weights = parameters.get(2 * i).value();
      designs
          .get(i)
          .initializer()
          .fill(
              weights.data,
              weights.numRows,
              weights.numCols,
              RandomSource.of(seed, Purpose.WEIGHTS, i));
      parameters.get(2 * i + 1).value().zero();
    }
  }

  /** The weights of this moment. */
  public NetworkWeights weights() {
    var snapshot = new ArrayList<LayerWeights>();
    for (var layer : layers) {
      if (layer instanceof Dense dense) {
        snapshot.add(dense.weights());
      }
    }
    return new NetworkWeights(snapshot);
  }

  /**
   * Takes over weights.
   *
   * @throws IllegalArgumentException if their shapes are not those of this network
   */
  public void weights(NetworkWeights weights) {
    if (weights.layers().size() != designs.size()) {
      throw new IllegalArgumentException(
          "expected weights of %d layers, received %d"
              .formatted(designs.size(), weights.layers().size()));
    }
    var next = 0;
    for (var layer : layers) {
      if (layer instanceof Dense dense) {
        dense.weights(weights.layer(next));
        next++;
      }
    }
  }

  /**
   * Outputs for prediction, before the loss's output function.
   *
   * @param x (rows × inputs). Not modified.
   * @return (rows × outputs). Owned by this network; valid until the next pass.
   */
  public FMatrixRMaj forward(FMatrixRMaj x) {
    var values = x;
    for (var layer : layers) {
      values = layer.forward(values);
    }
    lastOutputs = values;
    return values;
  }

  /**
   * Outputs in training, before the loss's output function: dropout on.
   *
   * @param x (rows × inputs). Not modified, and not to be until {@link #backward} is done.
   * @param draws where in the run these rows stand
   * @return (rows × outputs). Owned by this network; valid until the next pass.
   */
  public FMatrixRMaj forward(FMatrixRMaj x, DropoutDraws draws) {
    var values = x;
    for (var layer : layers) {
      values = layer.forward(values, draws);
    }
    lastOutputs = values;
    return values;
  }

  /**
   * Gradients of all parameters for the rows of the last forward pass, of the loss that is the mean
   * over a whole batch.
   *
   * @param targets (rows × outputs). Not modified.
   * @param batchRows rows of the whole batch, of which these may be one block
   * @param add whether the gradients are added to those of the batch's earlier blocks
   * @return sum of the losses of these rows
   */
  public double backward(FMatrixRMaj targets, int batchRows, boolean add) {
    var rows = lastOutputs.numRows;
    var columns = lastOutputs.numCols;
    lossGradient.reshape(rows, columns);
    loss.gradient(lastOutputs.data, targets.data, lossGradient.data, rows, columns, batchRows);
    var sum = loss.sum(lastOutputs.data, targets.data, rows, columns);
    var gradient = lossGradient;
    for (var i = layers.length - 1; i > firstWithParameters; i--) {
      layers[i].backward(gradient, add);
      gradient = layers[i].inputGradient(gradient);
    }
    // Nothing before this layer can be trained: the gradient of its inputs is of no use.
    layers[firstWithParameters].backward(gradient, add);
    return sum;
  }

  private static List<DenseDesign> denseDesigns(NetworkDesign design, int outputs) {
    return design.layers(outputs).stream()
        .filter(DenseDesign.class::isInstance)
        .map(DenseDesign.class::cast)
        .toList();
  }

  private static List<Layer> layers(int inputs, List<LayerDesign> designs, Products products) {
    var layers = new ArrayList<Layer>();
    var width = inputs;
    for (var design : designs) {
      switch (design) {
        case DenseDesign(var units, var activation, var _) -> {
          layers.add(new Dense(width, units, activation, products));
          width = units;
        }
        case DropoutDesign(var rate) -> layers.add(new Dropout(layers.size(), rate));
      }
    }
    return layers;
  }
}
