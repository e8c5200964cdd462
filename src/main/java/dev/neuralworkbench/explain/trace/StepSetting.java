package dev.neuralworkbench.explain.trace;

import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.train.TrainingConfig;
import dev.neuralworkbench.train.TrainingSession;
import dev.neuralworkbench.train.optimizer.OptimizerState;

/**
 * Where a run stands before the step to be explained: with the {@link StepRows} it determines every
 * number.
 *
 * @param weights the weights before the step
 * @param optimizer what the optimizer remembers
 * @param learningRate η of this step, all factors included
 * @param epoch epoch of the step, from 0 on; dropout's draws follow from it
 * @param batch batch within the epoch, from 0 on
 * @param block where dropout begins to draw: 0 for a batch, otherwise {@link
 *     TrainingSession#rowBlock}
 */
public record StepSetting(
    NetworkDesign design,
    TrainingConfig config,
    NetworkWeights weights,
    OptimizerState optimizer,
    double learningRate,
    int epoch,
    int batch,
    int block) {

  /** The step that a session would do next: its next batch. */
  public static StepSetting next(
      TrainingSession session, NetworkDesign design, TrainingConfig config) {
    var checkpoint = session.checkpoint();
    return new StepSetting(
        design,
        config,
        checkpoint.weights(),
        checkpoint.optimizer(),
        session.nextLearningRate(),
        checkpoint.epoch(),
        checkpoint.batch(),
        0);
  }

  /**
   * The step on one row by itself, from the same place.
   *
   * @param weights those that the row is taken through: in use, or {@code Checkpoint.predicting}
   * @param rowBlock where dropout draws for it, {@link TrainingSession#rowBlock}
   */
  public StepSetting ofRow(NetworkWeights weights, int rowBlock) {
    return new StepSetting(
        design, config, weights, optimizer, learningRate, epoch, batch, rowBlock);
  }

  public int outputs() {
    return weights.layers().getLast().units();
  }
}
