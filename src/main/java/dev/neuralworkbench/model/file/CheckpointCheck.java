package dev.neuralworkbench.model.file;

import dev.neuralworkbench.formula.Assignment;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.Spot;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.problem.Range;
import dev.neuralworkbench.train.Checkpoint;
import dev.neuralworkbench.train.Improvement;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.optimizer.OptimizerState;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.ReduceOnPlateau;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

record CheckpointCheck(Spot at, Checkpoint checkpoint, TrainingHistory history) {

  /** Steps of an optimizer: more than any machine does in years. */
  private static final Range STEPS = Range.whole(0, 1_000_000_000_000_000L);

  /** Sums of losses are below 0 by rounding at most. */
  private static final Range SUM = new Range(-1e-3, true, Double.POSITIVE_INFINITY, true, false);

  private static final Range FROM_0 = new Range(0, true, Double.POSITIVE_INFINITY, true, true);

  /**
   * Refuses a checkpoint that a run cannot have come to.
   *
   * @param rows rows of the data; no more were trained on
   * @param history the run's history, at whose end the checkpoint is
   */
  static void check(
      Spot at,
      Checkpoint checkpoint,
      Experiment experiment,
      int rows,
      NetworkWeights predicting,
      TrainingHistory history)
      throws JsonException {
    var check = new CheckpointCheck(at, checkpoint, history);
    check.position(experiment.training().batchSize(), rows);
    check.optimizer(experiment.training().optimizer());
    check.stopping(experiment);
    check.schedule(experiment);
    if (experiment.training().average() == 0) {
      at.member("average").needless(checkpoint.average());
    }
    check.folds(experiment.training());
    var isOther =
        !predicting.equals(checkpoint.weights())
            && !predicting.equals(checkpoint.bestWeights())
            && !predicting.equals(checkpoint.average());
    at.member("weights").refuse(isOther, "model.otherWeights", null, null);
  }

  private void position(int batchSize, int rows) throws JsonException {
    at.member("epoch").expect(history.epochs(), checkpoint.epoch());
    var batches = batchSize == 0 ? 1 : Math.ceilDiv(rows, batchSize);
    at.member("batch").within(Range.whole(0, batches - 1L), checkpoint.batch());
    at.member("interventions").expect(history.interventions().size(), checkpoint.interventions());
    at.member("elapsedNanos").within(FROM_0, (double) checkpoint.elapsedNanos());
    var sum = checkpoint.batch() == 0 ? Range.closed(0, 0) : SUM;
    at.member("lossSum").within(sum, checkpoint.lossSum());
    at.member("scoreSum").within(sum, checkpoint.scoreSum());
  }

  private void folds(TrainingConfig training) throws JsonException {
    if (checkpoint.folds() == null && training.foldCount() == 0) {
      return;
    }
    var folds = at.given("folds", checkpoint.folds());
    var member = at.member("folds");
    member.expectCount("model.count.folds", training.foldCount(), folds.size());
    for (var i = 0; i < folds.size(); i++) {
      var item = member.item(i);
      optimizer(item.member("optimizer"), training.optimizer(), folds.get(i).optimizer());
      if (checkpoint.average() == null) {
        item.member("average").needless(folds.get(i).average());
      } else {
        item.given("average", folds.get(i).average());
      }
    }
  }

  private void optimizer(OptimizerConfig config) throws JsonException {
    at.member("learningRate").within(OptimizerConfig.LEARNING_RATE, checkpoint.learningRate());
    optimizer(at.member("optimizer"), config, checkpoint.optimizer());
  }

  private static void optimizer(Spot at, OptimizerConfig config, OptimizerState state)
      throws JsonException {
    at.member("steps").within(STEPS, (double) state.steps());
    var slots = at.member("slots");
    slots.expectCount("model.count.slots", config.slots(), state.slots().size());
    for (var i = 0; i < config.slots(); i++) {
      var isWrong =
          config.remembered().get(i).kind() == Assignment.Kind.SQUARES
              && state.slots().get(i).layers().stream().anyMatch(CheckpointCheck::hasNegative);
      slots.item(i).refuse(isWrong, "model.negative", null, null);
    }
  }

  private static boolean hasNegative(LayerWeights layer) {
    for (var input = LayerWeights.BIAS; input < layer.inputs(); input++) {
      for (var unit = 0; unit < layer.units(); unit++) {
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
    if (rule == null || !rule.restoreBest()) {
      at.member("bestWeights").needless(checkpoint.bestWeights());
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
    at.member("plateauFactor")
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
    var member = at.member(name);
    var most = watched == null ? 0 : checkpoint.epoch();
    member.member("waited").within(Range.whole(0, most), watch.waited());
    var best = watch.best();
    if (watched == null) {
      member.member("best").needless(best);
    } else if (best != null) {
      var numbers = IntStream.range(0, checkpoint.epoch()).mapToDouble(watched);
      member
          .member("best")
          .refuse(numbers.noneMatch(it -> it == best), "model.noEpoch", null, best);
    }
  }
}
