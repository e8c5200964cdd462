package dev.neuralworkbench.train;

import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.formula.NamedFunction;
import dev.neuralworkbench.problem.Hyperparameter;
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

  public static final Range FACTOR = Range.closed(0, 1000);

  /** What its components start with in problems and forms. */
  public static final String COMPONENT = "training.penalty.";

  /** Its choices, in the order of a form. */
  public static final List<Hyperparameter> HYPERPARAMETERS =
      List.of(Hyperparameter.of("l1", FACTOR), Hyperparameter.of("l2", FACTOR));

  public static final Penalty NONE = new Penalty(0, 0);

  /**
   * What it adds to the gradient of a weight, as a formula: λ₁ sgn(w), λ₂ w; none without price.
   */
  public List<Expression> terms(Expression w) {
    var terms = new ArrayList<Expression>();
    if (l1 > 0) {
      terms.add(
          Expression.product(Quantity.chosen("λ₁", l1), Expression.call(NamedFunction.SIGN, w)));
    }
    if (l2 > 0) {
      terms.add(Expression.product(Quantity.chosen("λ₂", l2), w));
    }
    return terms;
  }

  public List<Problem> problems() {
    return HYPERPARAMETERS.stream().flatMap(it -> it.problems(COMPONENT, this).stream()).toList();
  }
}
