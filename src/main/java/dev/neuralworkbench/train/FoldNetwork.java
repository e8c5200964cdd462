package dev.neuralworkbench.train;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.nn.Network;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.Predictor;
import dev.neuralworkbench.nn.function.Loss;
import org.jspecify.annotations.Nullable;

/** One of {@link FoldNetworks}: it learns the rows outside of its fold and answers for the fold. */
final class FoldNetwork {

  private final Network network;
  private final Batches batches;
  private final BatchStep step;
  private final Validation validation;
  private final @Nullable WeightAverage average;
  private @Nullable NetworkWeights best;
  private double lossSum; // of the fold

  FoldNetwork(Network network, TrainingConfig config, Dataset learned, Dataset fold, Loss loss) {
    this.network = network;
    batches =
        new Batches(
            learned, network.outputs(), config.batchSize(), config.shuffle(), config.seed());
    step =
        new BatchStep(
            network,
            batches,
            config,
            new RunningScore(learned, loss),
            config.optimizer().create(network.parameters()));
    validation = new Validation(fold, loss, new Predictor(network));
    average = WeightAverage.of(config, network.parameters());
  }

  void initialize(long seed) {
    network.initialize(seed);
  }

  void initialize(NetworkWeights weights) {
    network.weights(weights);
  }

  /**
   * Learns an epoch, and answers for the fold.
   *
   * @param score receives the answers. Modified.
   * @return sum of their losses
   */
  double train(int epoch, double learningRate, RunningScore score) {
    batches.order(epoch);
    for (var batch = 0; batch < batches.perEpoch(); batch++) {
      step.train(epoch, batch, learningRate);
    }
    if (average == null) {
      lossSum = validation.add(score);
    } else {
      average.epochEnded(epoch + 1, () -> lossSum = validation.add(score));
    }
    return lossSum;
  }

  void takeUpMean(int epoch, boolean takenUp) {
    if (average != null) {
      if (takenUp) {
        network.weights(predicting());
      }
      average.restart(epoch);
    }
  }

  void set(int parameter, int row, int unit, float value) {
    network.parameters().get(parameter).value().set(row, unit, value);
  }

  void keepBest() {
    best = predicting();
  }

  private NetworkWeights predicting() {
    var mean = average == null ? null : average.weights();
    return mean == null ? network.weights() : mean;
  }

  FoldState state() {
    return new FoldState(
        network.weights(),
        step.optimizer().state(),
        average == null ? null : average.weights(),
        best);
  }

  void restore(FoldState state, int since) {
    network.weights(state.weights());
    step.optimizer().state(state.optimizer());
    if (average != null) {
      average.restore(state.average(), since);
    }
    best = state.bestWeights();
  }
}
