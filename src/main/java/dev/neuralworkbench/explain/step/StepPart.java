package dev.neuralworkbench.explain.step;

import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.problem.Ids;
import java.util.List;

/**
 * A part of a step: a formula, and the same with numbers for one or several places.
 *
 * @param word what it is called in words: the key of its text is {@code explain.role.WORD}
 * @param formula how, in symbols
 * @param lines the same with numbers
 * @param hidden places that are not shown because there are too many
 */
public record StepPart(
    Role role,
    String word,
    Expression left,
    Expression formula,
    List<StepLine> lines,
    long hidden) {

  public StepPart {
    lines = List.copyOf(lines);
  }

  StepPart(Role role, Expression left, Expression formula, List<StepLine> lines, long hidden) {
    this(role, Ids.of(role), left, formula, lines, hidden);
  }

  public enum Role {
    RESULT,
    /** What comes back from behind. */
    UPSTREAM,
    /** The derivative of this place alone. */
    LOCAL,
    /** Dropout's factor. */
    MASK,
    /** Upstream times local. */
    PRODUCT,
    /** What is left of a product once its factors have cancelled. */
    SHORTCUT,
    /** What softmax divides by. */
    TOTAL,
    /** The squared gradients of a layer. */
    SQUARES,
    /** What one row adds. */
    CONTRIBUTION,
    MEAN,
    /** The length of all gradients. */
    LENGTH,
    /** The factor that shortens them. */
    FACTOR,
    UPDATE,
    /** What plain gradient descent would have made. */
    PLAIN
  }

  /** A part about one place: left = right = value. */
  static StepPart of(Role role, NetworkLocation place, Quantity left, Expression right) {
    return of(role, StepLine.of(place, left, right));
  }

  static StepPart of(Role role, StepLine line) {
    return of(role, line, line.right());
  }

  /** A part whose formula is shorter than its line. */
  static StepPart of(Role role, StepLine line, Expression formula) {
    return new StepPart(role, line.left(), formula, List.of(line), 0);
  }
}
