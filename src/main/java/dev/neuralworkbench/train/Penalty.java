package dev.neuralworkbench.train;

import dev.neuralworkbench.problem.Problem;
import dev.neuralworkbench.problem.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * A price on large weights, added to what training makes small: l1 · Σ|w| + l2/2 · Σw², over
 * weights, never biases. The losses shown do not contain it.
 *
 * @param l1 price of a weight's size, in {@link #FACTOR}; default 0
 * @param l2 price of a weight's square, in {@link #FACTOR}; default 0
 */
public record Penalty(double l1, double l2) {

  /** Allowed prices. */
  public static final Range FACTOR = Range.closed(0, 1000);

  /** No price. */
  public static final Penalty NONE = new Penalty(0, 0);

  /** What is wrong with these numbers. */
  public List<Problem> problems() {
    var problems = new ArrayList<Problem>();
    problems.addAll(FACTOR.problems("training.penalty.l1", l1));
    problems.addAll(FACTOR.problems("training.penalty.l2", l2));
    return problems;
  }
}
