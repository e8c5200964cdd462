package dev.neuralworkbench.explain.trace;

import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkWeights;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * A number for each weight and bias, such as the weights themselves or their gradients. A layer has
 * (inputs × units) of them, row by row, and then those of its biases. Not modified once made.
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of numbers.
record WeightNumbers(double[][] layers, int[] units) {

  /** A number of one weight, or with {@link NetworkLocation#BIAS} of a bias. */
  @FunctionalInterface
  interface OneByOne {
    double of(int layer, int input, int unit);
  }

  static WeightNumbers of(NetworkWeights weights) {
    var layers = weights.layers();
    return new WeightNumbers(
        layers.stream().map(WeightNumbers::numbers).toArray(double[][]::new),
        layers.stream().mapToInt(LayerWeights::units).toArray());
  }

  private static double[] numbers(LayerWeights layer) {
    var numbers = new double[layer.parameterCount()];
    var next = 0;
    for (var w : layer.weights()) {
      numbers[next++] = w;
    }
    for (var b : layer.bias()) {
      numbers[next++] = b;
    }
    return numbers;
  }

  /** The numbers as weights of a network, in single precision. */
  NetworkWeights weights() {
    var made = new ArrayList<LayerWeights>();
    for (var l = 0; l < layers.length; l++) {
      var singles = new float[layers[l].length];
      for (var i = 0; i < singles.length; i++) {
        singles[i] = (float) layers[l][i];
      }
      var bias = inputs(l) * units[l];
      made.add(
          new LayerWeights(
              inputs(l),
              units[l],
              Arrays.copyOf(singles, bias),
              Arrays.copyOfRange(singles, bias, singles.length)));
    }
    return new NetworkWeights(made);
  }

  WeightNumbers map(OneByOne number) {
    var mapped = new double[layers.length][];
    for (var l = 0; l < mapped.length; l++) {
      var count = inputs(l);
      mapped[l] = new double[layers[l].length];
      for (var i = 0; i <= count; i++) {
        for (var j = 0; j < units[l]; j++) {
          mapped[l][i * units[l] + j] = number.of(l, i == count ? NetworkLocation.BIAS : i, j);
        }
      }
    }
    return new WeightNumbers(mapped, units);
  }

  /** Other numbers for the same weights, a layer at a time. Kept, not copied. */
  WeightNumbers withLayers(double[][] others) {
    return new WeightNumbers(others, units);
  }

  WeightNumbers plus(NetworkLocation place, double change) {
    var changed = layers.clone();
    changed[place.layer()] = changed[place.layer()].clone();
    changed[place.layer()][index(place.layer(), place.input(), place.unit())] += change;
    return new WeightNumbers(changed, units);
  }

  int count() {
    return layers.length;
  }

  int inputs(int layer) {
    return layers[layer].length / units[layer] - 1;
  }

  int units(int layer) {
    return units[layer];
  }

  /** The numbers of a layer. Not to be modified. */
  double[] layer(int layer) {
    return layers[layer];
  }

  /** The number of a weight, or with {@link NetworkLocation#BIAS} of a bias. */
  double get(int layer, int input, int unit) {
    return layers[layer][index(layer, input, unit)];
  }

  private int index(int layer, int input, int unit) {
    var row = input == NetworkLocation.BIAS ? inputs(layer) : input;
    return row * units[layer] + unit;
  }
}
