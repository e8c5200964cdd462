package dev.neuralworkbench.nn;

import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * One layer of a working network, with its parameters and buffers. Buffers grow to the largest
 * block of rows seen and then stay. One owner thread.
 */
interface Layer {

  /**
   * The layer's outputs for prediction.
   *
   * @param inputs X, (rows × inputs). Not modified, and not to be until the backward pass is done.
   * @return Y, (rows × units). Owned by this layer, or X itself; valid until the next call.
   */
  FMatrixRMaj forward(FMatrixRMaj inputs);

  /** The layer's outputs in training; the same as for prediction unless the layer draws lots. */
  default FMatrixRMaj forward(FMatrixRMaj inputs, DropoutDraws draws) {
    return forward(inputs);
  }

  /**
   * Gradients of the layer's own parameters, from those of its last outputs.
   *
   * @param outputGradient dL/dY, (rows × units). Modified: becomes what {@link #inputGradient}
   *     takes.
   * @param add whether the gradients are added to those there, for a batch of several blocks
   */
  void backward(FMatrixRMaj outputGradient, boolean add);

  /**
   * Gradient of the layer's inputs, after {@link #backward}.
   *
   * @param gradient what {@link #backward} made of dL/dY. Not modified.
   * @return dL/dX, (rows × inputs). Owned by this layer, or {@code gradient} itself; valid until
   *     the next call.
   */
  FMatrixRMaj inputGradient(FMatrixRMaj gradient);

  /** What training changes: weights, then bias; empty if nothing. */
  List<Parameter> parameters();
}
