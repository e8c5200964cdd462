package dev.neuralworkbench.train.optimizer;

/**
 * The rule at work: changes parameters from their gradients, in one pass over each array, and keeps
 * what it remembers of the past. One owner thread begins a step; its updates may be done by several
 * threads at once, for different elements.
 */
public interface Optimizer {

  /**
   * Begins a step, in which every element is updated once.
   *
   * @param learningRate η of this step, schedule included
   */
  void begin(double learningRate);

  /**
   * Updates elements from … to of a parameter from the gradients they have now.
   *
   * @param parameter index of the parameter
   */
  void update(int parameter, int from, int to);

  OptimizerState state();

  /**
   * Takes over what an optimizer of the same kind and shapes remembered.
   *
   * @throws IllegalArgumentException if kind or shapes differ
   */
  void state(OptimizerState state);
}
