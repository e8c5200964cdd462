package dev.neuralworkbench.explain.trace;

import dev.neuralworkbench.train.Intervention;

/**
 * A place in the network.
 *
 * @param layer dense layer, from 0 on; {@link #INPUTS} for the network's inputs
 * @param unit unit of the layer, or number of the input; {@link #ALL} for the whole layer
 * @param input input of a weight; {@link #BIAS} for the bias, {@link #ALL} for no single weight
 */
public record NetworkLocation(int layer, int unit, int input) {

  /** The layer that stands for the network's inputs. */
  public static final int INPUTS = -1;

  /** The input that stands for the bias. */
  public static final int BIAS = Intervention.WeightEdit.BIAS;

  /** No one in particular. */
  public static final int ALL = -2;

  /** A weight or, with {@link #BIAS}, a bias. */
  public static NetworkLocation weight(int layer, int input, int unit) {
    return new NetworkLocation(layer, unit, input);
  }

  public static NetworkLocation unit(int layer, int unit) {
    return new NetworkLocation(layer, unit, ALL);
  }

  public static NetworkLocation layer(int layer) {
    return new NetworkLocation(layer, ALL, ALL);
  }

  /** Whether another place is this one or lies in it: units in their layer, weights in the unit. */
  public boolean contains(NetworkLocation other) {
    return layer == other.layer
        && (unit == ALL || (unit == other.unit && (input == ALL || input == other.input)));
  }

  public boolean isWeight() {
    return input != ALL;
  }

  public boolean isUnit() {
    return input == ALL && unit != ALL;
  }
}
