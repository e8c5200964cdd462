package dev.neuralworkbench.model.file;

import dev.neuralworkbench.model.json.Json;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.JsonView;
import dev.neuralworkbench.model.json.Outline;
import dev.neuralworkbench.nn.DenseDesign;
import dev.neuralworkbench.nn.DropoutDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import java.util.ArrayList;

/**
 * The network that predicts, complete for a reader that knows nothing of this program: layers with
 * type, activation, weights and bias, and the function applied to the last outputs.
 */
final class NetworkJson {

  private NetworkJson() {}

  static Json write(NetworkDesign design, NetworkWeights weights) {
    var layers = new ArrayList<Json>();
    var next = 0;
    var outputs = weights.layers().getLast().units();
    for (var layer : design.layers(outputs)) {
      layers.add(
          switch (layer) {
            case DenseDesign dense ->
                LayerWeightsJson.addTo(
                    new Json.Members()
                        .with("type", new Json.Text("dense"))
                        .with("activation", new Json.Text(dense.activation().id())),
                    weights.layer(next++));
            case DropoutDesign dropout ->
                new Json.Members()
                    .with("type", new Json.Text("dropout"))
                    .with("rate", Json.Digits.of(dropout.rate()));
          });
    }
    return new Json.Members()
        .with("layers", new Json.Items(layers))
        .with("outputFunction", new Json.Text(design.loss().outputFunction().id()));
  }

  /** What a file may hold of it. */
  static Outline outline() {
    var layer =
        LayerWeightsJson.outline(
            new Outline.Members()
                .with("type", Outline.VALUE)
                .with("activation", Outline.VALUE)
                .with("rate", Outline.VALUE));
    return new Outline.Members()
        .with("layers", new Outline.Items(FileMapping.MOST_LAYERS, layer))
        .with("outputFunction", Outline.VALUE);
  }

  /**
   * Reads the weights of a network of known design.
   *
   * @throws JsonException where layers differ from the design
   */
  static NetworkWeights read(JsonView view, NetworkDesign design, int inputs, int outputs)
      throws JsonException {
    var function = view.member("outputFunction");
    function.expect(design.loss().outputFunction().id(), function.text());
    var layers = view.member("layers");
    var items = layers.items();
    var designs = design.layers(outputs);
    layers.expectCount("model.layers", designs.size(), items.size());
    var weights = new ArrayList<LayerWeights>();
    var width = inputs;
    for (var i = 0; i < designs.size(); i++) {
      var item = items.get(i);
      switch (designs.get(i)) {
        case DenseDesign dense -> {
          item.member("type").expect("dense", item.member("type").text());
          var activation = item.member("activation");
          activation.expect(dense.activation().id(), activation.text());
          weights.add(LayerWeightsJson.read(item, width, dense.units()));
          width = dense.units();
        }
        case DropoutDesign dropout -> {
          item.member("type").expect("dropout", item.member("type").text());
          item.member("rate").expect(dropout.rate(), item.member("rate").number());
        }
      }
      item.end();
    }
    view.end();
    return new NetworkWeights(weights);
  }
}
