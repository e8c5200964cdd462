package dev.neuralworkbench.model.file;

import dev.neuralworkbench.model.json.Json;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.JsonView;
import dev.neuralworkbench.model.json.Outline;
import dev.neuralworkbench.model.json.RecordMapping;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkWeights;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Weights of a checkpoint, of which there may be five alike. Those that stand in the file already
 * are named instead: {@code "network"} for the ones that predict, {@code "weights"} for the
 * checkpoint's own, which come first.
 */
final class SharedWeightsJson implements RecordMapping.Codec<NetworkWeights> {

  private final NetworkWeights predicting;
  private final Map<String, NetworkWeights> known = new LinkedHashMap<>();

  /**
   * @param predicting the network's weights; all others have their shape
   */
  SharedWeightsJson(NetworkWeights predicting) {
    this.predicting = predicting;
    known.put("network", predicting);
  }

  @Override
  public Json write(NetworkWeights weights) {
    for (var entry : known.entrySet()) {
      if (entry.getValue().equals(weights)) {
        known.putIfAbsent("weights", weights);
        return new Json.Text(entry.getKey());
      }
    }
    known.putIfAbsent("weights", weights);
    var layers = new ArrayList<Json>();
    weights
        .layers()
        .forEach(layer -> layers.add(LayerWeightsJson.addTo(new Json.Members(), layer)));
    return new Json.Items(layers);
  }

  @Override
  public Outline outline() {
    var layer = LayerWeightsJson.outline(new Outline.Members());
    return new Outline.NameOr(new Outline.Items(FileMapping.MOST_LAYERS, layer));
  }

  @Override
  public NetworkWeights read(JsonView view) throws JsonException {
    var weights = view.isText() ? named(view) : layers(view);
    known.putIfAbsent("weights", weights);
    return weights;
  }

  private NetworkWeights named(JsonView view) throws JsonException {
    var weights = known.get(view.text());
    if (weights == null) {
      throw view.problem("model.choice", List.copyOf(known.keySet()), view.text());
    }
    return weights;
  }

  private NetworkWeights layers(JsonView view) throws JsonException {
    var shapes = predicting.layers();
    var items = view.items();
    view.expectCount("model.layers", shapes.size(), items.size());
    var layers = new ArrayList<LayerWeights>();
    for (var i = 0; i < shapes.size(); i++) {
      layers.add(
          LayerWeightsJson.read(items.get(i), shapes.get(i).inputs(), shapes.get(i).units()));
      items.get(i).end();
    }
    return new NetworkWeights(layers);
  }
}
