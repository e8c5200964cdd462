package dev.neuralworkbench.model.file;

import dev.neuralworkbench.data.encode.ClassTarget;
import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.Spot;
import dev.neuralworkbench.model.json.Unbuilt;
import dev.neuralworkbench.train.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * A trained model without its choices: what was learned, the weights, how the run went and goes on.
 */
record SavedModel(
    Preprocessor preprocessor,
    SavedNetwork network,
    SavedHistory history,
    @Nullable Unbuilt<Checkpoint> checkpoint) {

  static SavedModel of(Model model) {
    var checkpoint = model.checkpoint();
    return new SavedModel(
        model.preprocessor(),
        SavedNetwork.of(model.experiment().network(), model.weights()),
        SavedHistory.of(model.history()),
        checkpoint == null ? null : Unbuilt.of(checkpoint, new SharedWeights(model.weights())));
  }

  /**
   * The model.
   *
   * @param choices where the experiment stands
   * @param rows rows of the data
   */
  Model read(Spot at, Spot choices, Experiment experiment, int rows) throws JsonException {
    var preparation = experiment.preparation();
    PreprocessorCheck.check(at.member("preprocessor"), preprocessor, preparation, rows);
    var inputs = preprocessor.inputCount();
    var classes = preprocessor.target() instanceof ClassTarget target ? target.classes().size() : 0;
    ExperimentCheck.check(choices, experiment, inputs, classes, rows);
    var design = experiment.network();
    var outputs = design.loss().outputs(preparation.problemType(), classes);
    var weights = network.read(at.member("network"), design, inputs, outputs);
    var ofRun = history.read(at.member("history"), experiment, weights);
    @Nullable Checkpoint built =
        checkpoint == null ? null : checkpoint.build(new SharedWeights(weights));
    if (built != null) {
      CheckpointCheck.check(at.member("checkpoint"), built, experiment, rows, weights, ofRun);
    }
    return new Model(experiment, preprocessor, weights, ofRun, built);
  }
}
