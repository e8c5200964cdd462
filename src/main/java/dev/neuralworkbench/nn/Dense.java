package dev.neuralworkbench.nn;

import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.nn.function.ActivationFunction;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * A fully connected layer: Y = f(XW + b), W (inputs × units), b (1 × units).
 *
 * <p>Backward: dZ = dY ⊙ f′, dW = Xᵀ dZ, db = column sums of dZ, dX = dZ Wᵀ.
 */
final class Dense implements Layer {

  private final int inputs;
  private final int units;
  private final ActivationFunction activation;
  private final Products products;

  private final Parameter weights;
  private final Parameter bias;

  private final FMatrixRMaj outputs = new FMatrixRMaj(0, 0); // Y, (rows × units)
  private final FMatrixRMaj slopes = new FMatrixRMaj(0, 0); // f′(Z), (rows × units), unless from Y
  private final FMatrixRMaj inputGradient = new FMatrixRMaj(0, 0); // dL/dX, (rows × inputs)
  private FMatrixRMaj lastInputs = outputs; // X, owned by the caller
  private FMatrixRMaj gradient = outputs; // dL/dY, then dL/dZ, owned by the caller

  Dense(int inputs, int units, ActivationFunction activation, Products products) {
    this.inputs = inputs;
    this.units = units;
    this.activation = activation;
    this.products = products;
    weights = new Parameter(new FMatrixRMaj(inputs, units), new FMatrixRMaj(inputs, units), true);
    bias = new Parameter(new FMatrixRMaj(1, units), new FMatrixRMaj(1, units), false);
  }

  @Override
  public FMatrixRMaj begin(FMatrixRMaj inputs, @Nullable DropoutDraws draws) {
    lastInputs = inputs;
    outputs.reshape(inputs.numRows, units);
    if (!activation.derivativeFromOutput()) {
      slopes.reshape(inputs.numRows, units);
    }
    return outputs;
  }

  @Override
  public void multiply(int from, int to) {
    products.multiply(lastInputs, weights.value(), outputs, from, to);
  }

  @Override
  public void activate(int from, int to) {
    for (var row = from; row < to; row++) {
      addBias(outputs.data, row * units, bias.value().data);
    }
    activation.apply(outputs.data, slopes.data, from * units, to * units);
  }

  private static void addBias(float[] values, int start, float[] b) {
    for (var unit = 0; unit < b.length; unit++) {
      values[start + unit] += b[unit];
    }
  }

  @Override
  public void beginBackward(FMatrixRMaj outputGradient) {
    gradient = outputGradient;
  }

  @Override
  public void backward(int from, int to) {
    var kept = activation.derivativeFromOutput() ? outputs.data : slopes.data;
    activation.multiplyByDerivative(kept, gradient.data, from * units, to * units);
  }

  @Override
  public FMatrixRMaj beginInputGradient() {
    inputGradient.reshape(gradient.numRows, inputs);
    return inputGradient;
  }

  @Override
  public void inputGradient(int from, int to) {
    products.multiplyTransposedB(gradient, weights.value(), inputGradient, from, to);
  }

  @Override
  public void gradient(int from, int to, boolean add) {
    products.multiplyTransposedA(lastInputs, gradient, weights.gradient(), from, to, add);
    if (from == 0) {
      if (!add) {
        bias.gradient().zero();
      }
      for (var row = 0; row < gradient.numRows; row++) {
        addRow(gradient.data, row * units, bias.gradient().data);
      }
    }
  }

  private static void addRow(float[] values, int start, float[] sums) {
    for (var unit = 0; unit < sums.length; unit++) {
      sums[unit] += values[start + unit];
    }
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(weights, bias);
  }

  LayerWeights weights() {
    return new LayerWeights(inputs, units, weights.value().data, bias.value().data);
  }

  /** Takes over weights and bias; the shape must be this layer's. */
  void weights(LayerWeights from) {
    if (from.inputs() != inputs || from.units() != units) {
      throw new IllegalArgumentException(
          "expected weights of %d × %d, received %d × %d"
              .formatted(inputs, units, from.inputs(), from.units()));
    }
    from.copyTo(weights.value().data, bias.value().data);
  }
}
