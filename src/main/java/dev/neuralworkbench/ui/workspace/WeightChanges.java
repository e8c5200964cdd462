package dev.neuralworkbench.ui.workspace;

import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.TrainingHistory;

/** Weights and biases changed by hand, a step each: of a held run, or between runs of the model. */
public record WeightChanges(Workspace workspace, Trainer trainer) {

  public record Trained(Experiment experiment, Preprocessor preprocessor, NetworkWeights weights) {}

  /**
   * Changes a weight or bias, unless training gives it a new number anyway.
   *
   * @param layer dense layer of the weights, counted from 0; −1 for none
   * @param input input of the weight; {@link Intervention.WeightEdit#BIAS} for the bias
   * @param value a finite number
   */
  public void change(Trained trained, int layer, int input, int unit, float value) {
    if (layer >= 0) {
      switch (trainer.state().get()) {
        case PAUSED -> trainer.changeWeight(layer, input, unit, value);
        case IDLE, FINISHED -> changeModel(trained, layer, input, unit, value);
        case PREPARING, RUNNING -> {}
      }
    }
  }

  /** The model as it is has no place to go on from: the optimizer knows nothing of the change. */
  private void changeModel(Trained trained, int layer, int input, int unit, float value) {
    var changed = trained.weights.withWeight(layer, input, unit, value);
    workspace.edit(
        "command.changeWeight",
        document -> {
          var model = document.trained();
          return document.withTrained(
              new Model(
                  trained.experiment,
                  trained.preprocessor,
                  changed,
                  model == null ? new TrainingHistory() : model.history(),
                  null,
                  model == null ? null : model.background(),
                  model == null ? null : model.decision()));
        });
  }
}
