package dev.neuralworkbench.nn;

import java.util.Arrays;
import java.util.List;

/**
 * Weights and bias of one dense layer at one moment. Immutable: arrays are copied in and out.
 *
 * <p>Also holds anything else that has one number a weight, such as an optimizer's velocity.
 */
public final class LayerWeights {

  /** The input that stands for the bias. */
  public static final int BIAS = -1;

  private final int inputs;
  private final int units;
  private final float[] weights;
  private final float[] bias;

  /**
   * @param weights (inputs × units), row by row. Copied; may be longer.
   * @param bias (units). Copied; may be longer.
   * @throws IllegalArgumentException if an array is too short
   */
  public LayerWeights(int inputs, int units, float[] weights, float[] bias) {
    if (weights.length < inputs * units || bias.length < units) {
      throw new IllegalArgumentException(
          "expected %d × %d weights and %d biases, received %d and %d"
              .formatted(inputs, units, units, weights.length, bias.length));
    }
    this.inputs = inputs;
    this.units = units;
    this.weights = Arrays.copyOf(weights, inputs * units);
    this.bias = Arrays.copyOf(bias, units);
  }

  /**
   * A layer from its rows, without another copy of all of them on the way.
   *
   * @param rows the weights from each input, (inputs × units). Copied.
   * @param bias (units). Copied.
   * @throws IllegalArgumentException if a row is not as long as there are units
   */
  public static LayerWeights ofRows(int units, List<float[]> rows, float[] bias) {
    var layer = new LayerWeights(rows.size(), units, bias);
    for (var input = 0; input < rows.size(); input++) {
      if (rows.get(input).length != units) {
        throw new IllegalArgumentException(
            "expected rows of %d, received %d".formatted(units, rows.get(input).length));
      }
      System.arraycopy(rows.get(input), 0, layer.weights, input * units, units);
    }
    return layer;
  }

  private LayerWeights(int inputs, int units, float[] bias) {
    this.inputs = inputs;
    this.units = units;
    weights = new float[Math.multiplyExact(inputs, units)];
    this.bias = Arrays.copyOf(bias, units);
  }

  public int inputs() {
    return inputs;
  }

  public int units() {
    return units;
  }

  /** Weight from an input to a unit; with {@link #BIAS} the bias of the unit. */
  public float weight(int input, int unit) {
    return input == BIAS ? bias[unit] : weights[input * units + unit];
  }

  public float bias(int unit) {
    return bias[unit];
  }

  /** All weights, (inputs × units), row by row. A copy. */
  public float[] weights() {
    return weights.clone();
  }

  /** All biases, (units). A copy. */
  public float[] bias() {
    return bias.clone();
  }

  /**
   * Copies all weights and biases without an allocation.
   *
   * @param weights (inputs × units), row by row. Modified.
   * @param bias (units). Modified.
   */
  public void copyTo(float[] weights, float[] bias) {
    System.arraycopy(this.weights, 0, weights, 0, this.weights.length);
    System.arraycopy(this.bias, 0, bias, 0, this.bias.length);
  }

  public int parameterCount() {
    return weights.length + bias.length;
  }

  public boolean isFinite() {
    return allFinite(weights) && allFinite(bias);
  }

  /** The same layer with one weight changed, or with {@link #BIAS} a bias. */
  public LayerWeights withWeight(int input, int unit, float value) {
    var changed = new LayerWeights(inputs, units, weights, bias);
    if (input == BIAS) {
      changed.bias[unit] = value;
    } else {
      changed.weights[input * units + unit] = value;
    }
    return changed;
  }

  /** Equal if the shapes are and every number has the same bits. */
  @Override
  public boolean equals(Object other) {
    return other instanceof LayerWeights that
        && inputs == that.inputs
        && units == that.units
        && Arrays.equals(weights, that.weights)
        && Arrays.equals(bias, that.bias);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(weights) + Arrays.hashCode(bias);
  }

  @Override
  public String toString() {
    return "LayerWeights[" + inputs + " × " + units + "]";
  }

  private static boolean allFinite(float[] values) {
    for (var value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
