package dev.neuralworkbench.exchange.onnx;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A row of numbers as it follows from the outputs a of a layer, y = aW + b. While each number is
 * one of a's, scaled and shifted, W is not written out: y[j] = a[picks[j]] · scale[j] + bias[j], so
 * that a row of pixels takes no matrix of all pixels squared. Arrays are not modified once they are
 * here.
 *
 * @param layer number of the layer whose outputs a are; 0 for the inputs of the network
 * @param inputs how many outputs that layer has
 * @param picks where each number is from; empty where {@code weights} say it
 * @param scale beside {@code picks}
 * @param weights W, (inputs × outputs), row by row; empty where {@code picks} say it
 */
@SuppressWarnings("ArrayRecordComponent") // As many as there are weights; nobody compares them.
record Affine(int layer, int inputs, int[] picks, double[] scale, double[] weights, double[] bias) {

  /** Most numbers of a row, and most weights in a matrix: those of the program's networks. */
  static final int MOST_UNITS = 65_536;

  static final int MOST_WEIGHTS = 20_000_000;

  /** How far numbers may be apart, as a share, that are meant to be the same: floats are. */
  private static final double NEAR = 1e-5;

  /** The outputs of a layer from one to another. */
  static Affine of(int layer, int inputs, int from, int to) {
    var scale = new double[to - from];
    Arrays.fill(scale, 1);
    var picks = IntStream.range(from, to).toArray();
    return new Affine(layer, inputs, picks, scale, new double[0], new double[to - from]);
  }

  int outputs() {
    return bias.length;
  }

  boolean isPicked() {
    return weights.length == 0;
  }

  /** Whether it is the outputs of the layer as they are. */
  boolean isScaledOnly() {
    return isPicked() && Arrays.equals(picks, IntStream.range(0, inputs).toArray());
  }

  /** y · factor + shift, each with one number for all or one for each. */
  Affine scaled(double[] factor, double[] shift) {
    var w = weights.clone();
    var s = scale.clone();
    var b = bias.clone();
    for (var j = 0; j < b.length; j++) {
      b[j] = b[j] * at(factor, j) + at(shift, j);
    }
    for (var i = 0; i < s.length; i++) {
      s[i] *= at(factor, i);
    }
    for (var i = 0; i < w.length; i++) {
      w[i] *= at(factor, i % b.length);
    }
    return new Affine(layer, inputs, picks, s, w, b);
  }

  private static double at(double[] each, int index) {
    return each[each.length == 1 ? 0 : index];
  }

  /**
   * yV + c.
   *
   * @param matrix V, (outputs × units)
   * @param shift c, (units)
   */
  Affine times(double[] matrix, double[] shift) throws OnnxException {
    var units = shift.length;
    var b = shift.clone();
    for (var k = 0; k < outputs(); k++) {
      for (var j = 0; j < units; j++) {
        b[j] += bias[k] * matrix[k * units + j];
      }
    }
    var w = matrix(inputs, units);
    for (var i = 0; i < (isPicked() ? 1 : inputs); i++) {
      for (var k = 0; k < outputs(); k++) {
        var row = isPicked() ? picks[k] : i;
        var value = isPicked() ? scale[k] : weights[i * outputs() + k];
        for (var j = 0; value != 0 && j < units; j++) {
          w[row * units + j] += value * matrix[k * units + j];
        }
      }
    }
    return new Affine(layer, inputs, new int[0], new double[0], w, b);
  }

  /** Products that {@link #times} takes. */
  long work(long units) {
    return (isPicked() ? 1L : inputs) * outputs() * units;
  }

  private static double[] matrix(long inputs, long units) throws OnnxException {
    if (inputs * units > MOST_WEIGHTS) {
      throw OnnxException.tooLarge(MOST_WEIGHTS);
    }
    return new double[(int) (inputs * units)];
  }

  /** The same with its matrix written out. */
  Affine dense() throws OnnxException {
    if (!isPicked()) {
      return this;
    }
    var w = matrix(inputs, outputs());
    for (var j = 0; j < outputs(); j++) {
      w[picks[j] * outputs() + j] += scale[j];
    }
    return new Affine(layer, inputs, new int[0], new double[0], w, bias);
  }

  /** Some of its numbers, in the order of their indices. */
  Affine columns(int... of) {
    var b = IntStream.of(of).mapToDouble(j -> bias[j]).toArray();
    if (isPicked()) {
      var p = IntStream.of(of).map(j -> picks[j]).toArray();
      var s = IntStream.of(of).mapToDouble(j -> scale[j]).toArray();
      return new Affine(layer, inputs, p, s, weights, b);
    }
    var w = new double[inputs * of.length];
    for (var i = 0; i < w.length; i++) {
      w[i] = weights[i / of.length * outputs() + of[i % of.length]];
    }
    return new Affine(layer, inputs, picks, scale, w, b);
  }

  /** Its numbers and another's, of the same layer. */
  Affine beside(Affine other) throws OnnxException {
    var count = outputs() + other.outputs();
    var b = IntStream.range(0, count).mapToDouble(j -> of(bias, other.bias, j)).toArray();
    if (isPicked() && other.isPicked()) {
      var p = IntStream.concat(IntStream.of(picks), IntStream.of(other.picks)).toArray();
      var s = IntStream.range(0, count).mapToDouble(j -> of(scale, other.scale, j)).toArray();
      return new Affine(layer, inputs, p, s, weights, b);
    }
    var w = matrix(inputs, count);
    var one = dense().weights;
    var two = other.dense().weights;
    for (var i = 0; i < inputs; i++) {
      System.arraycopy(one, i * outputs(), w, i * count, outputs());
      System.arraycopy(two, i * other.outputs(), w, i * count + outputs(), other.outputs());
    }
    return new Affine(layer, inputs, new int[0], new double[0], w, b);
  }

  private static double of(double[] first, double[] second, int j) {
    return j < first.length ? first[j] : second[j - first.length];
  }

  /** The sum of both, of the same layer and as many numbers. */
  Affine plus(Affine other) throws OnnxException {
    var one = dense().weights;
    var two = other.dense().weights;
    var w = IntStream.range(0, one.length).mapToDouble(i -> one[i] + two[i]).toArray();
    var b = IntStream.range(0, outputs()).mapToDouble(j -> bias[j] + other.bias[j]).toArray();
    return new Affine(layer, inputs, new int[0], new double[0], w, b);
  }

  /** What this is of another, as one factor for all numbers; NaN where it is none. */
  double ratio(Affine other) throws OnnxException {
    if (layer != other.layer || inputs != other.inputs || outputs() != other.outputs()) {
      return Double.NaN;
    }
    var one = dense();
    var two = other.dense();
    var most = 0;
    for (var i = 0; i < two.weights.length; i++) {
      most = Math.abs(two.weights[i]) > Math.abs(two.weights[most]) ? i : most;
    }
    var ratio = one.weights[most] / two.weights[most];
    return isTimes(one.weights, two.weights, ratio) && isTimes(one.bias, two.bias, ratio)
        ? ratio
        : Double.NaN;
  }

  private static boolean isTimes(double[] one, double[] two, double ratio) {
    return IntStream.range(0, one.length)
        .allMatch(
            i -> Math.abs(one[i] - ratio * two[i]) <= NEAR * Math.max(1e-3, Math.abs(one[i])));
  }
}
