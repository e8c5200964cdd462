package dev.neuralworkbench.explain.diagnosis;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.Network;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.ActivationCurve;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.train.Checkpoint;
import dev.neuralworkbench.train.Stopping;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.train.TrainingSession;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * Looks how the layers of a network fare on at most {@value #MOST_ROWS} of its training rows, away
 * from the training itself: from a checkpoint, on a network of its own. Dropout is off, but in the
 * optimizer's step. One owner thread.
 */
public final class VitalsProbe {

  public static final int MOST_ROWS = 256;

  /** A squashing activation is flat where its slope is below this share of its steepest. */
  public static final double FLAT = 0.05;

  /** Share of the rows for which a saturated unit is flat. */
  private static final double MOSTLY = 0.9;

  private final NetworkDesign design;
  private final Dataset rows;
  private final Products products;
  private final List<DenseDesign> layers;
  private final Network network;
  private final FMatrixRMaj targets; // (rows × outputs)

  /**
   * A probe for the networks of a run.
   *
   * @param products used by the calling thread
   */
  public VitalsProbe(NetworkDesign design, int outputs, Dataset training, Products products) {
    this.design = design;
    this.products = products;
    rows = training.sample(MOST_ROWS);
    layers = design.dense(outputs);
    var withoutDropout = design.withHidden(layers.subList(0, layers.size() - 1));
    var weights = training.targets().classWeights();
    network = new Network(rows.inputs().numCols, outputs, withoutDropout, products, weights);
    targets = new FMatrixRMaj(rows.rows(), outputs);
    for (var row = 0; row < rows.rows(); row++) {
      rows.targets().write(row, targets.data, row * outputs, outputs);
    }
  }

  public int rows() {
    return rows.rows();
  }

  /**
   * How the layers fare at a moment of the run.
   *
   * @param checkpoint the moment, between two batches
   * @param past the run's history, at least until then
   */
  public Vitals measure(Checkpoint checkpoint, TrainingHistory past, TrainingConfig config) {
    var weights = checkpoint.weights();
    var gradients = gradientNorms(weights);
    var next = step(checkpoint, past, config);
    var vitals = new ArrayList<Vitals.Layer>();
    var inputs = rows.inputs();
    for (var l = 0; l < layers.size(); l++) {
      var outputs = outputs(layers.get(l), weights.layer(l), inputs, products);
      vitals.add(
          new Vitals.Layer(
              layers.get(l).units(),
              gradients[l],
              StrictMath.sqrt(length(weights.layer(l))),
              ratio(weights.layer(l), next.layer(l)),
              dead(layers.get(l).activation(), outputs, l),
              saturated(layers.get(l).activation(), outputs, l)));
      inputs = outputs;
    }
    return new Vitals(checkpoint.epoch(), vitals);
  }

  private double[] gradientNorms(NetworkWeights weights) {
    network.weights(weights);
    network.forward(rows.inputs());
    network.backward(targets, rows.rows(), false);
    var norms = new double[layers.size()];
    for (var l = 0; l < norms.length; l++) {
      norms[l] =
          StrictMath.sqrt(
              squares(network.parameters().get(2 * l).gradient().data)
                  + squares(network.parameters().get(2 * l + 1).gradient().data));
    }
    return norms;
  }

  private NetworkWeights step(Checkpoint from, TrainingHistory past, TrainingConfig config) {
    var first = Records.with(from, "batch", 0);
    var start = Records.with(first, "epochStart", from.weights());
    var epochs = Math.max(config.stopping().epochs(), from.epoch() + 1);
    var oneBatch =
        config.withBatchSize(0).withStopping(Stopping.after(epochs)).withAverage(0).withFolds(0);
    var session =
        TrainingSession.resume(start, past, design, oneBatch, rows, rows.some(), products);
    session.trainBatch();
    return session.snapshot().weights();
  }

  /**
   * The outputs of one layer alone, as those of a network without hidden layers.
   *
   * @param inputs (rows × inputs of the layer). Not modified.
   * @return (rows × units); the caller's own
   */
  public static FMatrixRMaj outputs(
      DenseDesign layer, LayerWeights weights, FMatrixRMaj inputs, Products products) {
    var alone = NetworkDesign.of(Loss.MEAN_SQUARED_ERROR).withOutputActivation(layer.activation());
    var one = new Network(inputs.numCols, layer.units(), alone, products);
    one.weights(new NetworkWeights(List.of(weights)));
    return one.forward(inputs);
  }

  private double dead(Activation activation, FMatrixRMaj outputs, int layer) {
    if (activation != Activation.RELU || isOutput(layer)) {
      return Double.NaN;
    }
    return share(outputs, 1, value -> value == 0);
  }

  private double saturated(Activation activation, FMatrixRMaj outputs, int layer) {
    if (isOutput(layer) || !activation.squashes()) {
      return Double.NaN;
    }
    var curve = ActivationCurve.of(activation);
    var steepest = curve.slope(0, curve.value(0));
    return share(outputs, MOSTLY, y -> curve.slope(Double.NaN, y) < FLAT * steepest);
  }

  private boolean isOutput(int layer) {
    return layer == layers.size() - 1;
  }

  /** Share of the units whose value is so for a share of the rows at least. */
  private static double share(FMatrixRMaj outputs, double ofRows, DoublePredicate isSo) {
    var rows = outputs.numRows;
    var units =
        IntStream.range(0, outputs.numCols)
            .mapToLong(
                unit ->
                    IntStream.range(0, rows)
                        .filter(row -> isSo.test(outputs.get(row, unit)))
                        .count())
            .filter(counted -> counted >= ofRows * rows)
            .count();
    return (double) units / outputs.numCols;
  }

  private static double ratio(LayerWeights before, LayerWeights after) {
    var moved = distance(before.weights(), after.weights()) + distance(before.bias(), after.bias());
    var length = length(before);
    return length == 0 ? Double.NaN : StrictMath.sqrt(moved / length);
  }

  private static double length(LayerWeights layer) {
    return squares(layer.weights()) + squares(layer.bias());
  }

  private static double squares(float[] values) {
    var sum = 0.0;
    for (var value : values) {
      sum += (double) value * value;
    }
    return sum;
  }

  private static double distance(float[] one, float[] other) {
    var sum = 0.0;
    for (var i = 0; i < one.length; i++) {
      var difference = (double) other[i] - one[i];
      sum += difference * difference;
    }
    return sum;
  }
}
