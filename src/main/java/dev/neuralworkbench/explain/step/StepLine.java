package dev.neuralworkbench.explain.step;

import dev.neuralworkbench.explain.trace.NetworkLocation;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.Quantity;
import java.util.List;

/**
 * One number and how it comes about: left = right = value.
 *
 * @param value the number, from the {@code BackpropTrace}
 */
public record StepLine(NetworkLocation place, Expression left, Expression right, double value) {

  /** A number with its symbol, and how it comes about. */
  static StepLine of(NetworkLocation place, Quantity left, Expression right) {
    return new StepLine(place, left.name(), right, left.value());
  }

  /**
   * Whether somebody who works out the right side from the numbers shown gets the value shown; if
   * not, the last digit differs because the numbers shown are rounded.
   */
  public boolean follows(Decimals decimals) {
    return decimals.text(right.value(decimals::rounded)).equals(decimals.text(value));
  }

  /**
   * All terms of the sum on the right side that is too long to be written there; empty where every
   * term is written.
   */
  public List<Expression> terms() {
    return terms(right);
  }

  private static List<Expression> terms(Expression maths) {
    return switch (maths) {
      case Expression.Sum sum -> {
        var whole = sum.whole();
        yield whole.size() == sum.terms().size() ? List.of() : whole;
      }
      case Expression.Fraction(var top, var bottom) -> {
        var above = terms(top);
        yield above.isEmpty() ? terms(bottom) : above;
      }
      case Expression.Root(var of) -> terms(of);
      default -> List.of();
    };
  }

  /** Whether the right side is one number and no arithmetic. */
  public boolean isPlain() {
    return switch (right) {
      case Expression.Quantity _, Expression.Constant _ -> true;
      case Expression.Cases cases -> new StepLine(place, left, cases.chosen(), value).isPlain();
      default -> false;
    };
  }
}
