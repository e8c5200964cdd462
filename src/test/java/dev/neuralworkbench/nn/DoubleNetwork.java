package dev.neuralworkbench.nn;

import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A forward pass in double that shares nothing with the engine: plain loops, StrictMath, and
 * formulas as in a textbook. Gradients by central differences.
 */
public final class DoubleNetwork {

  private static final double STEP = 1e-6;

  private final List<UnaryOperator<double[][]>> layers = new ArrayList<>();
  private final List<double[][]> parameters = new ArrayList<>();
  private final Loss loss;
  private final long seed;

  DoubleNetwork(Loss loss, long seed) {
    this.loss = loss;
    this.seed = seed;
  }

  void dense(double[][] weights, double[][] bias, Activation activation) {
    layers.add(x -> dense(x, weights, bias[0], activation));
    parameters.add(weights);
    parameters.add(bias);
  }

  void dropout(double rate) {
    var index = layers.size();
    layers.add(x -> drop(x, rate, index));
  }

  /** Central differences for every weight and bias: one array a matrix, in the engine's order. */
  List<double[]> gradients(double[][] inputs, double[][] targets) {
    var gradients = new ArrayList<double[]>();
    for (var matrix : parameters) {
      var columns = matrix[0].length;
      var gradient = new double[matrix.length * columns];
      for (var i = 0; i < gradient.length; i++) {
        gradient[i] = slope(matrix[i / columns], i % columns, inputs, targets);
      }
      gradients.add(gradient);
    }
    return gradients;
  }

  private double slope(double[] numbers, int index, double[][] inputs, double[][] targets) {
    var held = numbers[index];
    numbers[index] = held + STEP;
    var above = meanLoss(inputs, targets);
    numbers[index] = held - STEP;
    var below = meanLoss(inputs, targets);
    numbers[index] = held;
    return (above - below) / (2 * STEP);
  }

  double meanLoss(double[][] inputs, double[][] targets) {
    var outputs = outputs(inputs);
    var sum = 0.0;
    for (var row = 0; row < inputs.length; row++) {
      sum += rowLoss(outputs[row], targets[row]);
    }
    return sum / inputs.length;
  }

  double[][] outputs(double[][] inputs) {
    var values = inputs;
    for (var layer : layers) {
      values = layer.apply(values);
    }
    return values;
  }

  private static double[][] dense(
      double[][] x, double[][] weights, double[] bias, Activation activation) {
    var y = new double[x.length][bias.length];
    for (var row = 0; row < x.length; row++) {
      for (var unit = 0; unit < bias.length; unit++) {
        var z = bias[unit];
        for (var input = 0; input < x[row].length; input++) {
          z += x[row][input] * weights[input][unit];
        }
        y[row][unit] = activate(activation, z);
      }
    }
    return y;
  }

  private double[][] drop(double[][] x, double rate, int layer) {
    var random = RandomSource.of(seed, Purpose.DROPOUT, 0, 0, layer, 0);
    var y = new double[x.length][];
    for (var row = 0; row < x.length; row++) {
      y[row] = x[row].clone();
      for (var i = 0; i < y[row].length; i++) {
        y[row][i] *= (random.nextLong() >>> 40) * 0x1p-24 < rate ? 0 : 1 / (1 - rate);
      }
    }
    return y;
  }

  public static double activate(Activation activation, double z) {
    return switch (activation) {
      case IDENTITY -> z;
      case SIGMOID -> 1 / (1 + StrictMath.exp(-z));
      case TANH -> StrictMath.tanh(z);
      case RELU -> z > 0 ? z : 0;
      case LEAKY_RELU -> z > 0 ? z : 0.01 * z;
      case ELU -> z > 0 ? z : StrictMath.expm1(z);
      case GELU -> z * normalDistribution(z);
      case SOFTPLUS ->
          z > 0 ? z + StrictMath.log1p(StrictMath.exp(-z)) : StrictMath.log1p(StrictMath.exp(z));
      // Its formula is not the engine's either; a trajectory of another engine judges both.
      default -> activation.formula(Quantity.of(Letter.of("z"), z)).value();
    };
  }

  /** Φ(z) = 1/2 + φ(z)(z + z³/3 + z⁵/(3·5) + …), Marsaglia 2004. */
  static double normalDistribution(double z) {
    var sum = z;
    var term = z;
    for (var k = 3; k < 400; k += 2) {
      term *= z * z / k;
      sum += term;
    }
    return 0.5 + sum * StrictMath.exp(-z * z / 2) / StrictMath.sqrt(2 * StrictMath.PI);
  }

  private double rowLoss(double[] outputs, double[] targets) {
    var sum = 0.0;
    var n = outputs.length;
    switch (loss) {
      case MEAN_SQUARED_ERROR -> {
        for (var i = 0; i < n; i++) {
          sum += (outputs[i] - targets[i]) * (outputs[i] - targets[i]) / n;
        }
      }
      case MEAN_ABSOLUTE_ERROR -> {
        for (var i = 0; i < n; i++) {
          sum += StrictMath.abs(outputs[i] - targets[i]) / n;
        }
      }
      case HUBER -> {
        for (var i = 0; i < n; i++) {
          var size = StrictMath.abs(outputs[i] - targets[i]);
          sum += (size <= 1 ? size * size / 2 : size - 0.5) / n;
        }
      }
      case BINARY_CROSS_ENTROPY -> {
        for (var i = 0; i < n; i++) {
          var p = 1 / (1 + StrictMath.exp(-outputs[i]));
          sum -= (targets[i] * StrictMath.log(p) + (1 - targets[i]) * StrictMath.log(1 - p)) / n;
        }
      }
      case CATEGORICAL_CROSS_ENTROPY -> {
        var exponentials = 0.0;
        for (var output : outputs) {
          exponentials += StrictMath.exp(output);
        }
        for (var i = 0; i < n; i++) {
          sum -= targets[i] * StrictMath.log(StrictMath.exp(outputs[i]) / exponentials);
        }
      }
    }
    return sum;
  }
}
