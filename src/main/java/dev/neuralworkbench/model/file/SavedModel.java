package dev.neuralworkbench.model.file;

import dev.neuralworkbench.data.encode.Preprocessor;
import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.model.Experiment;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.Spot;
import dev.neuralworkbench.model.json.Unbuilt;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.train.Checkpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /**
   * Weights of a checkpoint, of which there may be five alike. Those that stand in the file already
   * are named instead: {@code "network"} for the ones that predict, {@code "weights"} for the
   * checkpoint's own, which come first.
   */
  private static final class SharedWeights implements Unbuilt.Shared<NetworkWeights> {

    private final NetworkWeights predicting;
    private final Map<String, NetworkWeights> known = new LinkedHashMap<>();

    /**
     * @param predicting the network's weights; all others have their shape
     */
    SharedWeights(NetworkWeights predicting) {
      this.predicting = predicting;
      known.put("network", predicting);
    }

    @Override
    public Class<NetworkWeights> type() {
      return NetworkWeights.class;
    }

    @Override
    public Object write(NetworkWeights weights) {
      for (var entry : known.entrySet()) {
        if (entry.getValue().equals(weights)) {
          known.putIfAbsent("weights", weights);
          return entry.getKey();
        }
      }
      known.putIfAbsent("weights", weights);
      return weights.layers().stream().map(SavedWeights::of).toList();
    }

    @Override
    public NetworkWeights read(Object written, Spot at) throws JsonException {
      var weights = written instanceof List<?> layers ? layers(layers, at) : known.get(written);
      if (weights == null) {
        throw at.problem("model.choice", List.copyOf(known.keySet()), written);
      }
      known.putIfAbsent("weights", weights);
      return weights;
    }

    private NetworkWeights layers(List<?> saved, Spot at) throws JsonException {
      var shapes = predicting.layers();
      at.expectCount("model.layers", shapes.size(), saved.size());
      var layers = new ArrayList<LayerWeights>();
      for (var shape : shapes) {
        var i = layers.size();
        var layer = (SavedWeights) saved.get(i);
        layers.add(layer.read(at.item(i), shape.inputs(), shape.units()));
      }
      return new NetworkWeights(layers);
    }
  }
}
