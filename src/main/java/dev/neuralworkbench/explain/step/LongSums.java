package dev.neuralworkbench.explain.step;

import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.Expression.OmittedTerms;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.formula.Expression.Sum;
import java.util.ArrayList;
import java.util.Collections;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Sums of which not all terms can be written. */
final class LongSums {

  /** Terms written one by one. */
  static final int MOST_TERMS = 6;

  /** The same where the step tells one unit or weight and no more. */
  static final int MOST_ALONE = 16;

  /** The same below the bar of a fraction or the bow of a root, which cannot be broken. */
  static final int MOST_BELOW = 3;

  private LongSums() {}

  /** Σ of so many terms; those beyond the first few are added up to one number. */
  static Expression of(int count, IntFunction<Expression> term, Expression... last) {
    return of(count, MOST_TERMS, term, last);
  }

  static Expression of(int count, int most, IntFunction<Expression> term, Expression... last) {
    var shown = count <= most + 1 ? count : most;
    var terms = new ArrayList<Expression>();
    for (var i = 0; i < shown; i++) {
      terms.add(term.apply(i));
    }
    if (shown < count) {
      terms.add(new OmittedTerms(IntStream.range(shown, count).mapToObj(term).toList()));
    }
    Collections.addAll(terms, last);
    return terms.size() == 1 ? terms.getFirst() : new Sum(terms);
  }

  /**
   * A line with such a mean over rows as a part; where it is long, and for any place, its formula
   * is written with Σ.
   *
   * @param each what is added up, of any row
   */
  static StepPart mean(StepPart.Role role, StepLine line, Expression.Letter each, int rows) {
    var any = new Expression.Series("r", each).over(new Expression.Constant(rows));
    var isAny = StepSymbols.isAny(line.place().unit());
    return StepPart.of(role, line, isAny || rows > MOST_TERMS + 1 ? any : line.right());
  }

  static Quantity number(Expression name, double value) {
    return Quantity.of(name, value);
  }
}
