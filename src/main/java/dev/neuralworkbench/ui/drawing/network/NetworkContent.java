package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.ui.drawing.image.RowImage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All that a drawing shows of a network.
 *
 * @param layers one a dense layer; empty for one without weights, or with those of another shape
 * @param maps pictures in the units of some columns, which are squares then
 * @param image the row that the network is looked at by; null where its inputs are no image
 * @param lit parts that keep their colours while all others turn pale; none to draw everything
 *     alike. A weight does not light the units at its ends
 * @param numbers what is written into large units, beside lit ones, and onto lit weights
 */
public record NetworkContent(
    NetworkShape shape,
    List<Optional<LayerWeights>> layers,
    UnitValues values,
    UnitMaps maps,
    @Nullable RowImage image,
    Set<NetworkPart> lit,
    PartNumbers numbers) {

  public NetworkContent {
    layers = fitting(layers, shape);
    maps = maps.fitting(shape);
    lit = Set.copyOf(lit);
  }

  public static NetworkContent of(NetworkShape shape) {
    return new NetworkContent(
        shape, List.of(), UnitValues.NONE, UnitMaps.NONE, null, Set.of(), PartNumbers.NONE);
  }

  private static List<Optional<LayerWeights>> fitting(
      List<Optional<LayerWeights>> layers, NetworkShape shape) {
    return IntStream.range(0, shape.layers().size())
        .mapToObj(
            i ->
                (i < layers.size() ? layers.get(i) : Optional.<LayerWeights>empty())
                    .filter(it -> it.inputs() == shape.units(i))
                    .filter(it -> it.units() == shape.units(i + 1)))
        .toList();
  }

  public NetworkContent withWeights(NetworkWeights weights) {
    return withLayers(weights.layers().stream().map(Optional::of).toList());
  }

  public NetworkContent withLayers(List<Optional<LayerWeights>> layers) {
    return new NetworkContent(shape, layers, values, maps, image, lit, numbers);
  }

  public NetworkContent withValues(UnitValues values) {
    return new NetworkContent(shape, layers, values, maps, image, lit, numbers);
  }

  public NetworkContent withMaps(UnitMaps maps) {
    return new NetworkContent(shape, layers, values, maps, image, lit, numbers);
  }

  public NetworkContent withImage(@Nullable RowImage image) {
    return new NetworkContent(shape, layers, values, maps, image, lit, numbers);
  }

  public NetworkContent withNumbers(PartNumbers numbers) {
    return new NetworkContent(shape, layers, values, maps, image, lit, numbers);
  }

  public NetworkContent lighting(Collection<? extends NetworkPart> parts) {
    return new NetworkContent(shape, layers, values, maps, image, Set.copyOf(parts), numbers);
  }

  boolean isLit(NetworkPart part) {
    return lit.isEmpty() || lit.contains(part);
  }

  /** The bias of a unit; NaN where it has none. */
  double bias(NetworkPart.Unit unit) {
    return unit.column() == 0
        ? Double.NaN
        : layers
            .get(unit.column() - 1)
            .map(layer -> (double) layer.bias(unit.unit()))
            .orElse(Double.NaN);
  }
}
