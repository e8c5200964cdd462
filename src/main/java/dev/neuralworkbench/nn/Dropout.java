package dev.neuralworkbench.nn;

import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Inverted dropout: in training Y = X ⊙ M, each element of M 0 with probability {@code rate} and
 * otherwise 1 / (1 − rate), so that the expected output is the input and prediction needs no
 * scaling. Backward: dX = dY ⊙ M.
 */
final class Dropout implements Layer {

  private final int index;
  private final float rate;
  private final float scale;

  private final FMatrixRMaj outputs = new FMatrixRMaj(0, 0); // Y, (rows × units)
  private final FMatrixRMaj mask = new FMatrixRMaj(0, 0); // M, (rows × units)

  /**
   * @param index which layer of the network this is; layers draw apart from each other
   * @param rate share dropped, in [0, 1)
   */
  Dropout(int index, double rate) {
    this.index = index;
    this.rate = (float) rate;
    scale = (float) (1 / (1 - rate));
  }

  @Override
  public FMatrixRMaj forward(FMatrixRMaj inputs) {
    return inputs;
  }

  @Override
  public FMatrixRMaj forward(FMatrixRMaj inputs, DropoutDraws draws) {
    outputs.reshape(inputs.numRows, inputs.numCols);
    mask.reshape(inputs.numRows, inputs.numCols);
    var count = inputs.getNumElements();
    var m = mask.data;
    var random = draws.of(index);
    for (var i = 0; i < count; i++) {
      m[i] = random.nextFloat() < rate ? 0 : scale;
    }
    var x = inputs.data;
    var y = outputs.data;
    for (var i = 0; i < count; i++) {
      y[i] = x[i] * m[i];
    }
    return outputs;
  }

  @Override
  public void backward(FMatrixRMaj outputGradient, boolean add) {
    var gradient = outputGradient.data;
    var m = mask.data;
    var count = outputGradient.getNumElements();
    for (var i = 0; i < count; i++) {
      gradient[i] *= m[i];
    }
  }

  @Override
  public FMatrixRMaj inputGradient(FMatrixRMaj gradient) {
    return gradient;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }
}
