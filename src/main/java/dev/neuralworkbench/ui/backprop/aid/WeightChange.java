package dev.neuralworkbench.ui.backprop.aid;

import dev.neuralworkbench.explain.trace.NetworkLocation;

public interface WeightChange {

  boolean can();

  /** Gives a weight or bias another number; nothing where it has it already. */
  void to(NetworkLocation place, float value);
}
