package dev.neuralworkbench.model.file;

import dev.neuralworkbench.formula.Assignment;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.json.Json;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.JsonView;
import dev.neuralworkbench.model.json.Outline;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.train.Checkpoint;
import dev.neuralworkbench.train.FoldState;
import dev.neuralworkbench.train.Improvement;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.optimizer.OptimizerState;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.ReduceOnPlateau;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A checkpoint: all that a run needs to go on with the same bits. */
final class CheckpointJson {

  /** Steps of an optimizer: more than any machine does in years. */
  private static final Range STEPS = Range.whole(0, 1_000_000_000_000_000L);

  /** Sums of losses are below 0 by rounding at most. */
  private static final Range SUM = new Range(-1e-3, true, Double.POSITIVE_INFINITY, true, false);

  private static final Range FROM_0 = new Range(0, true, Double.POSITIVE_INFINITY, true, true);

  private final JsonView view;
  private final Checkpoint checkpoint;
  private final TrainingHistory history;

  private CheckpointJson(JsonView view, Checkpoint checkpoint, TrainingHistory history) {
    this.view = view;
    this.checkpoint = checkpoint;
    this.history = history;
  }

  /**
   * Writes a checkpoint.
   *
   * @param predicting the network's weights, which stand elsewhere in the file
   */
  static Json write(Checkpoint checkpoint, NetworkWeights predicting) {
    return FileMapping.with(new SharedWeightsJson(predicting)).write(checkpoint);
  }

  /** What a file may hold of it. */
  static Outline outline() {
    return FileMapping.with(new SharedWeightsJson(new NetworkWeights(List.of())))
        .outline(Checkpoint.class);
  }

  /**
   * Reads a checkpoint.
   *
   * @param experiment the choices of the run
   * @param rows rows of the data; no more were trained on
   * @param predicting the network's weights, whose shape all others have
   * @param history the run's history, at whose end the checkpoint is
   */
  static Checkpoint read(
      JsonView view,
      Experiment experiment,
      int rows,
      NetworkWeights predicting,
      TrainingHistory history)
      throws JsonException {
    var mapping = FileMapping.with(new SharedWeightsJson(predicting));
    var checkpoint = mapping.read(view, Checkpoint.class);
    var check = new CheckpointJson(view, checkpoint, history);
    check.position(experiment.training().batchSize(), rows);
    check.sums();
    check.optimizer(experiment.training().optimizer());
    check.stopping(experiment);
    check.schedule(experiment);
    check.average(view, experiment, checkpoint.average());
    check.folds(experiment);
    if (!predicting.equals(checkpoint.weights())
        && !predicting.equals(checkpoint.bestWeights())
        && !predicting.equals(checkpoint.average())) {
      throw view.member("weights").problem("model.otherWeights", null, null);
    }
    return checkpoint;
  }

  private void position(int batchSize, int rows) throws JsonException {
    view.member("epoch").expect(history.epochs(), checkpoint.epoch());
    var batches = batchSize == 0 ? 1 : Math.ceilDiv(rows, batchSize);
    view.member("batch").within(Range.whole(0, batches - 1L), checkpoint.batch());
    view.member("interventions").expect(history.interventions().size(), checkpoint.interventions());
    view.member("elapsedNanos").within(FROM_0, (double) checkpoint.elapsedNanos());
  }

  private void sums() throws JsonException {
    var sum = checkpoint.batch() == 0 ? Range.closed(0, 0) : SUM;
    view.member("lossSum").within(sum, checkpoint.lossSum());
    view.member("scoreSum").within(sum, checkpoint.scoreSum());
  }

  private void average(JsonView of, Experiment experiment, @Nullable NetworkWeights average)
      throws JsonException {
    if (experiment.training().average() == 0 && average != null) {
      throw of.member("average").problem("model.needless", null, null);
    }
  }

  private void folds(Experiment experiment) throws JsonException {
    var training = experiment.training();
    var folds = checkpoint.folds() == null ? List.<FoldState>of() : checkpoint.folds();
    if (folds.isEmpty() && training.foldCount() == 0) {
      return;
    }
    var member = view.member("folds");
    member.expectCount("model.count.folds", training.foldCount(), folds.size());
    for (var i = 0; i < folds.size(); i++) {
      var item = member.items().get(i);
      optimizer(item.member("optimizer"), training.optimizer(), folds.get(i).optimizer());
      average(item, experiment, folds.get(i).average());
      if ((folds.get(i).average() == null) != (checkpoint.average() == null)) {
        throw item.member("average").problem("model.needless", null, null);
      }
    }
  }

  private void optimizer(OptimizerConfig config) throws JsonException {
    view.member("learningRate").within(OptimizerConfig.LEARNING_RATE, checkpoint.learningRate());
    optimizer(view.member("optimizer"), config, checkpoint.optimizer());
  }

  private static void optimizer(JsonView member, OptimizerConfig config, OptimizerState state)
      throws JsonException {
    member.member("steps").within(STEPS, (double) state.steps());
    var slots = member.member("slots");
    slots.expectCount("model.count.slots", config.slots(), state.slots().size());
    for (var i = 0; i < config.slots(); i++) {
      if (config.remembered().get(i).kind() == Assignment.Kind.SQUARES
          && state.slots().get(i).layers().stream().anyMatch(CheckpointJson::hasNegative)) {
        throw slots.items().get(i).problem("model.negative", null, null);
      }
    }
  }

  private static boolean hasNegative(LayerWeights layer) {
    for (var unit = 0; unit < layer.units(); unit++) {
      if (layer.bias(unit) < 0) {
        return true;
      }
      for (var input = 0; input < layer.inputs(); input++) {
        if (layer.weight(input, unit) < 0) {
          return true;
        }
      }
    }
    return false;
  }

  private void stopping(Experiment experiment) throws JsonException {
    var rule = experiment.training().stopping().earlyStopping();
    IntToDoubleFunction watched =
        rule == null ? null : epoch -> rule.monitor().cost(history, epoch);
    watch("earlyStopping", checkpoint.earlyStopping(), watched);
    if ((rule == null || !rule.restoreBest()) && checkpoint.bestWeights() != null) {
      throw view.member("bestWeights").problem("model.needless", null, null);
    }
  }

  private void schedule(Experiment experiment) throws JsonException {
    var follows = experiment.training().schedule() instanceof ReduceOnPlateau;
    IntToDoubleFunction loss =
        epoch ->
            Double.isNaN(history.validationLoss(epoch))
                ? history.trainingLoss(epoch)
                : history.validationLoss(epoch);
    watch("plateau", checkpoint.plateau(), follows ? loss : null);
    view.member("plateauFactor")
        .within(follows ? ReduceOnPlateau.END : Range.closed(1, 1), checkpoint.plateauFactor());
  }

  /**
   * Refuses a watch of more epochs than were done, with a best value that none of them had, or of
   * anything where nothing is watched.
   *
   * @param watched the number of each epoch that is watched; null for none
   */
  private void watch(String name, Improvement watch, @Nullable IntToDoubleFunction watched)
      throws JsonException {
    var member = view.member(name);
    var most = watched == null ? 0 : checkpoint.epoch();
    member.member("waited").within(Range.whole(0, most), watch.waited());
    var best = watch.best();
    if (best == null) {
      return;
    } else if (watched == null) {
      throw member.member("best").problem("model.needless", null, null);
    }
    for (var epoch = 0; epoch < checkpoint.epoch(); epoch++) {
      if (watched.applyAsDouble(epoch) == best) {
        return;
      }
    }
    throw member.member("best").problem("model.noEpoch", null, best);
  }
}
