package dev.neuralworkbench.ui.backprop;

import dev.neuralworkbench.nn.Ids;

/** What is told of the step. */
enum Aspect {
  /** Its small steps, one after the other. */
  STEPS,
  /** What the optimizer makes of every gradient. */
  LEDGER,
  /** Its gradients against differences. */
  CHECK;

  String id() {
    return Ids.of(this);
  }

  String nameKey() {
    return "backprop.aspect." + id();
  }
}
