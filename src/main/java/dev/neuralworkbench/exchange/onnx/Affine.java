package dev.neuralworkbench.exchange.onnx;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Sums of the outputs a of a layer, y = aW + b. While W is but a diagonal it is not written out, so
 * that many pixels take no matrix of their square. Arrays are not modified once they are here.
 *
 * @param layer number of the layer whose outputs a are; 0 for the inputs of the network
 * @param inputs how many outputs that layer has
 * @param diagonal W's; empty where {@code weights} say it
 * @param weights W, (inputs × outputs), row by row; empty where {@code diagonal} says it
 */
@SuppressWarnings("ArrayRecordComponent") // As many as there are weights; nobody compares them.
record Affine(int layer, int inputs, double[] diagonal, double[] weights, double[] bias) {

  /** Most numbers of a row, and most weights of a matrix: those of the program's networks. */
  static final int MOST_UNITS = 65_536;

  static final int MOST_WEIGHTS = 20_000_000;

  /** The outputs of a layer as they are. */
  static Affine of(int layer, int units) {
    var ones = DoubleStream.generate(() -> 1).limit(units).toArray();
    return new Affine(layer, units, ones, new double[0], new double[units]);
  }

  int outputs() {
    return bias.length;
  }

  private double weight(int input, int output) {
    return diagonal.length == 0
        ? weights[input * outputs() + output]
        : input == output ? diagonal[input] : 0;
  }

  /** y · factor + shift, each with one number for all or one for each. */
  Affine scaled(double[] factor, double[] shift) {
    var d = diagonal.clone();
    Arrays.setAll(d, i -> d[i] * at(factor, i));
    var w = weights.clone();
    Arrays.setAll(w, i -> w[i] * at(factor, i % outputs()));
    var b = bias.clone();
    Arrays.setAll(b, i -> b[i] * at(factor, i) + at(shift, i));
    return new Affine(layer, inputs, d, w, b);
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
    var w = matrix(inputs, units);
    var b = shift.clone();
    for (var k = 0; k < outputs(); k++) {
      add(b, 0, bias[k], matrix, k * units, units);
      for (var i = diagonal.length == 0 ? 0 : k; i < (diagonal.length == 0 ? inputs : k + 1); i++) {
        add(w, i * units, weight(i, k), matrix, k * units, units);
      }
    }
    return new Affine(layer, inputs, new double[0], w, b);
  }

  private static void add(double[] to, int at, double by, double[] row, int from, int count) {
    for (var j = 0; j < count && by != 0; j++) {
      to[at + j] += by * row[from + j];
    }
  }

  /** Products that {@link #times} takes. */
  long work(long units) {
    return (diagonal.length == 0 ? (long) inputs : 1) * outputs() * units;
  }

  private static double[] matrix(long inputs, long units) throws OnnxException {
    if (inputs * units > MOST_WEIGHTS) {
      throw OnnxException.tooLarge(MOST_WEIGHTS);
    }
    return new double[(int) (inputs * units)];
  }

  /** The numbers of several of the same layer, side by side. */
  static Affine beside(List<Affine> all) throws OnnxException {
    var first = all.getFirst();
    var w = matrix(first.inputs, all.stream().mapToLong(Affine::outputs).sum());
    var b = all.stream().flatMapToDouble(it -> DoubleStream.of(it.bias)).toArray();
    var at = 0;
    for (var it : all) {
      for (var j = 0; j < it.outputs(); j++, at++) {
        for (var i = 0; i < first.inputs; i++) {
          w[i * b.length + at] = it.weight(i, j);
        }
      }
    }
    return new Affine(first.layer, first.inputs, new double[0], w, b);
  }

  /** Some of its numbers, with all weights written out. */
  Affine columns(int... of) throws OnnxException {
    var w = matrix(inputs, of.length);
    for (var i = 0; i < w.length; i++) {
      w[i] = weight(i / of.length, of[i % of.length]);
    }
    var b = IntStream.of(of).mapToDouble(j -> bias[j]).toArray();
    return new Affine(layer, inputs, new double[0], w, b);
  }

  /** What each input is scaled by, if that is all that happens to them; empty otherwise. */
  double[] scales() {
    var isScaled =
        outputs() == inputs
            && (diagonal.length > 0
                || IntStream.range(0, weights.length)
                    .allMatch(i -> i % (inputs + 1) == 0 || weights[i] == 0));
    return isScaled
        ? IntStream.range(0, inputs).mapToDouble(i -> weight(i, i)).toArray()
        : new double[0];
  }
}
