package dev.neuralworkbench.ui.backprop.walk;

import dev.neuralworkbench.problem.Ids;

public enum StepTab {
  STEPS,
  /** What the optimizer makes of every gradient. */
  LEDGER,
  /** Its gradients against differences. */
  CHECK;

  public String id() {
    return Ids.of(this);
  }

  public String nameKey() {
    return "backprop.aspect." + id();
  }
}
