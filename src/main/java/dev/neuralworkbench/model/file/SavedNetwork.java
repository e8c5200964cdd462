package dev.neuralworkbench.model.file;

import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.Spot;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.problem.Ids;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The network that predicts, complete for a reader that knows nothing of this program. */
record SavedNetwork(List<Layer> layers, String outputFunction) {

  /**
   * A layer: a dense one has all but a rate, one of dropout that alone.
   *
   * @param type {@code dense} or {@code dropout}
   */
  @SuppressWarnings("ArrayRecordComponent") // As in the weights of which it is.
  record Layer(
      String type,
      @Nullable String activation,
      @Nullable Double rate,
      @Nullable List<float[]> weights,
      float @Nullable [] bias) {}

  static SavedNetwork of(NetworkDesign design, NetworkWeights weights) {
    var layers = new ArrayList<Layer>();
    var next = 0;
    var outputs = weights.layers().getLast().units();
    for (var layer : design.layers(outputs)) {
      switch (layer) {
        case DenseDesign dense -> {
          var saved = SavedWeights.of(weights.layer(next++));
          layers.add(
              new Layer("dense", Ids.of(dense.activation()), null, saved.weights(), saved.bias()));
        }
        case DropoutDesign dropout ->
            layers.add(new Layer("dropout", null, dropout.rate(), null, null));
      }
    }
    return new SavedNetwork(layers, Ids.of(design.loss().outputFunction));
  }

  /** The same layers without weights and biases. */
  SavedNetwork withoutNumbers() {
    return new SavedNetwork(
        layers.stream().map(it -> new Layer(it.type, it.activation, it.rate, null, null)).toList(),
        outputFunction);
  }

  NetworkWeights read(Spot at, NetworkDesign design, int inputs, int outputs) throws JsonException {
    at.member("outputFunction").expect(Ids.of(design.loss().outputFunction), outputFunction);
    var designs = design.layers(outputs);
    at.member("layers").expectCount("model.layers", designs.size(), layers.size());
    var weights = new ArrayList<LayerWeights>();
    var width = inputs;
    for (var i = 0; i < designs.size(); i++) {
      var of = at.member("layers").item(i);
      var layer = layers.get(i);
      switch (designs.get(i)) {
        case DenseDesign dense -> {
          weights.add(dense(layer, of, dense, width));
          width = dense.units();
        }
        case DropoutDesign dropout -> check(layer, of, dropout);
      }
    }
    return new NetworkWeights(weights);
  }

  private static LayerWeights dense(Layer layer, Spot at, DenseDesign design, int inputs)
      throws JsonException {
    at.member("type").expect("dense", layer.type);
    at.member("activation")
        .expect(Ids.of(design.activation()), at.given("activation", layer.activation));
    var weights =
        new SavedWeights(at.given("weights", layer.weights), at.given("bias", layer.bias));
    at.absent("rate", layer.rate);
    return weights.read(at, inputs, design.units());
  }

  private static void check(Layer layer, Spot at, DropoutDesign design) throws JsonException {
    at.member("type").expect("dropout", layer.type);
    at.member("rate").expect(design.rate(), at.given("rate", layer.rate));
    at.absent("activation", layer.activation);
    at.absent("weights", layer.weights);
    at.absent("bias", layer.bias);
  }
}
