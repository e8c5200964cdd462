package dev.neuralworkbench.model.file;

import dev.neuralworkbench.data.encode.ClassTarget;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.json.Json;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.JsonView;
import dev.neuralworkbench.model.json.Outline;
import dev.neuralworkbench.train.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * A trained model without its choices: what was learned, the weights, how the run went and goes on.
 */
final class ModelJson {

  private ModelJson() {}

  static Json.Members addTo(Json.Members object, Model model) {
    object
        .with("preprocessor", FileMapping.MAPPING.write(model.preprocessor()))
        .with("network", NetworkJson.write(model.experiment().network(), model.weights()))
        .with("history", HistoryJson.write(model.history()));
    var checkpoint = model.checkpoint();
    return checkpoint == null
        ? object
        : object.with("checkpoint", CheckpointJson.write(checkpoint, model.weights()));
  }

  /** What a file may hold of it. */
  static Outline.Members outline() {
    return new Outline.Members()
        .with("preprocessor", FileMapping.MAPPING.outline(Preprocessor.class))
        .with("network", NetworkJson.outline())
        .with("history", HistoryJson.outline())
        .with("checkpoint", CheckpointJson.outline());
  }

  /**
   * Reads a model.
   *
   * @param choices where the experiment stands
   * @param rows rows of the data
   */
  static Model read(JsonView view, JsonView choices, Experiment experiment, int rows)
      throws JsonException {
    var preparation = experiment.preparation();
    var preprocessor = PreprocessorJson.read(view.member("preprocessor"), preparation, rows);
    var inputs = preprocessor.inputCount();
    var classes = preprocessor.target() instanceof ClassTarget target ? target.classes().size() : 0;
    ExperimentJson.check(choices, experiment, inputs, classes, rows);
    var design = experiment.network();
    var outputs = design.loss().outputs(preparation.problemType(), classes);
    var weights = NetworkJson.read(view.member("network"), design, inputs, outputs);
    var history = HistoryJson.read(view.member("history"), experiment, weights);
    var member = view.optional("checkpoint");
    @Nullable Checkpoint checkpoint =
        member.isEmpty()
            ? null
            : CheckpointJson.read(member.get(), experiment, rows, weights, history);
    return new Model(experiment, preprocessor, weights, history, checkpoint);
  }
}
