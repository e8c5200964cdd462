package dev.neuralworkbench.train.optimizer;

import dev.neuralworkbench.nn.LayerWeights;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** One number for every weight and bias of a network, such as an optimizer's velocity. */
public final class WeightBuffer {

  private final List<Parameter> parameters;
  private final float[][] values;

  /** All 0. */
  public WeightBuffer(List<Parameter> parameters) {
    this.parameters = parameters;
    values = parameters.stream().map(p -> new float[p.size()]).toArray(float[][]::new);
  }

  /** The numbers of one parameter; to be changed in place. */
  float[] of(int parameter) {
    return values[parameter];
  }

  public void copyValues() {
    for (var i = 0; i < values.length; i++) {
      System.arraycopy(parameters.get(i).value().data, 0, values[i], 0, values[i].length);
    }
  }

  /** Copies these numbers back into the parameters' values. */
  public void restoreValues() {
    for (var i = 0; i < values.length; i++) {
      System.arraycopy(values[i], 0, parameters.get(i).value().data, 0, values[i].length);
    }
  }

  public boolean holdsValues() {
    return IntStream.range(0, values.length)
        .allMatch(i -> Arrays.equals(values[i], parameters.get(i).value().data));
  }

  /**
   * Moves these numbers towards the parameters' values.
   *
   * @param share of the way, in (0, 1]
   */
  public void moveToValues(float share) {
    for (var i = 0; i < values.length; i++) {
      var towards = parameters.get(i).value().data;
      for (var j = 0; j < values[i].length; j++) {
        values[i][j] = (1 - share) * values[i][j] + share * towards[j];
      }
    }
  }

  /**
   * The numbers of this moment. Weights and bias of a layer follow each other in the parameters.
   */
  public NetworkWeights snapshot() {
    var layers = new ArrayList<LayerWeights>();
    for (var i = 0; i < values.length; i += 2) {
      var shape = parameters.get(i).value();
      layers.add(new LayerWeights(shape.numRows, shape.numCols, values[i], values[i + 1]));
    }
    return new NetworkWeights(layers);
  }

  /**
   * Takes over numbers.
   *
   * @throws IllegalArgumentException if the shapes differ
   */
  public void restore(NetworkWeights from) {
    if (from.parameterCount() != parameters.stream().mapToLong(Parameter::size).sum()
        || from.layers().size() != values.length / 2) {
      throw new IllegalArgumentException(
          "expected one number for each of %d layers, received %s"
              .formatted(values.length / 2, from.layers()));
    }
    for (var i = 0; i < values.length; i += 2) {
      from.layer(i / 2).copyTo(values[i], values[i + 1]);
    }
  }
}
