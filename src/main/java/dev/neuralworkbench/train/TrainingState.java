package dev.neuralworkbench.train;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.nn.Network;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.Predictor;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.train.optimizer.WeightBuffer;
import dev.neuralworkbench.train.pace.Stopwatch;
import java.util.List;
import java.util.Objects;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** All that changes while a training goes on, and what one batch and one epoch do to it. */
final class TrainingState {

  private final TrainingConfig config;
  private final int rows;
  private final BatchStep step;
  final Network network;
  final Batches batches;
  private final Judge judge;
  final LearningRate learningRate;
  final EarlyStopper bestEpoch;
  private final WeightAverage average;
  private final WeightBuffer epochStart; // weights at the start of the epoch
  final Stopwatch stopwatch = new Stopwatch();
  private final Runnable judging = this::judge;
  private TrainingHistory history = new TrainingHistory();
  private int epoch;
  private int batch;
  private double lossSum;

  TrainingState(
      NetworkDesign design,
      TrainingConfig config,
      Dataset training,
      Dataset validation,
      Products products) {
    this.config = config;
    rows = training.rows();
    step = new BatchStep(design, config, training, products);
    network = step.network;
    batches = step.batches;
    judge =
        config.foldCount() > 0 && validation.rows() == 0
            ? new FoldNetworks(design, config, training, products)
            : new Validation(validation, design.loss(), new Predictor(network));
    var stopping = config.stopping();
    learningRate =
        new LearningRate(config.optimizer().learningRate(), config.schedule(), stopping.epochs());
    bestEpoch = new EarlyStopper(stopping.earlyStopping(), network.parameters());
    average = new WeightAverage(config.average(), network.parameters());
    epochStart = new WeightBuffer(network.parameters());
  }

  void initialize() {
    network.initialize(config.seed());
    epochStart.copyValues();
    judge.initialize(List.of());
  }

  /**
   * Begins with given weights.
   *
   * @param ofFolds those of the folds; none for drawn ones
   */
  void initialize(NetworkWeights weights, List<NetworkWeights> ofFolds) {
    network.weights(weights);
    epochStart.copyValues();
    judge.initialize(ofFolds);
  }

  /** Goes on from a checkpoint of the run with this past. */
  void restore(Checkpoint from, TrainingHistory past) {
    if (from.batch() >= batches.perEpoch()) {
      throw new IllegalArgumentException(
          "expected a batch below %d, received %d".formatted(batches.perEpoch(), from.batch()));
    }
    history = past.prefix(from.epoch(), from.interventions());
    epoch = from.epoch();
    batch = from.batch();
    network.weights(from.weights());
    epochStart.restore(from.epochStart());
    step.optimizer().state(from.optimizer());
    lossSum = from.lossSum();
    step.score.sum(from.scoreSum());
    bestEpoch.restore(from.earlyStopping(), from.bestWeights());
    learningRate.restore(from.learningRate(), from.plateau(), from.plateauFactor());
    stopwatch.restore(from.elapsedNanos());
    average.restore(from.average(), changedIn());
    judge.restore(from.folds(), changedIn());
  }

  Checkpoint checkpoint() {
    return checkpoint(network.weights(), epochStart.snapshot());
  }

  /** The same right after the end of an epoch, when the weights are those of the epoch's start. */
  Checkpoint epochCheckpoint() {
    var weights = epochStart.snapshot();
    return checkpoint(weights, weights);
  }

  private Checkpoint checkpoint(NetworkWeights weights, NetworkWeights start) {
    return new Checkpoint(
        epoch,
        batch,
        history.interventions().size(),
        learningRate.base(),
        weights,
        start,
        step.optimizer().state(),
        lossSum,
        step.score.sum(),
        bestEpoch.watch(),
        bestEpoch.weights(),
        learningRate.plateau(),
        learningRate.plateauFactor(),
        stopwatch.nanos(),
        average.weights(),
        judge.states());
  }

  /** Trains one batch; with the last one of an epoch also ends the epoch. */
  void train() {
    batches.order(epoch);
    lossSum += step.train(epoch, batch, learningRate.of(epoch));
    batch++;
    if (!Double.isFinite(lossSum)) {
      diverge();
    } else if (batch == batches.perEpoch()) {
      endEpoch();
    }
  }

  private void endEpoch() {
    if (!weightsAreFinite()) {
      diverge();
      return;
    }
    epochStart.copyValues();
    average.epochEnded(epoch + 1, judging);
    var trainingLoss = lossSum / rows;
    epoch++;
    startEpoch();
    history.stopped(reasonToEnd(trainingLoss));
  }

  /** Judges the epoch that ends; the network has the weights that the run would predict with. */
  private void judge() {
    judge.epochEnded(epoch, learningRate.of(epoch));
    var trainingLoss = lossSum / rows;
    history.append(
        new EpochResult(
            trainingLoss,
            judge.loss(),
            step.score.value(),
            judge.score(),
            learningRate.of(epoch),
            stopwatch.nanos() * 1e-9));
    learningRate.epochEnded(judge.rows > 0 ? judge.loss() : trainingLoss);
    if (bestEpoch.epochEnded(history)) {
      judge.keepBest();
    }
  }

  private void startEpoch() {
    batch = 0;
    lossSum = 0;
    step.score.sum(0);
  }

  private @Nullable StopReason reasonToEnd(double trainingLoss) {
    var threshold = config.stopping().lossThreshold();
    if (threshold != null && trainingLoss < threshold) {
      return StopReason.THRESHOLD_REACHED;
    }
    if (bestEpoch.exhausted()) {
      return StopReason.NO_IMPROVEMENT;
    }
    return epochsAreDone() ? StopReason.COMPLETED : null;
  }

  /**
   * Goes back to the weights at the start of the epoch, the last that can be shown and saved. The
   * optimizer forgets its past: the velocity that led here would lead here again.
   */
  private void diverge() {
    epochStart.restoreValues();
    step.restartOptimizer();
    startEpoch();
    history.stopped(StopReason.DIVERGED);
  }

  private boolean weightsAreFinite() {
    var parameters = network.parameters();
    for (var p = 0; p < parameters.size(); p++) {
      for (var w : parameters.get(p).value().data) {
        if (!Float.isFinite(w)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Changes the learning rate before any factor, and records it. */
  void changeLearningRate(double after) {
    history.record(new Intervention.RateChange(epoch, batch, learningRate.base(), after));
    learningRate.base(after);
  }

  /** Changes a weight or bias, in the networks of folds too, and records it. */
  void changeWeight(int layer, int input, int unit, float after) {
    takeUpMean();
    var isBias = input == Intervention.WeightEdit.BIAS;
    var parameter = 2 * layer + (isBias ? 1 : 0);
    var matrix = network.parameters().get(parameter).value();
    var row = isBias ? 0 : input;
    var before = matrix.get(row, unit);
    history.record(new Intervention.WeightEdit(epoch, batch, layer, input, unit, before, after));
    matrix.set(row, unit, after);
    judge.set(parameter, row, unit, after);
  }

  /**
   * Trains one row beside the batches, and records it. A row whose loss is not finite changes
   * nothing.
   *
   * @return its loss before the step
   * @throws IllegalArgumentException if the row does not fit the network
   */
  double trainRow(List<Float> inputs, List<Float> targets) {
    var x = row(inputs, network.inputs);
    var y = row(targets, network.outputs);
    var block = rowBlock();
    takeUpMean();
    history.record(new Intervention.RowStep(epoch, batch, inputs, targets));
    return step.trainRow(x, y, epoch, batch, block, learningRate.of(epoch));
  }

  /**
   * Before something else than training changes the network: it is changed, and goes on, as it
   * shows. The mean begins again, for older weights do not have the change.
   */
  private void takeUpMean() {
    var mean = meanThatStands();
    if (mean != null) {
      network.weights(mean);
      epochStart.copyValues();
    }
    average.restart(epoch);
    judge.takeUpMean(epoch, mean != null);
  }

  /** The epoch, counted from 0, in which the network was last changed by hand; 0 for none. */
  private int changedIn() {
    return history.interventions().stream()
        .filter(it -> it instanceof Intervention.WeightEdit || it instanceof Intervention.RowStep)
        .mapToInt(Intervention::epoch)
        .max()
        .orElse(0);
  }

  private static FMatrixRMaj row(List<Float> numbers, int count) {
    if (numbers.size() != count) {
      throw new IllegalArgumentException(
          "expected a row of %d numbers, received %d".formatted(count, numbers.size()));
    }
    var row = new FMatrixRMaj(1, count);
    for (var i = 0; i < count; i++) {
      row.data[i] = numbers.get(i);
    }
    return row;
  }

  /**
   * The block at which dropout draws for the next row that is trained by itself: −1, −2, … for one
   * after the other at a position, so that it draws anew for each and never as for a batch.
   */
  int rowBlock() {
    var before =
        history.interventions().stream()
            .filter(it -> it instanceof Intervention.RowStep row && row.isAt(epoch, batch))
            .count();
    return -1 - (int) before;
  }

  boolean epochsAreDone() {
    return epoch >= config.stopping().epochs();
  }

  /**
   * The weights that stand for the moment, as {@link Checkpoint#predicting} tells it: at the end of
   * an epoch those it was judged by.
   */
  NetworkWeights weights() {
    return Objects.requireNonNullElseGet(meanThatStands(), network::weights);
  }

  private @Nullable NetworkWeights meanThatStands() {
    var stands = average.hasBegun() && batch == 0 && epochStart.holdsValues();
    return stands ? average.weights() : null;
  }

  TrainingHistory history() {
    return history;
  }

  int epoch() {
    return epoch;
  }

  int batch() {
    return batch;
  }
}
