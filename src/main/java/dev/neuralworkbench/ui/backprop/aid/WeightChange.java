package dev.neuralworkbench.ui.backprop.aid;

import dev.neuralworkbench.explain.trace.NetworkLocation;

/** Changes a weight of the network that is walked through. */
public interface WeightChange {

  /** Whether one can be changed now. */
  boolean can();

  /** Gives a weight or bias another number; nothing where it has it already. */
  void to(NetworkLocation place, float value);
}
