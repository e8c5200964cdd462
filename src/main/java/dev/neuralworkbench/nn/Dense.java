package dev.neuralworkbench.nn;

import dev.neuralworkbench.nn.blas.Products;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

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
  private final FMatrixRMaj sums = new FMatrixRMaj(0, 0); // Z, (rows × units), only if f′ needs it
  private final FMatrixRMaj inputGradient = new FMatrixRMaj(0, 0); // dL/dX, (rows × inputs)
  private FMatrixRMaj lastInputs = new FMatrixRMaj(0, 0); // X, owned by the caller

  Dense(int inputs, int units, ActivationFunction activation, Products products) {
    this.inputs = inputs;
    this.units = units;
    this.activation = activation;
    this.products = products;
    weights = new Parameter(new FMatrixRMaj(inputs, units), new FMatrixRMaj(inputs, units), true);
    bias = new Parameter(new FMatrixRMaj(1, units), new FMatrixRMaj(1, units), false);
  }

  @Override
  public FMatrixRMaj forward(FMatrixRMaj inputs) {
    lastInputs = inputs;
    var rows = inputs.numRows;
    outputs.reshape(rows, units);
    products.multiply(inputs, weights.value(), outputs, 0, units);
    addBias(rows);
    if (!activation.derivativeFromOutput()) {
      sums.reshape(rows, units);
      System.arraycopy(outputs.data, 0, sums.data, 0, rows * units);
    }
    activation.apply(outputs.data, rows * units);
    return outputs;
  }

  @Override
  public void backward(FMatrixRMaj outputGradient, boolean add) {
    var rows = outputGradient.numRows;
    var kept = activation.derivativeFromOutput() ? outputs : sums;
    activation.multiplyByDerivative(kept.data, outputGradient.data, rows * units);
    products.multiplyTransposedA(lastInputs, outputGradient, weights.gradient(), 0, inputs, add);
    if (!add) {
      bias.gradient().zero();
    }
    addColumnSums(outputGradient.data, bias.gradient().data, rows);
  }

  @Override
  public FMatrixRMaj inputGradient(FMatrixRMaj gradient) {
    inputGradient.reshape(gradient.numRows, inputs);
    products.multiplyTransposedB(gradient, weights.value(), inputGradient, 0, inputs);
    return inputGradient;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(weights, bias);
  }

  /** The weights and bias of this moment. */
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

  private void addBias(int rows) {
    var into = outputs.data;
    var b = bias.value().data;
    for (var row = 0; row < rows; row++) {
      var start = row * units;
      for (var unit = 0; unit < units; unit++) {
        into[start + unit] += b[unit];
      }
    }
  }

  private void addColumnSums(float[] gradient, float[] sums, int rows) {
    for (var row = 0; row < rows; row++) {
      var start = row * units;
      for (var unit = 0; unit < units; unit++) {
        sums[unit] += gradient[start + unit];
      }
    }
  }
}
