package dev.neuralworkbench.train;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.Predictor;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Cross-validation beside a run, {@link TrainingConfig#foldCount}: k more networks, the i-th of
 * which learns all training rows but the i-th fold. After every epoch of the run each learns an
 * epoch too, at the run's rate, and answers for its fold. Loss and score are over all training
 * rows, each judged by the one network that has not learned it.
 */
public final class FoldNetworks extends Judge {

  private final long seed;
  private final List<Learner> learners;

  FoldNetworks(NetworkDesign design, TrainingConfig config, Dataset training, Products products) {
    super(training, design.loss());
    seed = config.seed();
    var foldOf = deal(training, config.foldCount(), seed);
    var all = new ArrayList<Learner>();
    for (var fold = 0; fold < config.foldCount(); fold++) {
      var others = training.some(rows(foldOf, fold, false));
      var step = new BatchStep(design, config, others, products);
      all.add(new Learner(step, config, training.some(rows(foldOf, fold, true)), design));
    }
    learners = List.copyOf(all);
  }

  /**
   * The fold of every training row, by the run's seed; each fold has its share of each class, or
   * whole units.
   */
  public static int[] deal(Dataset training, int count, long seed) {
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

  /** One of the networks: it learns the rows outside of its fold and answers for the fold. */
  private static final class Learner {

    private final BatchStep step;
    private final Validation validation;
    private final WeightAverage average;
    private @Nullable NetworkWeights best;
    private double lossSum; // of the fold

    Learner(BatchStep step, TrainingConfig config, Dataset fold, NetworkDesign design) {
      this.step = step;
      validation = new Validation(fold, design.loss(), new Predictor(step.network));
      average = new WeightAverage(config.average(), step.network.parameters());
    }

    double answer(int epoch, double learningRate, RunningScore into) {
      step.batches.order(epoch);
      for (var batch = 0; batch < step.batches.perEpoch(); batch++) {
        step.train(epoch, batch, learningRate);
      }
      average.epochEnded(epoch + 1, () -> lossSum = validation.answer(into));
      return lossSum;
    }

    NetworkWeights predicting() {
      return Objects.requireNonNullElseGet(average.weights(), step.network::weights);
    }

    FoldState state() {
      return new FoldState(
          step.network.weights(), step.optimizer().state(), average.weights(), best);
    }

    void restore(FoldState state, int since) {
      step.network.weights(state.weights());
      step.optimizer().state(state.optimizer());
      average.restore(state.average(), since);
      best = state.bestWeights();
    }
  }

  @Override
  void initialize(List<NetworkWeights> weights) {
    if (weights.isEmpty()) {
      learners.forEach(it -> it.step.network.initialize(seed));
      return;
    }
    expect(weights.size());
    for (var i = 0; i < weights.size(); i++) {
      learners.get(i).step.network.weights(weights.get(i));
    }
  }

  @Override
  double answer(int epoch, double learningRate, RunningScore into) {
    var sum = 0.0;
    for (var learner : learners) {
      sum += learner.answer(epoch, learningRate, into);
    }
    return sum;
  }

  @Override
  void set(int parameter, int row, int unit, float value) {
    for (var learner : learners) {
      learner.step.network.parameters().get(parameter).value().set(row, unit, value);
    }
  }

  @Override
  void keepBest() {
    learners.forEach(it -> it.best = it.predicting());
  }

  @Override
  List<FoldState> states() {
    return learners.stream().map(Learner::state).toList();
  }

  @Override
  void takeUpMean(int epoch, boolean takenUp) {
    for (var learner : learners) {
      if (takenUp) {
        learner.step.network.weights(learner.predicting());
      }
      learner.average.restart(epoch);
    }
  }

  @Override
  void restore(@Nullable List<FoldState> states, int since) {
    expect(states == null ? 0 : states.size());
    for (var i = 0; states != null && i < states.size(); i++) {
      learners.get(i).restore(states.get(i), since);
    }
  }

  private void expect(int count) {
    if (count != learners.size()) {
      throw new IllegalArgumentException(
          "expected %d folds, received %d".formatted(learners.size(), count));
    }
  }
}
