package dev.neuralworkbench.nn;

import dev.neuralworkbench.nn.blas.Products;
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

  private final int inputs;
  private final int outputs;
  private final List<DenseDesign> designs;
  private final Layer[] layers;
  private final List<Parameter> parameters;
  private final LossFunction loss;
  private final Team team = new Team();

  // By layer; those without parameters have null or nothing.
  private final boolean[] hasParameters;
  private final Parameter[] weights;
  private final Parameter[] biases;
  private final int[] parameterIndex;
  private final int[] pieceInputs;
  private final int[] firstPiece;
  private final int firstWithParameters;
  private final long weightCount;

  private FMatrixRMaj lastOutputs = new FMatrixRMaj(0, 0); // owned by the last layer
  private final FMatrixRMaj lossGradient = new FMatrixRMaj(0, 0); // dL/dŶ, (rows × outputs)

  // The work that the team is at, and its pieces.
  private final Team.Work multiplyWork = this::multiplyPiece;
  private final Team.Work activateWork = this::activatePiece;
  private final Team.Work inputGradientWork = this::inputGradientPiece;
  private final Team.Work backwardWork = this::backwardPiece;
  private final Team.Work gradientWork = this::gradientPiece;
  private final Team.Work partWork = this::usePiece;
  private int upper;
  private int lower;
  private int columns;
  private int piece;
  private int rows;
  private int pieceRows;
  private int gradientPieces;
  private boolean add;
  private GradientUse use = GradientUse.NONE;

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
    var count = layers.size();
    hasParameters = new boolean[count];
    weights = new Parameter[count];
    biases = new Parameter[count];
    parameterIndex = new int[count];
    pieceInputs = new int[count];
    firstPiece = new int[count];
    var first = count;
    var next = 0;
    var elements = 0L;
    for (var i = 0; i < count; i++) {
      var own = layers.get(i).parameters();
      if (!own.isEmpty()) {
        hasParameters[i] = true;
        weights[i] = own.get(0);
        biases[i] = own.get(1);
        parameterIndex[i] = next;
        next += 2;
        elements += own.get(0).size();
        first = Math.min(first, i);
      }
    }
    firstWithParameters = first;
    weightCount = elements;
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

  /** The threads that share the work of a pass: one, unless the team is told otherwise. */
  public Team team() {
    return team;
  }

  /**
   * Outputs for prediction, before the loss's output function.
   *
   * @param x (rows × inputs). Not modified.
   * @return (rows × outputs). Owned by this network; valid until the next pass.
   */
  public FMatrixRMaj forward(FMatrixRMaj x) {
    return pass(x, null);
  }

  /**
   * Outputs in training, before the loss's output function: dropout on.
   *
   * @param x (rows × inputs). Not modified, and not to be until {@link #gradients} is done.
   * @param draws where in the run these rows stand
   * @return (rows × outputs). Owned by this network; valid until the next pass.
   */
  public FMatrixRMaj forward(FMatrixRMaj x, DropoutDraws draws) {
    return pass(x, draws);
  }

  private FMatrixRMaj pass(FMatrixRMaj x, @Nullable DropoutDraws draws) {
    var values = x;
    for (lower = 0; lower < layers.length; lower = upper + 1) {
      upper = lower;
      var inner = values.numCols;
      values = layers[lower].begin(values, draws);
      if (hasParameters[lower]) {
        columns = values.numCols;
        piece = Pieces.columns(values.numRows, inner, columns);
        team.run(Math.ceilDiv(columns, piece), multiplyWork);
      }
      // What works element by element follows at once, up to the next product.
      while (upper + 1 < layers.length && !hasParameters[upper + 1]) {
        upper++;
        values = layers[upper].begin(values, draws);
      }
      byRows(values, activateWork);
    }
    lastOutputs = values;
    return values;
  }

  private void multiplyPiece(int index) {
    var from = index * piece;
    layers[lower].multiply(from, Math.min(columns, from + piece));
  }

  private void activatePiece(int index) {
    var from = index * pieceRows;
    var to = Math.min(rows, from + pieceRows);
    for (var i = lower; i <= upper; i++) {
      layers[i].activate(from, to);
    }
  }

  private void byRows(FMatrixRMaj values, Team.Work work) {
    rows = values.numRows;
    pieceRows = Pieces.rows(rows, values.numCols);
    team.run(Math.ceilDiv(rows, pieceRows), work);
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
    upper = layers.length - 1;
    layers[upper].beginBackward(lossGradient);
    layers[upper].backward(0, rowCount);
    // Nothing before the first layer with weights can be trained: there the way back ends.
    while (upper > firstWithParameters) {
      var gradient = layers[upper].beginInputGradient();
      lower = upper;
      do {
        lower--;
        layers[lower].beginBackward(gradient);
      } while (!hasParameters[lower]);
      var units = layerColumns(upper);
      columns = gradient.numCols;
      piece = Pieces.columns(rowCount, units, columns);
      team.run(Math.ceilDiv(columns, piece), inputGradientWork);
      byRows(gradient, backwardWork);
      upper = lower;
    }
    return sum;
  }

  private int layerColumns(int layer) {
    return biases[layer].value().numCols;
  }

  private void inputGradientPiece(int index) {
    var from = index * piece;
    layers[upper].inputGradient(from, Math.min(columns, from + piece));
  }

  private void backwardPiece(int index) {
    var from = index * pieceRows;
    var to = Math.min(rows, from + pieceRows);
    for (var i = upper - 1; i >= lower; i--) {
      layers[i].backward(from, to);
    }
  }

  /**
   * Works out the gradients of all parameters, after {@link #propagate}.
   *
   * @param add whether they are added to those of the batch's earlier blocks
   * @param use what is done with each part at once
   */
  public void gradients(boolean add, GradientUse use) {
    this.add = add;
    this.use = use;
    var pieces = 0;
    for (var i = 0; i < layers.length; i++) {
      if (hasParameters[i]) {
        var inputs = weights[i].value().numRows;
        pieceInputs[i] = Pieces.inputs(lastOutputs.numRows, inputs, layerColumns(i));
        firstPiece[i] = pieces;
        pieces += Math.ceilDiv(inputs, pieceInputs[i]);
      }
    }
    gradientPieces = pieces;
    share(gradientWork);
  }

  /** Does something with every part of the gradients, in the pieces they were worked out in. */
  public void forEachPart(GradientUse use) {
    this.use = use;
    share(partWork);
  }

  private void share(Team.Work work) {
    if (Pieces.isShared(lastOutputs.numRows * weightCount)) {
      team.run(gradientPieces, work);
    } else {
      for (var index = 0; index < gradientPieces; index++) {
        work.piece(index);
      }
    }
  }

  private void gradientPiece(int index) {
    var layer = layerOfPiece(index);
    var from = (index - firstPiece[layer]) * pieceInputs[layer];
    layers[layer].gradient(
        from, Math.min(weights[layer].value().numRows, from + pieceInputs[layer]), add);
    usePiece(index);
  }

  private void usePiece(int index) {
    var layer = layerOfPiece(index);
    var units = layerColumns(layer);
    var from = (index - firstPiece[layer]) * pieceInputs[layer];
    var to = Math.min(weights[layer].value().numRows, from + pieceInputs[layer]);
    use.complete(parameterIndex[layer], from * units, to * units);
    if (from == 0) {
      use.complete(parameterIndex[layer] + 1, 0, units);
    }
  }

  private int layerOfPiece(int index) {
    var layer = layers.length - 1;
    while (!hasParameters[layer] || firstPiece[layer] > index) {
      layer--;
    }
    return layer;
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
