package dev.neuralworkbench.walk;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.problem.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A network's outputs in double, from its weights alone, with what rounding to floats may make of
 * each: a sum of n products errs by at most (n + 1) u Σ|xw| + …, u = 2⁻²⁴ (Higham, Accuracy and
 * Stability of Numerical Algorithms, 3.1), and an error of an input grows by |w|.
 */
final class OwnNetwork {

  /** Half the spacing of floats at 1. */
  static final double U = 0x1p-24;

  /** What is smaller than this is 0 as a float. */
  private static final double LEAST = 0x1p-149;

  private final List<OwnLayer> layers = new ArrayList<>();

  private static final class OwnLayer {
    private final double[][] weights; // (inputs × units)
    private final double[] bias;
    private final String activation;

    OwnLayer(double[][] weights, double[] bias, String activation) {
      this.weights = weights;
      this.bias = bias;
      this.activation = activation;
    }
  }

  private OwnNetwork() {}

  /** The network of a model file's {@code network}. */
  static OwnNetwork read(JsonObject network) {
    var own = new OwnNetwork();
    for (var element : network.getAsJsonArray("layers")) {
      var layer = element.getAsJsonObject();
      if (layer.get("type").getAsString().equals("dense")) {
        var rows = layer.getAsJsonArray("weights");
        var weights = new double[rows.size()][];
        for (var i = 0; i < weights.length; i++) {
          weights[i] = numbers(rows.get(i).getAsJsonArray());
        }
        var bias = numbers(layer.getAsJsonArray("bias"));
        own.layers.add(new OwnLayer(weights, bias, layer.get("activation").getAsString()));
      }
    }
    return own;
  }

  private static double[] numbers(JsonArray array) {
    var numbers = new double[array.size()];
    for (var i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).getAsFloat();
    }
    return numbers;
  }

  /** A network of this design with these weights. */
  static OwnNetwork of(NetworkDesign design, NetworkWeights weights) {
    var own = new OwnNetwork();
    var outputs = weights.layers().getLast().units();
    var designs = design.dense(outputs);
    for (var i = 0; i < designs.size(); i++) {
      var layer = weights.layer(i);
      var w = new double[layer.inputs()][layer.units()];
      var bias = new double[layer.units()];
      for (var unit = 0; unit < bias.length; unit++) {
        bias[unit] = layer.bias(unit);
        for (var input = 0; input < w.length; input++) {
          w[input][unit] = layer.weight(input, unit);
        }
      }
      own.layers.add(new OwnLayer(w, bias, Ids.of(designs.get(i).activation())));
    }
    return own;
  }

  /**
   * Outputs of one row before the loss's output function.
   *
   * @param inputs prepared, and exact as floats
   */
  Bounds[] outputs(double[] inputs) {
    var y = new Bounds[inputs.length];
    for (var i = 0; i < y.length; i++) {
      y[i] = Bounds.exact(inputs[i]);
    }
    for (var layer : layers) {
      y = outputs(layer, y);
    }
    return y;
  }

  private static Bounds[] outputs(OwnLayer layer, Bounds[] x) {
    var y = new Bounds[layer.bias.length];
    for (var unit = 0; unit < y.length; unit++) {
      var sum = layer.bias[unit];
      var size = Math.abs(sum);
      var error = 0.0;
      for (var input = 0; input < x.length; input++) {
        var weight = layer.weights[input][unit];
        sum += x[input].value() * weight;
        size += Math.abs(x[input].value() * weight);
        error += Math.abs(weight) * (x[input].most() - x[input].least()) / 2;
      }
      y[unit] = activated(layer.activation, sum, error + (x.length + 2) * U * size);
    }
    return y;
  }

  private static Bounds activated(String activation, double z, double error) {
    var f = function(activation);
    var y = f.applyAsDouble(z);
    // Those that fall somewhere are nowhere steeper than 1.2.
    var grown =
        switch (activation) {
          case "gelu", "mish" -> 1.2 * error;
          default -> Math.max(f.applyAsDouble(z + error) - y, y - f.applyAsDouble(z - error));
        };
    var own = activation.equals("identity") ? 0 : 2 * U * Math.abs(y) + LEAST;
    return Bounds.about(y, grown + own);
  }

  private static DoubleUnaryOperator function(String activation) {
    return switch (activation) {
      case "identity" -> z -> z;
      case "tanh" -> Math::tanh;
      case "sigmoid" -> z -> Math.exp(-softplus(-z));
      case "relu" -> z -> Math.max(z, 0);
      case "leaky_relu" -> z -> Math.max(z, 0.01 * z);
      case "elu" -> z -> z > 0 ? z : Math.expm1(z);
      case "gelu" -> z -> z * (1 + errorFunction(z / Math.sqrt(2))) / 2;
      case "softplus" -> OwnNetwork::softplus;
      case "mish" -> z -> z * Math.tanh(softplus(z));
      default -> throw new IllegalArgumentException(activation);
    };
  }

  /** log(1 + eᶻ), NumPy's {@code logaddexp(0, z)}. */
  static double softplus(double z) {
    return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
  }

  /** 2/√π Σ (−1)ⁿ x²ⁿ⁺¹ / (n! (2n + 1)). */
  private static double errorFunction(double x) {
    if (Math.abs(x) > 5.5) {
      return Math.signum(x);
    }
    var sum = 0.0;
    var term = x;
    for (var n = 0; n < 200; n++) {
      sum += term / (2 * n + 1);
      term *= -x * x / (n + 1);
    }
    return 2 / Math.sqrt(Math.PI) * sum;
  }
}
