package dev.neuralworkbench.model;

import dev.neuralworkbench.model.json.Json;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.JsonView;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.train.Checkpoint;
import dev.neuralworkbench.train.OptimizerConfig;
import dev.neuralworkbench.train.TrainingHistory;

/** A checkpoint: all that a run needs to go on with the same bits. */
final class CheckpointJson {

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
    var consistent =
        checkpoint.epoch() >= 0
            && checkpoint.epoch() <= history.epochs()
            && checkpoint.batch() >= 0
            && checkpoint.interventions() >= 0
            && checkpoint.interventions() <= history.interventions().size()
            && checkpoint.optimizer().slots().size() == optimizer.slots()
            && OptimizerConfig.LEARNING_RATE.contains(checkpoint.learningRate());
    if (!consistent) {
      throw view.problem("model.invalid", null, null);
    }
    return checkpoint;
  }
}
