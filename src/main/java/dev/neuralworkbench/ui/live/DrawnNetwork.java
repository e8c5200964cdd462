package dev.neuralworkbench.ui.live;

import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.ui.drawing.image.RowImage;
import dev.neuralworkbench.ui.drawing.network.NetworkPart;
import dev.neuralworkbench.ui.drawing.network.NetworkShape;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The network that is drawn.
 *
 * @param layers one a dense layer; empty for one that the next training gives new weights
 * @param isDraft whether it can be redesigned
 * @param isChanged of the draft, whether layers or units were changed since these weights were
 *     learned; of a trained network, whether the draft is another one
 */
record DrawnNetwork(
    NetworkShape shape,
    List<Optional<LayerWeights>> layers,
    @Nullable RowImage image,
    boolean isDraft,
    boolean isChanged) {

  DrawnNetwork {
    layers = List.copyOf(layers);
  }

  /** The number of a weight or bias; empty where it has none yet. */
  Optional<Float> number(NetworkPart part) {
    return switch (part) {
      case NetworkPart.Weight(var layer, var input, var unit) ->
          layers.get(layer).map(it -> it.weight(input, unit));
      case NetworkPart.Bias(var layer, var unit) -> layers.get(layer).map(it -> it.bias(unit));
      case NetworkPart.Unit _ -> Optional.empty();
    };
  }

  /** Index of a drawn layer among the trained ones, which may be others; −1 if it is new. */
  @SuppressWarnings("ReferenceEquality")
  int layerAmong(NetworkWeights trained, int layer) {
    var kept = layers.get(layer);
    return kept.isEmpty()
        ? -1
        : IntStream.range(0, trained.layers().size())
            .filter(i -> trained.layer(i) == kept.get())
            .findFirst()
            .orElse(-1);
  }
}
