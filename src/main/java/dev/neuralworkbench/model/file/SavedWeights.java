package dev.neuralworkbench.model.file;

import dev.neuralworkbench.model.json.JsonException;
import dev.neuralworkbench.model.json.Spot;
import dev.neuralworkbench.nn.LayerWeights;
import java.util.AbstractList;
import java.util.List;

/**
 * Weights of a layer.
 *
 * @param weights one row for each input. Kept, not copied.
 * @param bias one number for each unit. Kept, not copied.
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of numbers.
record SavedWeights(List<float[]> weights, float[] bias) {

  static SavedWeights of(LayerWeights layer) {
    return new SavedWeights(new Rows(layer), layer.bias());
  }

  /** Rows that are made one by one, so that no layer is in memory twice. */
  private static final class Rows extends AbstractList<float[]> {

    private final LayerWeights layer;

    Rows(LayerWeights layer) {
      this.layer = layer;
    }

    @Override
    public int size() {
      return layer.inputs();
    }

    @Override
    public float[] get(int input) {
      var row = new float[layer.units()];
      for (var unit = 0; unit < row.length; unit++) {
        row[unit] = layer.weight(input, unit);
      }
      return row;
    }
  }

  /** A layer whose shape is known; no memory is asked for what the file declares. */
  LayerWeights read(Spot at, int inputs, int units) throws JsonException {
    var rows = at.member("weights");
    rows.expectCount("model.rows", inputs, weights.size());
    for (var input = 0; input < inputs; input++) {
      rows.item(input).expectCount("model.count", units, weights.get(input).length);
    }
    at.member("bias").expectCount("model.count", units, bias.length);
    return LayerWeights.ofRows(units, weights, bias);
  }
}
