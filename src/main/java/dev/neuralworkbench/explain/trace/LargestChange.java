package dev.neuralworkbench.explain.trace;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which weight or bias a step changes most: what somebody who understood the step can tell.
 *
 * @param place the weight or bias with the largest |change|
 * @param isAlone whether every other change is clearly smaller, by more than a twentieth
 * @param choices it among others that may be taken for it: the second largest change, the largest
 *     weight, the smallest change; in the network's order, so that none stands out
 */
public record LargestChange(NetworkLocation place, boolean isAlone, List<NetworkLocation> choices) {

  /** From this share of the largest change on, another is as good as alike. */
  private static final double ALIKE = 0.95;

  private static final Comparator<NetworkLocation> ORDER =
      Comparator.<NetworkLocation>comparingInt(NetworkLocation::layer)
          .thenComparingInt(NetworkLocation::unit)
          .thenComparingInt(
              it -> it.input() == NetworkLocation.BIAS ? Integer.MAX_VALUE : it.input());

  public LargestChange {
    choices = List.copyOf(choices);
  }

  /** The one of a step; empty where nothing changes. */
  public static Optional<LargestChange> of(BackpropTrace trace) {
    var largest = new Most();
    var second = new Most();
    var heaviest = new Most();
    var smallest = new Most();
    // An object only for a weight that beats all before: a network may have two million.
    for (var layer = 0; layer < trace.layers(); layer++) {
      var inputs = trace.inputs(layer);
      for (var unit = 0; unit < trace.units(layer); unit++) {
        for (var i = 0; i <= inputs; i++) {
          var input = i == inputs ? NetworkLocation.BIAS : i;
          var weight = trace.weight(layer, input, unit);
          var change = StrictMath.abs(trace.newWeight(layer, input, unit) - weight);
          if (change > largest.value) {
            second.value = largest.value;
            second.place = largest.place;
          } else {
            second.offer(change, layer, input, unit);
          }
          largest.offer(change, layer, input, unit);
          smallest.offer(-change, layer, input, unit);
          if (i < inputs) {
            heaviest.offer(StrictMath.abs(weight), layer, input, unit);
          }
        }
      }
    }
    var place = largest.place;
    return place == null || !(largest.value > 0)
        ? Optional.empty()
        : Optional.of(
            new LargestChange(
                place,
                second.value < ALIKE * largest.value,
                Stream.of(largest, second, heaviest, smallest)
                    .map(it -> it.place)
                    .filter(NetworkLocation.class::isInstance)
                    .map(NetworkLocation.class::cast)
                    .distinct()
                    .sorted(ORDER)
                    .toList()));
  }

  /** The first weight with the largest number so far. */
  private static final class Most {

    private double value = Double.NEGATIVE_INFINITY;
    private @Nullable NetworkLocation place;

    void offer(double next, int layer, int input, int unit) {
      if (next > value) {
        value = next;
        place = NetworkLocation.weight(layer, input, unit);
      }
    }
  }
}
