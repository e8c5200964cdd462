package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.data.Preprocessor;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.train.Intervention;
import dev.neuralworkbench.train.TrainingHistory;
import dev.neuralworkbench.ui.drawing.NetworkPart;
import dev.neuralworkbench.ui.workspace.Trainer;
import dev.neuralworkbench.ui.workspace.Workspace;

/**
 * Weights and biases changed by hand, each a step that can be undone: of a held run, which records
 * it and goes on from it, or between runs of the model.
 */
final class WeightChanges {

  private final Workspace workspace;
  private final Trainer trainer;

  /**
   * What is changed.
   *
   * @param experiment what it was trained with, or the draft before any training
   * @param weights as they are
   */
  record Trained(Experiment experiment, Preprocessor preprocessor, NetworkWeights weights) {}

  WeightChanges(Workspace workspace, Trainer trainer) {
    this.workspace = workspace;
    this.trainer = trainer;
  }

  /** Changes a part, unless training gives it a new number anyway. */
  void change(Trained trained, DrawnNetwork drawn, NetworkPart part, float value) {
    switch (part) {
      case NetworkPart.Weight(var layer, var input, var unit) ->
          change(trained, drawn.layerAmong(trained.weights, layer), input, unit, value);
      case NetworkPart.Bias(var layer, var unit) ->
          change(
              trained,
              drawn.layerAmong(trained.weights, layer),
              Intervention.WeightEdit.BIAS,
              unit,
              value);
      case NetworkPart.Unit _ -> {}
    }
  }

  private void change(Trained trained, int layer, int input, int unit, float value) {
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
    var changed =
        input == Intervention.WeightEdit.BIAS
            ? trained.weights.withBias(layer, unit, value)
            : trained.weights.withWeight(layer, input, unit, value);
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
                  null));
        });
  }
}
