package dev.neuralworkbench.explain.trace;

import dev.neuralworkbench.nn.function.ActivationCurve;
import dev.neuralworkbench.nn.function.LossCurve;
import java.util.List;

/**
 * The way back through the network, every value kept. Arrays are (layer × rows × units); a row's
 * are its own share, without the batch's 1 / B.
 *
 * @param upstream dL/dy of each unit, after its own dropout; for outputs see {@link
 *     BackpropTrace#upstream}
 * @param slopes f′(z) of each unit
 * @param deltas dL/dz of each unit
 * @param gradients ∂L/∂w and ∂L/∂b: the mean over the rows
 */
@SuppressWarnings("ArrayRecordComponent")
record BackwardTrace(
    double[][][] upstream, double[][][] slopes, double[][][] deltas, WeightNumbers gradients) {

  static BackwardTrace of(
      ForwardTrace forward,
      StepRows rows,
      WeightNumbers weights,
      List<ActivationCurve> curves,
      DropoutMasks masks,
      LossCurve loss) {
    var layers = curves.size();
    var upstream = new double[layers][rows.count()][];
    var slopes = new double[layers][rows.count()][];
    var deltas = new double[layers][rows.count()][];
    for (var l = layers - 1; l >= 0; l--) {
      var mask = l == layers - 1 ? null : masks.before(l + 1);
      for (var r = 0; r < rows.count(); r++) {
        upstream[l][r] =
            l == layers - 1
                ? fromLoss(loss, forward.predictions()[r], rows.targets()[r], rows.weight(r))
                : fromNext(weights.layer(l + 1), deltas[l + 1][r], weights.units(l));
        slopes[l][r] = slopes(curves.get(l), forward.z()[l][r], forward.values()[l][r]);
        deltas[l][r] = upstream[l][r].clone();
        for (var j = 0; j < weights.units(l); j++) {
          deltas[l][r][j] *= (mask == null ? 1 : mask[r][j]) * slopes[l][r][j];
        }
      }
    }
    var gradients = new double[layers][];
    for (var l = 0; l < layers; l++) {
      gradients[l] = means(forward.inputs()[l], deltas[l]);
    }
    return new BackwardTrace(upstream, slopes, deltas, weights.withLayers(gradients));
  }

  private static double[] fromLoss(
      LossCurve loss, double[] predictions, double[] targets, double weight) {
    var slopes = new double[predictions.length];
    for (var k = 0; k < slopes.length; k++) {
      slopes[k] = weight * loss.slope(predictions[k], targets[k], slopes.length);
    }
    return slopes;
  }

  /** Σ w δ over the units of the next layer. */
  private static double[] fromNext(double[] weights, double[] deltas, int units) {
    var sums = new double[units];
    for (var j = 0; j < units; j++) {
      for (var k = 0; k < deltas.length; k++) {
        sums[j] += weights[j * deltas.length + k] * deltas[k];
      }
    }
    return sums;
  }

  private static double[] slopes(ActivationCurve curve, double[] z, double[] values) {
    var slopes = new double[z.length];
    for (var j = 0; j < slopes.length; j++) {
      slopes[j] = curve.slope(z[j], values[j]);
    }
    return slopes;
  }

  /** The mean over the rows of x δ, and of δ for the biases. */
  private static double[] means(double[][] inputs, double[][] deltas) {
    var count = inputs[0].length;
    var units = deltas[0].length;
    var means = new double[(count + 1) * units];
    for (var r = 0; r < inputs.length; r++) {
      for (var i = 0; i <= count; i++) {
        var factor = i == count ? 1 : inputs[r][i];
        for (var j = 0; j < units; j++) {
          means[i * units + j] += factor * deltas[r][j];
        }
      }
    }
    for (var i = 0; i < means.length; i++) {
      means[i] /= inputs.length;
    }
    return means;
  }
}
