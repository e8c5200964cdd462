package dev.neuralworkbench.explain.why;

import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Elementary;
import java.util.Arrays;
import java.util.List;

/**
 * A network's forward pass in double from the sums of its first layer on. Values lie as (units ×
 * rows), a unit's rows side by side: the inner loops run over rows, so they are long enough for
 * vector registers however few units there are. Functions are {@link Elementary}'s, within 2e-9.
 *
 * <p>Has buffers: one thread.
 */
final class WidePass {

  private final NetworkWeights weights;
  private final List<DenseDesign> designs;
  private final int rows;
  private final double[][] values; // of each layer but the first, (units × rows)
  private double[] scratch = {};

  /**
   * @param rows how many rows go through at once
   */
  WidePass(Model model, int rows) {
    weights = model.weights();
    designs = model.experiment().network().dense(model.outputs());
    this.rows = rows;
    values = new double[designs.size()][];
    for (var layer = 1; layer < values.length; layer++) {
      values[layer] = new double[designs.get(layer).units() * rows];
    }
  }

  /**
   * Outputs before the loss's output function.
   *
   * @param sums z of the first layer with its biases, (units × rows). Modified.
   * @return (outputs × rows). This object's own, or {@code sums}; valid until the next pass.
   */
  double[] outputs(double[] sums) {
    var signal = sums;
    activate(designs.getFirst().activation(), signal);
    for (var layer = 1; layer < designs.size(); layer++) {
      multiply(layer, signal, values[layer]);
      signal = values[layer];
      activate(designs.get(layer).activation(), signal);
    }
    return signal;
  }

  /** Zⱼ = bⱼ + Σᵢ wᵢⱼ Xᵢ, each of them a row of as many numbers as there are rows of data. */
  private void multiply(int layer, double[] x, double[] z) {
    var of = weights.layer(layer);
    for (var j = 0; j < of.units(); j++) {
      Arrays.fill(z, j * rows, (j + 1) * rows, of.bias(j));
      var i = 0;
      for (; i + 4 <= of.inputs(); i += 4) {
        addFour(
            of.weight(i, j),
            of.weight(i + 1, j),
            of.weight(i + 2, j),
            of.weight(i + 3, j),
            x,
            i * rows,
            rows,
            z,
            j * rows);
      }
      for (; i < of.inputs(); i++) {
        add(of.weight(i, j), x, i * rows, z, j * rows, rows);
      }
    }
  }

  private static void addFour(
      double w0, double w1, double w2, double w3, double[] x, int from, int n, double[] z, int at) {
    for (var r = 0; r < n; r++) {
      z[at + r] +=
          (w0 * x[from + r] + w1 * x[from + n + r])
              + (w2 * x[from + 2 * n + r] + w3 * x[from + 3 * n + r]);
    }
  }

  /** z ← z + w x, some elements of each. */
  static void add(double w, double[] x, int from, double[] z, int at, int count) {
    for (var r = 0; r < count; r++) {
      z[at + r] += w * x[from + r];
    }
  }

  /** Y = f(Z). Each loop is as short as the compiler still runs on vector registers. */
  private void activate(Activation function, double[] z) {
    switch (function) {
      case IDENTITY -> {}
      case SIGMOID -> sigmoid(z);
      case TANH -> tanh(z);
      case RELU -> relu(z, 0);
      case LEAKY_RELU -> relu(z, Activation.LEAK);
      case ELU -> elu(z);
      case GELU -> gelu(z);
      case SOFTPLUS -> softplus(z, z);
      case MISH -> mish(z);
    }
  }

  private static void sigmoid(double[] z) {
    for (var i = 0; i < z.length; i++) {
      z[i] = Elementary.sigmoid(z[i]);
    }
  }

  private static void tanh(double[] z) {
    for (var i = 0; i < z.length; i++) {
      z[i] = Elementary.tanh(z[i]);
    }
  }

  private static void relu(double[] z, double leak) {
    for (var i = 0; i < z.length; i++) {
      z[i] = Math.max(z[i], leak * z[i]);
    }
  }

  private static void elu(double[] z) {
    for (var i = 0; i < z.length; i++) {
      z[i] = Math.max(z[i], 0) + Elementary.expMinus1(Math.min(z[i], 0));
    }
  }

  /** z Φ(z) = max(z, 0) − |z| φ(z) M(|z|), M Mills' ratio. */
  private void gelu(double[] z) {
    var tails = scratch(z.length);
    for (var i = 0; i < z.length; i++) {
      tails[i] = Elementary.millsRatio(Math.abs(z[i]));
    }
    for (var i = 0; i < z.length; i++) {
      z[i] = Math.max(z[i], 0) - Math.abs(z[i]) * Elementary.normalDensity(z[i]) * tails[i];
    }
  }

  private static void softplus(double[] z, double[] into) {
    for (var i = 0; i < z.length; i++) {
      into[i] = Math.max(z[i], 0) + Elementary.log1p(Elementary.exp(-Math.abs(z[i])));
    }
  }

  private void mish(double[] z) {
    var bent = scratch(z.length);
    softplus(z, bent);
    for (var i = 0; i < z.length; i++) {
      z[i] *= Elementary.tanh(bent[i]);
    }
  }

  private double[] scratch(int length) {
    if (scratch.length != length) {
      scratch = new double[length];
    }
    return scratch;
  }
}
