package dev.neuralworkbench.nn.function;

import dev.neuralworkbench.problem.Ids;

/** What a loss makes of a network's outputs before it compares them with the targets. */
public enum OutputFunction {
  /** Nothing: the output layer has an activation of its own. */
  IDENTITY,
  /** σ(z) of each output. */
  SIGMOID,
  /** e^zₖ / Σ e^zⱼ over the outputs of a row. */
  SOFTMAX;

  /** Name in files: {@code softmax}. */
  public String id() {
    return Ids.of(this);
  }
}
