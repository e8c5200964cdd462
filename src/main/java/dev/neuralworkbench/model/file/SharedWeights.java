package dev.neuralworkbench.model.file;

import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.Spot;
import dev.neuralworkbench.model.json.Unbuilt;
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
final class SharedWeights implements Unbuilt.Shared<NetworkWeights> {

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
