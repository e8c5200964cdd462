package dev.neuralworkbench.exchange.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Sums of the outputs a of a layer, y = aW + b. Before a product each sum is but one output that is
 * scaled, and W is not written out, so that many pixels take no matrix of their square. Arrays are
 * not modified once they are here.
 *
 * @param layer number of the layer whose outputs a are; 0 for the inputs of the network
 * @param inputs how many outputs that layer has
 * @param from of each sum the index of its one output; empty where {@code weights} are those of all
 * @param weights of each sum that of its one output; otherwise W, (inputs × outputs), row by row
 */
@SuppressWarnings("ArrayRecordComponent") // As many as there are weights; nobody compares them.
record Affine(int layer, int inputs, int[] from, double[] weights, double[] bias) {

  /** Most numbers of a row, and most weights of a matrix: those of the program's networks. */
  static final int MOST_UNITS = 65_536;

  static final int MOST_WEIGHTS = 20_000_000;

  /** The outputs of a layer as they are. */
  static Affine of(int layer, int units) {
    var all = IntStream.range(0, units).toArray();
    return new Affine(layer, units, all, each(1, units), new double[units]);
  }

  int outputs() {
    return bias.length;
  }

  boolean isProduct() {
    return from.length == 0;
  }

  /** Whether nothing has happened to the outputs but scaling, of each in its place. */
  boolean isScaling() {
    return Arrays.equals(from, IntStream.range(0, inputs).toArray());
  }

  /** y · factor + shift. */
  Affine scaled(double factor, double shift) {
    return scaled(each(factor, outputs()), each(shift, outputs()));
  }

  /** y · factor + shift, with numbers of each. */
  Affine scaled(double[] factor, double[] shift) {
    var w = weights.clone();
    Arrays.setAll(w, i -> w[i] * factor[i % outputs()]);
    var b = bias.clone();
    Arrays.setAll(b, i -> b[i] * factor[i] + shift[i]);
    return new Affine(layer, inputs, from, w, b);
  }

  /** The same number so many times. */
  static double[] each(double number, int count) {
    return DoubleStream.generate(() -> number).limit(count).toArray();
  }

  /**
   * yV + c.
   *
   * @param matrix V, (outputs × units)
   * @param shift c, (units)
   */
  Affine times(double[] matrix, double[] shift) throws OnnxException {
    var units = shift.length;
    var w = matrix(units);
    var b = shift.clone();
    for (var i = 0; i < weights.length; i++) {
      var k = i % outputs();
      add(w, (isProduct() ? i / outputs() : from[k]) * units, weights[i], matrix, k * units, units);
    }
    for (var k = 0; k < outputs(); k++) {
      add(b, 0, bias[k], matrix, k * units, units);
    }
    return new Affine(layer, inputs, new int[0], w, b);
  }

  private static void add(double[] to, int at, double by, double[] row, int from, int count) {
    for (var j = 0; j < count && by != 0; j++) {
      to[at + j] += by * row[from + j];
    }
  }

  /** Products that {@link #times} takes. */
  long work(long units) {
    return weights.length * units;
  }

  private double[] matrix(long units) throws OnnxException {
    if (inputs * units > MOST_WEIGHTS) {
      throw OnnxException.tooLarge(MOST_WEIGHTS);
    }
    return new double[(int) (inputs * units)];
  }

  /** The numbers of several of the same layer, none of them a product, side by side. */
  static Affine beside(List<Affine> all) throws OnnxException {
    var first = all.getFirst();
    if (all.stream().mapToLong(Affine::outputs).sum() > MOST_UNITS) {
      throw OnnxException.tooLarge(MOST_UNITS);
    }
    return new Affine(
        first.layer,
        first.inputs,
        all.stream().flatMapToInt(it -> IntStream.of(it.from)).toArray(),
        all.stream().flatMapToDouble(it -> DoubleStream.of(it.weights)).toArray(),
        all.stream().flatMapToDouble(it -> DoubleStream.of(it.bias)).toArray());
  }

  /** Some of its numbers. */
  Affine columns(int... of) {
    var w = new double[weights.length / outputs() * of.length];
    Arrays.setAll(w, i -> weights[i / of.length * outputs() + of[i % of.length]]);
    var b = IntStream.of(of).mapToDouble(j -> bias[j]).toArray();
    var own = isProduct() ? from : IntStream.of(of).map(j -> from[j]).toArray();
    return new Affine(layer, inputs, own, w, b);
  }

  /** The same with all of W written out. */
  Affine written() throws OnnxException {
    if (isProduct()) {
      return this;
    }
    var w = matrix(outputs());
    for (var k = 0; k < outputs(); k++) {
      w[from[k] * outputs() + k] = weights[k];
    }
    return new Affine(layer, inputs, new int[0], w, bias);
  }
}
