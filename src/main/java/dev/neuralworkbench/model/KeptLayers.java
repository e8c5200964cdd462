package dev.neuralworkbench.model;

import dev.neuralworkbench.nn.DenseDesign;
import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.Network;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.Products;
import java.util.ArrayList;
import java.util.List;

/**
 * Which dense layers keep their trained weights when a network is redesigned: from the inputs on,
 * and back from the outputs, as long as shapes are the same. A layer whose units were changed, and
 * the one after it, start anew.
 */
public final class KeptLayers {

  private final NetworkDesign design;
  private final Model trained;
  private final int count;
  private final int front;
  private final int back;

  private KeptLayers(NetworkDesign design, Model trained, int count, int front, int back) {
    this.design = design;
    this.trained = trained;
    this.count = count;
    this.front = front;
    this.back = back;
  }

  /** The layers of a trained model that a design keeps. */
  static KeptLayers of(NetworkDesign design, Model trained) {
    var before = trained.weights().layers();
    var units =
        design.layers(trained.outputs()).stream()
            .filter(DenseDesign.class::isInstance)
            .map(layer -> ((DenseDesign) layer).units())
            .toList();
    var common = Math.min(units.size(), before.size());
    var front = 0;
    while (front < common && sameShape(before, front, trained.inputs(), units, front)) {
      front++;
    }
    var back = 0;
    while (back < common - front
        && sameShape(
            before, before.size() - 1 - back, trained.inputs(), units, units.size() - 1 - back)) {
      back++;
    }
    return new KeptLayers(design, trained, units.size(), front, back);
  }

  private static boolean sameShape(
      List<LayerWeights> before, int index, int inputs, List<Integer> units, int layer) {
    var width = layer == 0 ? inputs : units.get(layer - 1);
    return before.get(index).inputs() == width && before.get(index).units() == units.get(layer);
  }

  /** How many dense layers keep their weights. */
  public int count() {
    return front + back;
  }

  /** How many dense layers the network has. */
  public int layers() {
    return count;
  }

  /** The kept weights, with the others drawn from the seed. */
  NetworkWeights weights(long seed, Products products) {
    var before = trained.weights().layers();
    var network = new Network(trained.inputs(), trained.outputs(), design, products);
    network.initialize(seed);
    var layers = new ArrayList<>(network.weights().layers());
    for (var i = 0; i < front; i++) {
      layers.set(i, before.get(i));
    }
    for (var i = 1; i <= back; i++) {
      layers.set(count - i, before.get(before.size() - i));
    }
    return new NetworkWeights(layers);
  }
}
