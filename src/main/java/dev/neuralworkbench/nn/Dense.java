package dev.neuralworkbench.nn;

import dev.neuralworkbench.nn.blas.Products;
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
  private final FMatrixRMaj sums = new FMatrixRMaj(0, 0); // Z, (rows × units), only if f′ needs it
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
      sums.reshape(inputs.numRows, units);
    }
    return outputs;
  }

  @Override
  public int forwardPiece() {
    return Pieces.columns(lastInputs.numRows, inputs, units);
  }

  @Override
  public void forward(int from, int to) {
    products.multiply(lastInputs, weights.value(), outputs, from, to);
    var rows = outputs.numRows;
    for (var row = 0; row < rows; row++) {
      addBias(outputs.data, row * units, bias.value().data, from, to);
    }
    if (to - from == units) {
      activate(0, rows * units);
    } else {
      for (var row = 0; row < rows; row++) {
        activate(row * units + from, row * units + to);
      }
    }
  }

  private void activate(int from, int to) {
    if (!activation.derivativeFromOutput()) {
      System.arraycopy(outputs.data, from, sums.data, from, to - from);
    }
    activation.apply(outputs.data, from, to);
  }

  private static void addBias(float[] values, int start, float[] b, int from, int to) {
    for (var unit = from; unit < to; unit++) {
      values[start + unit] += b[unit];
    }
  }

  @Override
  public void beginBackward(FMatrixRMaj outputGradient) {
    gradient = outputGradient;
  }

  @Override
  public void backward(int from, int to) {
    var kept = activation.derivativeFromOutput() ? outputs.data : sums.data;
    var rows = gradient.numRows;
    if (to - from == units) {
      activation.multiplyByDerivative(kept, gradient.data, 0, rows * units);
    } else {
      for (var row = 0; row < rows; row++) {
        var start = row * units;
        activation.multiplyByDerivative(kept, gradient.data, start + from, start + to);
      }
    }
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
}
