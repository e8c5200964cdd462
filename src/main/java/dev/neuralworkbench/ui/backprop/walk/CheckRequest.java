package dev.neuralworkbench.ui.backprop.walk;

import dev.neuralworkbench.explain.trace.BackpropTrace;
import dev.neuralworkbench.explain.trace.GradientCheck;
import dev.neuralworkbench.explain.trace.NetworkLocation;
import java.util.List;

/**
 * What is to be checked.
 *
 * @param place one weight or bias, a layer, or with {@link NetworkLocation#ALL} as the layer all
 * @param power h is 10 to the power of minus this
 */
public record CheckRequest(NetworkLocation place, int power) {

  /** All weights, with the h that serves best. */
  public static final CheckRequest DEFAULT =
      new CheckRequest(
          NetworkLocation.layer(NetworkLocation.ALL),
          (int) Math.round(-Math.log10(GradientCheck.BEST_EPSILON)));

  double epsilon() {
    return GradientCheck.epsilon(power);
  }

  public CheckRequest of(NetworkLocation other) {
    return new CheckRequest(other, power);
  }

  public boolean fits(BackpropTrace trace) {
    return place.layer() == NetworkLocation.ALL
        || (place.layer() < trace.layers()
            && place.unit() < trace.units(place.layer())
            && place.input() < trace.inputs(place.layer()));
  }

  /** The weights to be checked, evenly chosen where there are too many. */
  List<NetworkLocation> places(BackpropTrace trace, int most) {
    return place.isWeight() ? List.of(place) : GradientCheck.places(trace, place.layer(), most);
  }
}
