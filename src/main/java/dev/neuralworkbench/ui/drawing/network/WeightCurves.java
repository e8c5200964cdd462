package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.nn.LayerWeights;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The weights that are drawn, as curves between units, the small ones first so that the large ones
 * lie on top.
 *
 * @param all the curves
 * @param end the largest size of a weight or bias among them, rounded up to 1, 2 or 5 times a power
 *     of ten: the end of the scale. 1 where there are no weights
 */
record WeightCurves(List<Edge> all, double end) {

  /**
   * A curve.
   *
   * @param value the weight; NaN where there is none yet
   */
  record Edge(
      NetworkPart.Weight part, float value, double fromX, double fromY, double toX, double toY) {

    double middleX() {
      return (fromX + toX) / 2;
    }

    double middleY() {
      return (fromY + toY) / 2;
    }

    /** Height of the curve at an x between both ends: 3t² − 2t³ of the way, as it is drawn. */
    double y(double x) {
      var low = 0.0;
      var high = 1.0;
      while (high - low > 1e-3) {
        var t = (low + high) / 2;
        if (x(t) < x) {
          low = t;
        } else {
          high = t;
        }
      }
      return fromY + (toY - fromY) * (3 - 2 * low) * low * low;
    }

    /** A cubic Bézier whose inner points lie in the middle. */
    private double x(double t) {
      var rest = 1 - t;
      return rest * rest * rest * fromX + 3 * middleX() * rest * t + t * t * t * toX;
    }
  }

  WeightCurves {
    all = List.copyOf(all);
  }

  /**
   * The curves between the units that are shown. Those from a row of an image's pixels to a unit
   * would lie on each other: the largest stands for all of them, or one that is wanted.
   *
   * @param wanted parts that are to be seen
   */
  static WeightCurves of(
      NetworkLayout layout, List<Optional<LayerWeights>> weights, Set<NetworkPart> wanted) {
    var columns = layout.columns();
    var edges =
        IntStream.range(1, columns.size())
            .filter(i -> columns.get(i - 1).index() == columns.get(i).index() - 1)
            .boxed()
            .flatMap(i -> between(columns.get(i - 1), columns.get(i), weights, wanted));
    var sorted =
        edges.sorted(Comparator.comparingDouble((Edge edge) -> Math.abs(edge.value))).toList();
    var most = sorted.stream().mapToDouble(edge -> Math.abs(edge.value)).filter(Double::isFinite);
    return new WeightCurves(
        sorted, roundedUp(Math.max(most.max().orElse(0), mostBias(layout, weights))));
  }

  /** The curve of a weight; empty where it is not drawn. */
  Optional<Edge> of(NetworkPart.Weight weight) {
    return all.stream().filter(it -> it.part.equals(weight)).findFirst();
  }

  private static Stream<Edge> between(
      NetworkLayout.Column from,
      NetworkLayout.Column to,
      List<Optional<LayerWeights>> weights,
      Set<NetworkPart> wanted) {
    var layer = from.index();
    var values = weights.get(layer);
    return IntStream.range(0, from.shown() / from.across())
        .boxed()
        .flatMap(
            row ->
                IntStream.range(0, to.shown())
                    .mapToObj(
                        j -> {
                          var place = from.across() * row;
                          var input =
                              from.isImage()
                                  ? largest(layer, place, from.across(), to.unit(j), values, wanted)
                                  : from.unit(place);
                          var unit = to.unit(j);
                          return new Edge(
                              new NetworkPart.Weight(layer, input, unit),
                              values.isEmpty() ? Float.NaN : values.get().weight(input, unit),
                              from.x() + from.half(),
                              from.y(place),
                              to.x() - to.reach(),
                              to.y(j));
                        }));
  }

  /** The pixel of a row that stands for it. */
  private static int largest(
      int layer,
      int from,
      int across,
      int unit,
      Optional<LayerWeights> values,
      Set<NetworkPart> wanted) {
    var found = from;
    for (var input = from; input < from + across; input++) {
      if (!wanted.isEmpty() && wanted.contains(new NetworkPart.Weight(layer, input, unit))) {
        return input;
      }
      if (values.isPresent()
          && Math.abs(values.get().weight(input, unit))
              > Math.abs(values.get().weight(found, unit))) {
        found = input;
      }
    }
    return found;
  }

  private static double mostBias(NetworkLayout layout, List<Optional<LayerWeights>> weights) {
    return layout.columns().stream()
        .filter(column -> column.index() > 0)
        .flatMapToDouble(
            column ->
                weights.get(column.index() - 1).stream()
                    .flatMapToDouble(
                        values ->
                            IntStream.range(0, column.shown())
                                .mapToDouble(place -> values.bias(column.unit(place)))))
        .map(Math::abs)
        .filter(Double::isFinite)
        .max()
        .orElse(0);
  }

  /** The least of 1, 2, 5, 10 … and 0.5, 0.2, 0.1 … that is not less; 1 for 0. */
  static double roundedUp(double value) {
    if (value <= 0) {
      return 1;
    }
    var decade = Math.pow(10, Math.floor(Math.log10(value)));
    return Arrays.stream(new double[] {1, 2, 5, 10})
        .map(step -> step * decade)
        .filter(step -> step >= value * (1 - 1e-6))
        .findFirst()
        .orElse(10 * decade);
  }
}
