package dev.neuralworkbench.explain.trace;

import dev.neuralworkbench.nn.function.ActivationCurve;
import dev.neuralworkbench.nn.function.LossCurve;
import java.util.Arrays;
import java.util.List;

/**
 * One way forward through the network, every value kept. Arrays are (layer × rows × units), and not
 * to be modified.
 *
 * @param inputs of each dense layer, after dropout
 * @param z weighted sums of each layer
 * @param values f(z) of each layer, before dropout
 * @param predictions what is compared with the targets, (rows × outputs)
 * @param losses of the rows
 */
@SuppressWarnings("ArrayRecordComponent")
public record ForwardTrace(
    double[][][] inputs,
    double[][][] z,
    double[][][] values,
    double[][] predictions,
    double[] losses) {

  static ForwardTrace forward(
      StepRows rows,
      WeightNumbers weights,
      List<ActivationCurve> curves,
      DropoutMasks masks,
      LossCurve loss) {
    var layers = curves.size();
    var inputs = new double[layers][][];
    var z = new double[layers][][];
    var values = new double[layers][][];
    var signal = rows.inputs();
    for (var l = 0; l < layers; l++) {
      var mask = masks.before(l);
      inputs[l] = mask == null ? signal : DropoutMasks.times(signal, mask);
      z[l] = sums(inputs[l], weights.layer(l));
      values[l] = new double[z[l].length][];
      for (var r = 0; r < z[l].length; r++) {
        values[l][r] = Arrays.stream(z[l][r]).map(curves.get(l)::value).toArray();
      }
      signal = values[l];
    }
    var count = rows.count();
    var predictions = new double[count][];
    var losses = new double[count];
    for (var r = 0; r < count; r++) {
      predictions[r] = loss.predictions(signal[r]);
      losses[r] = rows.weight(r) * loss.value(signal[r], rows.targets()[r]);
    }
    return new ForwardTrace(inputs, z, values, predictions, losses);
  }

  /** z = Σ x w + b; the weights of a layer end with its biases. */
  private static double[][] sums(double[][] x, double[] w) {
    var z = new double[x.length][];
    for (var r = 0; r < x.length; r++) {
      var count = x[r].length;
      var units = w.length / (count + 1);
      z[r] = new double[units];
      for (var i = 0; i < count; i++) {
        for (var j = 0; j < units; j++) {
          z[r][j] += x[r][i] * w[i * units + j];
        }
      }
      for (var j = 0; j < units; j++) {
        z[r][j] += w[count * units + j];
      }
    }
    return z;
  }

  /** What a layer gets from one of its inputs, after dropout. */
  public double input(int layer, int row, int input) {
    return inputs[layer][row][input];
  }

  public double z(int layer, int row, int unit) {
    return z[layer][row][unit];
  }

  /** f(z), before dropout. */
  public double value(int layer, int row, int unit) {
    return values[layer][row][unit];
  }

  /** What is compared with the target: a probability under a cross-entropy, else the output. */
  public double prediction(int row, int output) {
    return predictions[row][output];
  }

  public double loss(int row) {
    return losses[row];
  }

  /** The mean loss of the rows, without penalties. */
  public double loss() {
    var sum = 0.0;
    for (var loss : losses) {
      sum += loss;
    }
    return sum / losses.length;
  }
}
