package dev.neuralworkbench.nn;

import org.ejml.data.FMatrixRMaj;

/**
 * Weights or bias of a layer that training changes. Both matrices belong to the layer and keep
 * their size.
 *
 * @param value the numbers themselves
 * @param gradient dL/dvalue of the last batch, of the same shape
 * @param penalized whether a penalty counts it: weights yes, biases no
 */
public record Parameter(FMatrixRMaj value, FMatrixRMaj gradient, boolean penalized) {

  public int size() {
    return value.getNumElements();
  }
}
