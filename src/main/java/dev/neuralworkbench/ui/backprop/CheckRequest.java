package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.explain.GradientCheck;
import dev.neuralworkbench.explain.Location;

/**
 * What is to be checked.
 *
 * @param layer dense layer, from 0 on; {@link Location#ALL} for all
 * @param power ε is 10 to the power of minus this
 */
record CheckRequest(int layer, int power) {

  /** All weights, with the ε that serves best. */
  static final CheckRequest DEFAULT =
      new CheckRequest(Location.ALL, (int) Math.round(-Math.log10(GradientCheck.BEST_EPSILON)));

  double epsilon() {
    return Math.pow(10, -power);
  }
}
