package dev.neuralworkbench.train;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.nn.Network;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cross-validation beside a run, {@link TrainingConfig#foldCount}: k more networks, the i-th of
 * which learns all training rows but the i-th fold. After every epoch of the run each learns an
 * epoch too, at the run's rate, and answers for its fold. Loss and score are over all training
 * rows, each judged by the one network that has not learned it.
 */
final class FoldNetworks {

  private final List<FoldNetwork> networks;
  private final RunningScore score;
  private final int rows;
  private double meanLoss = Double.NaN;

  FoldNetworks(
      NetworkDesign design,
      TrainingConfig config,
      Dataset training,
      int outputs,
      Products products) {
    rows = training.rows();
    score = new RunningScore(training, design.loss());
    var foldOf = deal(training, config.foldCount(), config.seed());
    networks =
        IntStream.range(0, config.foldCount())
            .mapToObj(
                fold ->
                    new FoldNetwork(
                        new Network(
                            training.inputs().numCols,
                            outputs,
                            design,
                            products,
                            training.targets().classWeights()),
                        config,
                        training.some(rows(foldOf, fold, false)),
                        training.some(rows(foldOf, fold, true)),
                        design.loss()))
            .toList();
  }

  /** The fold of every row; each fold has its share of each class, or whole units. */
  static int[] deal(Dataset training, int count, long seed) {
    var strata =
        switch (training.targets()) {
          case ClassTargets of -> of.classes();
          case ValueTargets _ -> new int[training.rows()];
        };
    var random = RandomSource.of(seed, Purpose.FOLDS);
    var units = training.units();
    if (units == null) {
      return random.deal(strata, count);
    }
    return training.areUnitsInOrder()
        ? RandomSource.dealInOrder(units, count)
        : random.dealUnits(units, count);
  }

  private static int[] rows(int[] foldOf, int fold, boolean inside) {
    return IntStream.range(0, foldOf.length)
        .filter(row -> (foldOf[row] == fold) == inside)
        .toArray();
  }

  /** All begin with the weights that the seed gives the run. */
  void initialize(long seed) {
    networks.forEach(network -> network.initialize(seed));
  }

  /** Each begins with weights of its own. */
  void initialize(List<NetworkWeights> weights) {
    expect(weights.size());
    for (var i = 0; i < weights.size(); i++) {
      networks.get(i).initialize(weights.get(i));
    }
  }

  /**
   * Learns an epoch and judges it.
   *
   * @param epoch counted from 0
   */
  void train(int epoch, double learningRate) {
    score.sum(0);
    var sum = 0.0;
    for (var network : networks) {
      sum += network.train(epoch, learningRate, score);
    }
    meanLoss = sum / rows;
  }

  /** Mean loss after the last {@link #train}; NaN where it is not finite. */
  double loss() {
    return Double.isFinite(meanLoss) ? meanLoss : Double.NaN;
  }

  /** Accuracy or R² after the last {@link #train}; NaN where {@link #loss} is. */
  double score() {
    return Double.isFinite(meanLoss) ? score.value() : Double.NaN;
  }

  /** Changes a number in all of them, as it was changed by hand in the network that they judge. */
  void set(int parameter, int row, int unit, float value) {
    networks.forEach(network -> network.set(parameter, row, unit, value));
  }

  /** Keeps the weights of each: this epoch is the run's best so far. */
  void keepBest() {
    networks.forEach(FoldNetwork::keepBest);
  }

  /** Where each is. */
  List<FoldState> states() {
    return networks.stream().map(FoldNetwork::state).toList();
  }

  /**
   * Begins their means again with the epoch that ends next.
   *
   * @param takenUp whether each first takes up its own mean as its weights
   */
  void takeUpMean(int epoch, boolean takenUp) {
    networks.forEach(network -> network.takeUpMean(epoch, takenUp));
  }

  /**
   * Takes over the states of another run.
   *
   * @param since the epoch, counted from 0, that is the first of their means
   * @throws IllegalArgumentException if there are not as many
   */
  void restore(List<FoldState> states, int since) {
    expect(states.size());
    for (var i = 0; i < states.size(); i++) {
      networks.get(i).restore(states.get(i), since);
    }
  }

  private void expect(int count) {
    if (count != networks.size()) {
      throw new IllegalArgumentException(
          "expected %d folds, received %d".formatted(networks.size(), count));
    }
  }
}
