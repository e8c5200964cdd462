package dev.neuralworkbench.formula;

import dev.neuralworkbench.formula.Expression.Quantity;

/** Where a formula needs brackets: the same on the screen as in a line of text. */
public final class Brackets {

  /** How strongly the parts of a formula hold together, the loosest first. */
  private enum Bond {
    SUM,
    NEGATIVE,
    PRODUCT,
    POWER,
    WHOLE
  }

  private Brackets() {}

  /**
   * Whether a term of a sum needs brackets.
   *
   * @param first whether it is the first term
   */
  public static boolean aroundTerm(Expression term, boolean first, boolean numbers) {
    return !first && bond(term, numbers) == Bond.NEGATIVE;
  }

  /** Whether a factor, or what is subtracted or given a minus, needs brackets. */
  public static boolean aroundFactor(Expression factor, boolean numbers) {
    return bond(factor, numbers).compareTo(Bond.PRODUCT) < 0;
  }

  /** Whether a part of a fraction needs brackets where the fraction is written in one line. */
  public static boolean aroundPart(Expression part, boolean numbers) {
    return bond(part, numbers).compareTo(Bond.POWER) < 0;
  }

  public static boolean aroundBase(Expression base, boolean numbers) {
    return bond(base, numbers) != Bond.WHOLE || (!numbers && isRaised(base));
  }

  /** Whether something stands where the exponent would. */
  private static boolean isRaised(Expression base) {
    return switch (base) {
      case Quantity(var name, var _, var _) -> isRaised(name);
      case Expression.Letter(var _, var _, var above) -> !above.isEmpty();
      default -> false;
    };
  }

  private static Bond bond(Expression of, boolean numbers) {
    return switch (of) {
      case Expression.Sum(var terms) ->
          terms.size() == 1 ? bond(terms.getFirst(), numbers) : Bond.SUM;
      case Expression.Difference _, Expression.Series _ -> Bond.SUM;
      case Expression.Negative _ -> Bond.NEGATIVE;
      case Expression.Product(var factors) ->
          factors.size() == 1 ? bond(factors.getFirst(), numbers) : Bond.PRODUCT;
      case Expression.Fraction _ -> Bond.PRODUCT;
      case Expression.Power _ -> Bond.POWER;
      case Expression.Call(var function, var _) ->
          function == NamedFunction.EXP ? Bond.POWER : Bond.WHOLE;
      case Quantity(var name, var value, var _) ->
          numbers
              ? sign(value)
              : name instanceof Expression.Letter ? Bond.WHOLE : bond(name, false);
      case Expression.Constant(var value) -> sign(value);
      case Expression.OmittedTerms rest -> sign(rest.value());
      case Expression.Cases cases -> numbers ? bond(cases.chosen(), true) : Bond.WHOLE;
      case Expression.Letter _, Expression.Root _, Expression.Abs _ -> Bond.WHOLE;
    };
  }

  private static Bond sign(double value) {
    var size = StrictMath.abs(value);
    return value < 0
        ? Bond.NEGATIVE
        : size != 0 && (size < 1e-5 || size >= 1e7) ? Bond.PRODUCT : Bond.WHOLE;
  }
}
