package dev.neuralworkbench.metrics;

import org.ejml.data.DMatrixRMaj;

/** Probabilities of three classes for seven rows, and what the rows are. */
final class Probabilities {

  static final int[] CLASSES = {0, 1, 2, 1, 1, 2, 0};

  private Probabilities() {}

  static DMatrixRMaj ofThreeClasses() {
    return new DMatrixRMaj(
        new double[][] {
          {0.7, 0.2, 0.1},
          {0.3, 0.5, 0.2},
          {0.2, 0.2, 0.6},
          {0.5, 0.25, 0.25},
          {0.1, 0.8, 0.1},
          {0.25, 0.25, 0.5},
          {0.6, 0.3, 0.1}
        });
  }
}
