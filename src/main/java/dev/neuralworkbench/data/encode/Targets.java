package dev.neuralworkbench.data.encode;

import org.jspecify.annotations.Nullable;

/** What a network is to answer for each row of a {@link Dataset}. */
public sealed interface Targets permits ClassTargets, ValueTargets {

  /**
   * How much a row of each class counts in the loss; null where all count the same. Not to be
   * modified.
   */
  default float @Nullable [] classWeights() {
    return null;
  }

  int rows();

  /**
   * Writes one row's target as a network with so many outputs gives it.
   *
   * @param into receives {@code outputs} numbers from {@code offset} on. Modified.
   * @throws IllegalArgumentException if the targets cannot be given by so many outputs
   */
  void write(int row, float[] into, int offset, int outputs);
}
