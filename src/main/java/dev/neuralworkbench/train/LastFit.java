package dev.neuralworkbench.train;

import dev.neuralworkbench.data.encode.ClassTargets;
import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets;
import dev.neuralworkbench.data.encode.ValueTargets;
import dev.neuralworkbench.nn.Network;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.Products;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;

/**
 * A run repeated on its training and validation rows together, {@link FinalWeights}: the same
 * design, starting weights, seed, batch size and penalty; each epoch at the learning rate that it
 * had in the run, whether a schedule or a hand set it. Inputs stay scaled as for the run.
 */
final class LastFit {

  private final TrainingConfig config;
  private final Network network;
  private final Batches batches;
  private final BatchStep step;

  LastFit(
      NetworkDesign design,
      TrainingConfig config,
      Dataset training,
      Dataset validation,
      int outputs,
      Products products) {
    this.config = config;
    var rows = together(training, validation);
    network = new Network(rows.inputs().numCols, outputs, design, products);
    batches = new Batches(rows, outputs, config.batchSize(), config.shuffle(), config.seed());
    step =
        new BatchStep(
            network,
            batches,
            config,
            new RunningScore(rows, design.loss()),
            config.optimizer().create(network.parameters()));
  }

  /**
   * Trains so many epochs of a run again.
   *
   * @param start the run's first weights
   * @param history the run's, for its learning rates
   * @param goesOn asked before every batch
   * @param threads most threads that share the work
   * @return the weights, or their mean; empty if it was not to go on or a weight is not finite
   */
  Optional<NetworkWeights> run(
      NetworkWeights start,
      TrainingHistory history,
      int epochs,
      int threads,
      BooleanSupplier goesOn) {
    network.weights(start);
    network.team().threads(threads);
    var window = config.ending().averageEpochs();
    var average = window == 0 ? null : new WeightAverage(window, network.parameters());
    for (var epoch = 0; epoch < epochs; epoch++) {
      batches.order(epoch);
      for (var batch = 0; batch < batches.perEpoch(); batch++) {
        if (!goesOn.getAsBoolean()) {
          return Optional.empty();
        }
        step.train(epoch, batch, history.learningRate(epoch));
      }
      if (average != null) {
        average.epochEnded(epoch + 1);
      }
    }
    if (average != null) {
      average.restoreValues();
    }
    return Optional.of(network.weights()).filter(NetworkWeights::isFinite);
  }

  /** The rows of both, the training rows first. */
  static Dataset together(Dataset training, Dataset validation) {
    var inputs = new FMatrixRMaj(training.rows() + validation.rows(), training.inputs().numCols);
    copy(training.inputs(), validation.inputs(), inputs);
    return new Dataset(
        inputs,
        together(training.targets(), validation.targets()),
        IntStream.concat(
                Arrays.stream(training.sourceRows()), Arrays.stream(validation.sourceRows()))
            .toArray());
  }

  private static Targets together(Targets training, Targets validation) {
    return switch (training) {
      case ClassTargets classes ->
          new ClassTargets(
              IntStream.concat(
                      Arrays.stream(classes.classes()),
                      Arrays.stream(((ClassTargets) validation).classes()))
                  .toArray(),
              classes.classCount());
      case ValueTargets(var values) -> {
        var others = ((ValueTargets) validation).values();
        var all = new FMatrixRMaj(values.numRows + others.numRows, values.numCols);
        copy(values, others, all);
        yield new ValueTargets(all);
      }
    };
  }

  private static void copy(FMatrixRMaj first, FMatrixRMaj second, FMatrixRMaj into) {
    System.arraycopy(first.data, 0, into.data, 0, first.getNumElements());
    System.arraycopy(second.data, 0, into.data, first.getNumElements(), second.getNumElements());
  }
}
