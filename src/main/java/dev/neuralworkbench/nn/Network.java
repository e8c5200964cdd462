package dev.neuralworkbench.nn;

import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.nn.function.LossFunction;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * A working network: parameters, gradients and buffers. After the first pass over the largest block
 * of rows nothing is allocated any more. One owner thread, which a {@link #team} may help.
 *
 * <p>Weights are all 0 until {@link #initialize} or {@link #weights(NetworkWeights)}.
 */
public final class Network {

  /** Number of prepared inputs. */
  public final int inputs;

  public final int outputs;
  private final List<DenseDesign> designs;
  private final LayerStack layers;
  private final List<Dense> dense; // those of the layers
  private final LossFunction loss;

  /** The threads that share the work of a pass: one, unless the team is told otherwise. */
  public final Team team = new Team();

  private final ForwardPass forward;
  private final BackwardPass backward;
  private final GradientPass gradients;

  private FMatrixRMaj lastOutputs = new FMatrixRMaj(0, 0); // owned by the last layer
  private final FMatrixRMaj lossGradient = new FMatrixRMaj(0, 0); // dL/dŶ, (rows × outputs)

  /**
   * @param inputs number of prepared inputs
   * @param outputs units of the output layer, {@code Loss.outputs}
   * @param design a design without problems
   */
  public Network(int inputs, int outputs, NetworkDesign design, Products products) {
    this(inputs, outputs, design, products, null);
  }

  /**
   * A network that learns.
   *
   * @param classWeights how much a row of each class counts in the loss; null for all the same
   */
  public Network(
      int inputs,
      int outputs,
      NetworkDesign design,
      Products products,
      float @Nullable [] classWeights) {
    this(
        inputs,
        outputs,
        design.dense(outputs),
        layers(inputs, design.layers(outputs), products),
        design.loss().function(design.smoothing()).weighted(classWeights));
  }

  /** A network of any layers, for tests that plant wrong ones. */
  Network(
      int inputs, int outputs, List<DenseDesign> designs, List<Layer> layers, LossFunction loss) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.designs = designs;
    this.layers = new LayerStack(layers);
    dense = layers.stream().filter(Dense.class::isInstance).map(Dense.class::cast).toList();
    this.loss = loss;
    forward = new ForwardPass(this.layers, team);
    backward = new BackwardPass(this.layers, team);
    gradients = new GradientPass(this.layers, team);
  }

  /** Every weight matrix and bias in order, to be changed by an optimizer. */
  public List<Parameter> parameters() {
    return layers.parameters;
  }

  /** Draws starting weights, each dense layer from a generator of its own; biases become 0. */
  public void initialize(long seed) {
    for (var i = 0; i < designs.size(); i++) {
      var weights = parameters().get(2 * i).value();
      designs
          .get(i)
          .initializer()
          .fill(
              weights.data,
              weights.numRows,
              weights.numCols,
              RandomSource.of(seed, Purpose.WEIGHTS, i));
      parameters().get(2 * i + 1).value().zero();
    }
  }

  public NetworkWeights weights() {
    return new NetworkWeights(dense.stream().map(Dense::weights).toList());
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
    for (var i = 0; i < dense.size(); i++) {
      dense.get(i).weights(weights.layer(i));
    }
  }

  /**
   * Outputs for prediction, before the loss's output function.
   *
   * @param x (rows × inputs). Not modified.
   * @return (rows × outputs). Owned by this network; valid until the next pass.
   */
  public FMatrixRMaj forward(FMatrixRMaj x) {
    return forward(x, null);
  }

  /**
   * Outputs in training, before the loss's output function: dropout on.
   *
   * @param x (rows × inputs). Not modified, and not to be until {@link #gradients} is done.
   * @param draws where in the run these rows stand; null for prediction
   * @return (rows × outputs). Owned by this network; valid until the next pass.
   */
  public FMatrixRMaj forward(FMatrixRMaj x, @Nullable DropoutDraws draws) {
    lastOutputs = forward.run(x, draws);
    return lastOutputs;
  }

  /**
   * Gradients of all parameters for the rows of the last forward pass: {@link #propagate}, then
   * {@link #gradients}.
   *
   * @return sum of the losses of these rows
   */
  public double backward(FMatrixRMaj targets, int batchRows, boolean add) {
    var sum = propagate(targets, batchRows);
    gradients(add, GradientUse.NONE);
    return sum;
  }

  /**
   * Carries the gradient of the loss back to every layer, for the rows of the last forward pass;
   * the loss is the mean over a whole batch.
   *
   * @param targets (rows × outputs). Not modified.
   * @param batchRows rows of the whole batch, of which these may be one block
   * @return sum of the losses of these rows
   */
  public double propagate(FMatrixRMaj targets, int batchRows) {
    var rowCount = lastOutputs.numRows;
    var outputColumns = lastOutputs.numCols;
    lossGradient.reshape(rowCount, outputColumns);
    var sum =
        loss.gradient(
            lastOutputs.data, targets.data, lossGradient.data, rowCount, outputColumns, batchRows);
    backward.run(lossGradient);
    return sum;
  }

  /**
   * Works out the gradients of all parameters, after {@link #propagate}.
   *
   * @param add whether they are added to those of the batch's earlier blocks
   * @param use what is done with each part at once
   */
  public void gradients(boolean add, GradientUse use) {
    gradients.run(lastOutputs.numRows, add, use);
  }

  /** Does something with every part of the gradients, in the pieces they were worked out in. */
  public void forEachPart(GradientUse use) {
    gradients.forEachPart(use);
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
