package dev.neuralworkbench.explain.step;

public enum Phase {
  /** From the raw row to the network's inputs. */
  PREPARATION,
  /** From the inputs to the answer. */
  FORWARD,
  LOSS,
  /** From the loss back to every weight's gradient. */
  BACKWARD,
  /** From the gradients to new weights. */
  UPDATE,
  /** How wrong the answer is then. */
  AFTER
}
