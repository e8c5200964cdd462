package dev.neuralworkbench.metrics;

import org.ejml.data.FMatrixRMaj;

/** Probabilities of three classes for seven rows, and what the rows are. */
final class Probabilities {

  static final int[] CLASSES = {0, 1, 2, 1, 1, 2, 0};

  private Probabilities() {}

  static FMatrixRMaj ofThreeClasses() {
    return new FMatrixRMaj(
        new float[][] {
          {0.7f, 0.2f, 0.1f},
          {0.3f, 0.5f, 0.2f},
          {0.2f, 0.2f, 0.6f},
          {0.5f, 0.25f, 0.25f},
          {0.1f, 0.8f, 0.1f},
          {0.25f, 0.25f, 0.5f},
          {0.6f, 0.3f, 0.1f}
        });
  }
}
