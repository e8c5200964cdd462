package dev.neuralworkbench.model;

import dev.neuralworkbench.model.json.Json;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.JsonView;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.train.Checkpoint;
import dev.neuralworkbench.train.OptimizerConfig;
import dev.neuralworkbench.train.ReduceOnPlateau;
import dev.neuralworkbench.train.TrainingHistory;

/** A checkpoint: all that a run needs to go on with the same bits. */
final class CheckpointJson {

  /** Most steps of an optimizer: more than any machine does in years. */
  private static final long STEPS = 1_000_000_000_000_000L;

  private CheckpointJson() {}

  /**
   * Writes a checkpoint.
   *
   * @param predicting the network's weights, which stand elsewhere in the file
   */
  static Json write(Checkpoint checkpoint, NetworkWeights predicting) {
    return FileMapping.with(new SharedWeightsJson(predicting)).write(checkpoint);
  }

  /**
   * Reads a checkpoint.
   *
   * @param predicting the network's weights, whose shape all others have
   * @param history the run's history, which reaches to the checkpoint at least
   */
  static Checkpoint read(
      JsonView view, NetworkWeights predicting, OptimizerConfig optimizer, TrainingHistory history)
      throws JsonException {
    var mapping = FileMapping.with(new SharedWeightsJson(predicting));
    var checkpoint = mapping.read(view, Checkpoint.class);
    var state = checkpoint.optimizer();
    var rate = checkpoint.learningRate();
    check(view.member("epoch"), isFrom0To(history.epochs(), checkpoint.epoch()));
    check(view.member("batch"), checkpoint.batch() >= 0);
    check(
        view.member("interventions"),
        isFrom0To(history.interventions().size(), checkpoint.interventions()));
    check(view.member("learningRate"), OptimizerConfig.LEARNING_RATE.contains(rate));
    check(view.member("optimizer").member("steps"), isFrom0To(STEPS, state.steps()));
    check(view.member("optimizer").member("slots"), state.slots().size() == optimizer.slots());
    check(view.member("earlyStopping"), checkpoint.earlyStopping().waited() >= 0);
    check(view.member("plateau"), checkpoint.plateau().waited() >= 0);
    check(view.member("plateauFactor"), ReduceOnPlateau.END.contains(checkpoint.plateauFactor()));
    check(view.member("elapsedNanos"), checkpoint.elapsedNanos() >= 0);
    return checkpoint;
  }

  private static boolean isFrom0To(long most, long number) {
    return number >= 0 && number <= most;
  }

  private static void check(JsonView view, boolean fits) throws JsonException {
    if (!fits) {
      throw view.problem("model.invalid", null, null);
    }
  }
}
