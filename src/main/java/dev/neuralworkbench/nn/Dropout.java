package dev.neuralworkbench.nn;

import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

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
  private FMatrixRMaj lastInputs = outputs; // X, owned by the caller
  private FMatrixRMaj gradient = outputs; // dL/dY, then dL/dX, owned by the caller
  private final RandomSource random = RandomSource.of(0, Purpose.DROPOUT); // M of this pass
  private boolean training; // whether this pass drops

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
  public FMatrixRMaj begin(FMatrixRMaj inputs, @Nullable DropoutDraws draws) {
    lastInputs = inputs;
    training = draws != null;
    if (draws == null) {
      return inputs;
    }
    draws.restart(random, index);
    outputs.reshape(inputs.numRows, inputs.numCols);
    mask.reshape(inputs.numRows, inputs.numCols);
    return outputs;
  }

  @Override
  public void activate(int from, int to) {
    if (training) {
      var columns = outputs.numCols;
      draw(mask.data, from * columns, to * columns);
      multiply(lastInputs.data, mask.data, outputs.data, from * columns, to * columns);
    }
  }

  /** Element n of the mask has the n-th draw, whoever draws it. */
  private void draw(float[] m, int from, int to) {
    for (var i = from; i < to; i++) {
      m[i] = random.floatAt(i) < rate ? 0 : scale;
    }
  }

  @Override
  public void beginBackward(FMatrixRMaj outputGradient) {
    gradient = outputGradient;
  }

  @Override
  public void backward(int from, int to) {
    var columns = gradient.numCols;
    multiply(gradient.data, mask.data, gradient.data, from * columns, to * columns);
  }

  private static void multiply(float[] x, float[] m, float[] y, int from, int to) {
    for (var i = from; i < to; i++) {
      y[i] = x[i] * m[i];
    }
  }

  @Override
  public FMatrixRMaj beginInputGradient() {
    return gradient;
  }
}
