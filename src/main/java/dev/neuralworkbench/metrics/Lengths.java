package dev.neuralworkbench.metrics;

/** The check that every comparison of two lists starts with. */
final class Lengths {

  private Lengths() {}

  static void requireEqual(int targets, int predictions) {
    if (targets != predictions) {
      throw new IllegalArgumentException(
          "expected as many predictions as targets, received " + predictions + " for " + targets);
    }
  }
}
