package dev.neuralworkbench.explain.trace;

import dev.neuralworkbench.formula.Assignment;
import dev.neuralworkbench.formula.UpdateRule;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;

/**
 * What an optimizer makes of one weight's gradient: every number between it and the new weight.
 *
 * @param step number of the step, t, from 1 on
 * @param rule the optimizer's rule at this step
 * @param numbers the numbers of its letters. Kept, not to be modified.
 */
@SuppressWarnings("ArrayRecordComponent") // Few numbers; nobody compares them.
public record OptimizerLedger(
    OptimizerConfig optimizer, long step, UpdateRule rule, double[] numbers) {

  public double number(int index) {
    return numbers[index];
  }

  public double number(Assignment line) {
    return numbers[rule.index(line)];
  }

  public double weight() {
    return numbers[0];
  }

  /** g, after penalty and clipping. */
  public double gradient() {
    return numbers[1];
  }

  /** η of this step. */
  public double learningRate() {
    return numbers[2];
  }

  public double newWeight() {
    return numbers[numbers.length - 1];
  }

  /** Whether the rate is the one that was chosen, and not what a schedule made of it. */
  public boolean hasChosenRate() {
    return learningRate() == optimizer.learningRate();
  }

  public double change() {
    return newWeight() - weight();
  }

  /** How far plain gradient descent would move it: −ηg. */
  public double plainChange() {
    return -learningRate() * gradient();
  }

  /**
   * The rate with which plain gradient descent would make this change, −change / g; NaN where the
   * gradient is 0.
   */
  public double effectiveRate() {
    return gradient() == 0 ? Double.NaN : -change() / gradient();
  }
}
