package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.ui.drawing.NetworkShape;
import java.util.List;
import java.util.Optional;

/**
 * The network that is drawn.
 *
 * @param shape its units, as they are designed now
 * @param layers the weights that its layers have, one entry a dense layer; empty for a layer that
 *     the next training gives new ones
 * @param redesigned whether layers or units were changed since these weights were learned
 */
record DrawnNetwork(NetworkShape shape, List<Optional<LayerWeights>> layers, boolean redesigned) {

  DrawnNetwork {
    layers = List.copyOf(layers);
  }
}
