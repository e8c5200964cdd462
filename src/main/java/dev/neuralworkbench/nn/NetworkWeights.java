package dev.neuralworkbench.nn;

import java.util.ArrayList;
import java.util.List;

/**
 * All weights and biases of a network at one moment. Immutable, so it is shared freely between the
 * document, its history and screens.
 *
 * @param layers one entry a dense layer, from input to output; the last is the output layer
 */
public record NetworkWeights(List<LayerWeights> layers) {

  public NetworkWeights {
    layers = List.copyOf(layers);
  }

  /** One dense layer, counted from 0; layers without weights do not count. */
  public LayerWeights layer(int index) {
    return layers.get(index);
  }

  /** Weight from an input to a unit of a layer; with {@link LayerWeights#BIAS} its bias. */
  public float weight(int layer, int input, int unit) {
    return layers.get(layer).weight(input, unit);
  }

  public long parameterCount() {
    return layers.stream().mapToLong(LayerWeights::parameterCount).sum();
  }

  public boolean isFinite() {
    return layers.stream().allMatch(LayerWeights::isFinite);
  }

  /** Whether a network of this design could take these weights. */
  public boolean fits(NetworkDesign design, int inputs, int outputs) {
    var dense = design.dense(outputs);
    if (dense.size() != layers.size()) {
      return false;
    }
    var width = inputs;
    for (var i = 0; i < dense.size(); i++) {
      if (layers.get(i).inputs() != width || layers.get(i).units() != dense.get(i).units()) {
        return false;
      }
      width = dense.get(i).units();
    }
    return true;
  }

  /** The same network with one weight or bias changed; the other layers are shared. */
  public NetworkWeights withWeight(int layer, int input, int unit, float value) {
    var changed = new ArrayList<>(layers);
    changed.set(layer, layers.get(layer).withWeight(input, unit, value));
    return new NetworkWeights(changed);
  }
}
