package dev.neuralworkbench.model.file;

import dev.neuralworkbench.model.json.Json;
import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.JsonView;
import dev.neuralworkbench.model.json.Outline;
import dev.neuralworkbench.nn.LayerWeights;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * Weights of a layer as {@code "weights"}, one row for each input, and {@code "bias"}, one number
 * for each unit.
 */
final class LayerWeightsJson {

  /** Memory of a number: in the tree, and in the layer made of it. */
  private static final int BYTES = 9;

  private LayerWeightsJson() {}

  /** Adds the members to an object that has others. */
  static Json.Members addTo(Json.Members object, LayerWeights layer) {
    var weights = layer.weights();
    var rows = new ArrayList<Json>();
    for (var input = 0; input < layer.inputs(); input++) {
      var from = input * layer.units();
      rows.add(new Json.Floats(Arrays.copyOfRange(weights, from, from + layer.units())));
    }
    return object.with("weights", new Json.Items(rows)).with("bias", new Json.Floats(layer.bias()));
  }

  /** Adds what a layer's weights may be to what else it has. */
  static Outline.Members outline(Outline.Members layer) {
    var numbers = new Outline.Numbers(FileMapping.MOST_UNITS, true, BYTES);
    return layer
        .with("weights", new Outline.Items(FileMapping.MOST_UNITS, numbers))
        .with("bias", numbers);
  }

  /** Reads a layer whose shape is known; no memory is asked for what the file declares. */
  static LayerWeights read(JsonView view, int inputs, int units) throws JsonException {
    var member = view.member("weights");
    var items = member.items();
    member.expectCount("model.rows", inputs, items.size());
    var rows = new ArrayList<float[]>();
    for (var item : items) {
      rows.add(numbers(item, units));
    }
    return LayerWeights.ofRows(units, rows, numbers(view.member("bias"), units));
  }

  private static float[] numbers(JsonView view, int count) throws JsonException {
    var numbers = view.floats();
    view.expectCount("model.count", count, numbers.length);
    return numbers;
  }
}
