package dev.neuralworkbench.nn;

import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * The layers of a network in order, with what the passes ask of them many times a second looked up
 * once. A layer has a weight matrix and a bias, or no parameters at all.
 */
final class LayerStack {

  private final Layer[] layers;

  /** Every weight matrix and bias in order. */
  final List<Parameter> parameters;

  private final boolean[] hasParameters;
  private final int[] parameterIndex; // of the weights; the bias follows
  private final FMatrixRMaj[] weights; // null where there are none
  final int firstWithParameters; // the number of layers if there is none
  final long weightCount; // of all layers together, biases not counted

  LayerStack(List<Layer> layers) {
    this.layers = layers.toArray(Layer[]::new);
    parameters = layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    var count = layers.size();
    hasParameters = new boolean[count];
    parameterIndex = new int[count];
    weights = new FMatrixRMaj[count];
    var first = count;
    var next = 0;
    var elements = 0L;
    for (var i = 0; i < count; i++) {
      var own = layers.get(i).parameters();
      if (!own.isEmpty()) {
        hasParameters[i] = true;
        parameterIndex[i] = next;
        next += own.size();
        weights[i] = own.getFirst().value();
        elements += own.getFirst().size();
        first = Math.min(first, i);
      }
    }
    firstWithParameters = first;
    weightCount = elements;
  }

  /** Number of layers, those without parameters included. */
  int size() {
    return layers.length;
  }

  Layer layer(int index) {
    return layers[index];
  }

  boolean hasParameters(int layer) {
    return hasParameters[layer];
  }

  /** Place of a layer's weights among the parameters; its bias has the next one. */
  int parameterIndex(int layer) {
    return parameterIndex[layer];
  }

  /** Inputs of a layer with parameters. */
  int inputs(int layer) {
    return weights[layer].numRows;
  }

  /** Units of a layer with parameters. */
  int units(int layer) {
    return weights[layer].numCols;
  }
}
