package dev.neuralworkbench.nn;

import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * One layer of a working network, with its parameters and buffers. Buffers grow to the largest
 * block of rows seen and then stay.
 *
 * <p>A pass begins on the owner thread; its work is then done in parts, on several threads at once,
 * that do not overlap and together are the whole.
 */
interface Layer {

  /**
   * Begins a forward pass.
   *
   * @param inputs X, (rows × inputs). Not modified, and not to be until the backward pass is done.
   * @param draws where training stands, for a layer that draws lots; null for prediction
   * @return Y, (rows × units), to be filled by {@link #multiply} and {@link #activate}. Owned by
   *     this layer, or X itself where there is nothing to do; valid until the next pass.
   */
  FMatrixRMaj begin(FMatrixRMaj inputs, @Nullable DropoutDraws draws);

  /** Works out columns from … to of the product that the outputs begin with, if there is one. */
  default void multiply(int from, int to) {}

  /** Works out rows from … to of the outputs, element by element, after all of the product. */
  void activate(int from, int to);

  /**
   * Begins a backward pass, after a forward pass in training.
   *
   * @param outputGradient dL/dY, (rows × units). Modified by {@link #backward}.
   */
  void beginBackward(FMatrixRMaj outputGradient);

  /**
   * Turns rows from … to of dL/dY into what gradients are made of: dL/dZ, or dL/dX itself, element
   * by element.
   */
  void backward(int from, int to);

  /**
   * Begins the gradient of the inputs, after {@link #beginBackward}.
   *
   * @return dL/dX, (rows × inputs), to be filled by {@link #inputGradient}. Owned by this layer, or
   *     dL/dY itself; valid until the next pass.
   */
  FMatrixRMaj beginInputGradient();

  /** Works out columns from … to of dL/dX, after all of {@link #backward}. */
  default void inputGradient(int from, int to) {}

  /**
   * Works out the gradients of the weights of inputs from … to; with the first input also those of
   * the bias.
   *
   * @param add whether they are added to those there, for a batch of several blocks
   */
  default void gradient(int from, int to, boolean add) {}

  /** What training changes: weights, then bias; empty if nothing. */
  default List<Parameter> parameters() {
    return List.of();
  }
}
