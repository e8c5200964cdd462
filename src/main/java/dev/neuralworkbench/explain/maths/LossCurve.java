package dev.neuralworkbench.explain.maths;

import dev.neuralworkbench.nn.function.Loss;

/**
 * A loss in double, of one row. Conventions as in {@code nn}: all but categorical cross-entropy are
 * averaged over the outputs; the cross-entropies work on logits.
 */
public final class LossCurve {

  private LossCurve() {}

  /**
   * What is compared with the targets: probabilities where the loss owns its output function,
   * otherwise the outputs themselves.
   *
   * @param outputs of the last layer. Not modified.
   * @return the caller's own
   */
  public static double[] predictions(Loss loss, double[] outputs) {
    return switch (loss) {
      case MEAN_SQUARED_ERROR, MEAN_ABSOLUTE_ERROR, HUBER -> outputs.clone();
      case BINARY_CROSS_ENTROPY -> {
        var p = new double[outputs.length];
        for (var k = 0; k < p.length; k++) {
          p[k] = 1 / (1 + StrictMath.exp(-outputs[k]));
        }
        yield p;
      }
      case CATEGORICAL_CROSS_ENTROPY -> softmax(outputs);
    };
  }

  private static double[] softmax(double[] z) {
    var most = Double.NEGATIVE_INFINITY;
    for (var value : z) {
      most = StrictMath.max(most, value);
    }
    var p = new double[z.length];
    var sum = 0.0;
    for (var k = 0; k < z.length; k++) {
      p[k] = StrictMath.exp(z[k] - most);
      sum += p[k];
    }
    for (var k = 0; k < z.length; k++) {
      p[k] /= sum;
    }
    return p;
  }

  /**
   * The loss of a row.
   *
   * @param outputs of the last layer, (outputs). Not modified.
   * @param targets (outputs). Not modified.
   */
  public static double value(Loss loss, double[] outputs, double[] targets) {
    var sum = 0.0;
    if (loss == Loss.CATEGORICAL_CROSS_ENTROPY) {
      var most = Double.NEGATIVE_INFINITY;
      for (var value : outputs) {
        most = StrictMath.max(most, value);
      }
      var exponentials = 0.0;
      for (var k = 0; k < outputs.length; k++) {
        exponentials += StrictMath.exp(outputs[k] - most);
        sum -= targets[k] * (outputs[k] - most);
      }
      return sum + StrictMath.log(exponentials);
    }
    for (var k = 0; k < outputs.length; k++) {
      sum += ofOutput(loss, outputs[k], targets[k]);
    }
    return sum / outputs.length;
  }

  private static double ofOutput(Loss loss, double output, double target) {
    var error = output - target;
    var size = StrictMath.abs(error);
    return switch (loss) {
      case MEAN_SQUARED_ERROR -> error * error;
      case MEAN_ABSOLUTE_ERROR -> size;
      case HUBER -> size <= 1 ? 0.5 * error * error : size - 0.5;
      case BINARY_CROSS_ENTROPY ->
          StrictMath.max(output, 0)
              + StrictMath.log1p(StrictMath.exp(-StrictMath.abs(output)))
              - target * output;
      case CATEGORICAL_CROSS_ENTROPY ->
          throw new IllegalArgumentException("expected a loss of single outputs");
    };
  }

  /**
   * dL/d(output) of one output of a row.
   *
   * @param prediction of {@link #predictions}
   * @param outputs number of outputs
   */
  public static double slope(Loss loss, double prediction, double target, int outputs) {
    var error = prediction - target;
    return switch (loss) {
      case MEAN_SQUARED_ERROR -> 2 * error / outputs;
      case MEAN_ABSOLUTE_ERROR -> StrictMath.signum(error) / outputs;
      case HUBER -> StrictMath.max(-1, StrictMath.min(1, error)) / outputs;
      case BINARY_CROSS_ENTROPY -> error / outputs;
      case CATEGORICAL_CROSS_ENTROPY -> error;
    };
  }
}
