package dev.neuralworkbench.explain.why;

import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Elementary;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;

/**
 * A network's forward pass in double from the sums of its first layer on. Values lie as (units ×
 * rows), a unit's rows side by side: the inner loops run over rows, so they are long enough for
 * vector registers however few units there are. Functions are {@link Elementary}'s, within 2e-9:
 * those of {@code StrictMath} take ten times as long.
 *
 * <p>Has buffers: one thread.
 */
final class WidePass {

  private final Model model;
  private final List<DenseDesign> designs;
  private final int rows;
  private final Products products;
  private final DMatrixRMaj[] weights; // of each layer but the first, (units × inputs)
  private final DMatrixRMaj[] values; // of each layer, (units × rows)

  /**
   * @param rows how many rows go through at once
   */
  WidePass(Model model, Products products, int rows) {
    this.model = model;
    this.products = products;
    designs = model.experiment().network().dense(model.outputs());
    this.rows = rows;
    weights = new DMatrixRMaj[designs.size()];
    values = new DMatrixRMaj[designs.size()];
    for (var layer = 1; layer < values.length; layer++) {
      var of = model.weights().layer(layer);
      values[layer] = new DMatrixRMaj(of.units(), rows);
      weights[layer] = new DMatrixRMaj(of.units(), of.inputs());
      Arrays.setAll(weights[layer].data, i -> of.weight(i % of.inputs(), i / of.inputs()));
    }
  }

  /** z of the first layer with its biases, (units × rows); the caller's own. */
  double[] sums(FMatrixRMaj inputs) {
    var first = model.weights().layer(0);
    var biases = new double[first.units() * rows];
    Arrays.setAll(biases, i -> first.bias(i / rows));
    return sums(inputs, new FMatrixRMaj(rows, inputs.numCols), biases);
  }

  /** The same of rows that differ in a few inputs from others, whose sums are known. */
  double[] sums(FMatrixRMaj inputs, FMatrixRMaj others, double[] ofOthers) {
    var sums = ofOthers.clone();
    var difference = new double[rows];
    for (var k = 0; k < inputs.numCols; k++) {
      var input = k;
      Arrays.setAll(difference, r -> (double) inputs.get(r, input) - others.get(r, input));
      if (!Arrays.stream(difference).allMatch(it -> it == 0)) {
        addInput(k, difference, sums);
      }
    }
    return sums;
  }

  /** Adds an input's terms w x to the sums of every unit. */
  void addInput(int k, double[] x, double[] sums) {
    var first = model.weights().layer(0);
    for (var unit = 0; unit < first.units(); unit++) {
      var w = (double) first.weight(k, unit);
      for (var r = 0; r < rows; r++) {
        sums[unit * rows + r] += w * x[r];
      }
    }
  }

  /**
   * What is predicted for the rows.
   *
   * @param sums z of the first layer with its biases, (units × rows). Modified.
   */
  Answers answers(double[] sums) {
    var signal = DMatrixRMaj.wrap(sums.length / rows, rows, sums);
    activate(designs.getFirst().activation(), signal.data);
    for (var layer = 1; layer < designs.size(); layer++) {
      var z = values[layer];
      products.multiply(weights[layer], signal, z);
      for (var unit = 0; unit < z.numRows; unit++) {
        addTo(z.data, unit * rows, model.weights().layer(layer).bias(unit), rows);
      }
      activate(designs.get(layer).activation(), z.data);
      signal = z;
    }
    var outputs = new DMatrixRMaj(rows, model.outputs());
    for (var output = 0; output < outputs.numCols; output++) {
      for (var row = 0; row < rows; row++) {
        outputs.set(row, output, signal.get(output, row));
      }
    }
    var function = model.experiment().network().loss().outputFunction;
    return Answers.trained(model.preprocessor().target(), outputs, function)
        .decided(model.decision());
  }

  private static void addTo(double[] z, int from, double bias, int count) {
    for (var i = from; i < from + count; i++) {
      z[i] += bias;
    }
  }

  private static void activate(Activation function, double[] z) {
    DoubleUnaryOperator f =
        switch (function) {
          case IDENTITY, RELU, LEAKY_RELU -> DoubleUnaryOperator.identity();
          case SIGMOID -> Elementary::sigmoid;
          case TANH -> Elementary::tanh;
          case ELU -> x -> Math.max(x, 0) + Elementary.expMinus1(Math.min(x, 0));
          case GELU -> WidePass::gelu;
          case SOFTPLUS -> WidePass::softplus;
          case MISH -> x -> x * Elementary.tanh(softplus(x));
        };
    if (function == Activation.RELU || function == Activation.LEAKY_RELU) {
      var leak = function == Activation.RELU ? 0.0 : Activation.LEAK;
      for (var i = 0; i < z.length; i++) {
        z[i] = Math.max(z[i], leak * z[i]);
      }
    } else if (function != Activation.IDENTITY) {
      for (var i = 0; i < z.length; i++) {
        z[i] = f.applyAsDouble(z[i]);
      }
    }
  }

  /** z Φ(z) = max(z, 0) − |z| φ(z) M(|z|), M Mills' ratio. */
  private static double gelu(double z) {
    var size = Math.abs(z);
    return Math.max(z, 0) - size * Elementary.normalDensity(z) * Elementary.millsRatio(size);
  }

  private static double softplus(double z) {
    return Math.max(z, 0) + Elementary.log1p(Elementary.exp(-Math.abs(z)));
  }
}
