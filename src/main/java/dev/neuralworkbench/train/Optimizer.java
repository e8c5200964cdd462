package dev.neuralworkbench.train;

/**
 * The rule at work: changes parameters from their gradients, in one pass over each array, and keeps
 * what it remembers of the past. One owner thread.
 */
public interface Optimizer {

  /**
   * One update of all parameters from the gradients they have now.
   *
   * @param learningRate η of this step, schedule included
   */
  void step(double learningRate);

  /** What the optimizer remembers. */
  OptimizerState state();

  /**
   * Takes over what an optimizer of the same kind and shapes remembered.
   *
   * @throws IllegalArgumentException if kind or shapes differ
   */
  void state(OptimizerState state);
}
