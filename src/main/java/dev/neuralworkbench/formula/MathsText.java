package dev.neuralworkbench.formula;

import java.util.List;
import java.util.function.Predicate;

/**
 * A formula in one line of text, for screen readers, the clipboard and tests: {@code 0.15 · 0.05 +
 * 0.2 · 0.1 + 0.35}.
 */
public final class MathsText {

  private final Decimals decimals;
  private final boolean numbers;

  private MathsText(Decimals decimals, boolean numbers) {
    this.decimals = decimals;
    this.numbers = numbers;
  }

  /** With its symbols. */
  public static String symbols(Maths maths, Decimals decimals) {
    return new MathsText(decimals, false).text(maths);
  }

  /** With its numbers. */
  public static String numbers(Maths maths, Decimals decimals) {
    return new MathsText(decimals, true).text(maths);
  }

  private String text(Maths maths) {
    return switch (maths) {
      case Maths.Letter(var text, var below, var above) ->
          text + (below.isEmpty() ? "" : "_" + below) + (above.isEmpty() ? "" : "^" + above);
      case Maths.Quantity(var name, var value, var exact) ->
          !numbers ? text(name) : exact ? decimals.exact(value) : decimals.text(value);
      case Maths.Constant(var value) -> decimals.exact(value);
      case Maths.Rest rest -> "[" + rest.terms().size() + ": " + decimals.text(rest.value()) + "]";
      case Maths.Sum(var terms) -> joined(terms, " + ", Brackets::aroundTerm);
      case Maths.Product(var factors) ->
          joined(factors, " · ", (it, _, n) -> Brackets.aroundFactor(it, n));
      case Maths.Difference(var from, var less) ->
          text(from) + " − " + within(less, it -> Brackets.aroundSubtracted(it, numbers));
      case Maths.Negative(var of) -> "−" + within(of, it -> Brackets.aroundSubtracted(it, numbers));
      case Maths.Fraction(var top, var bottom) -> part(top) + " / " + part(bottom);
      case Maths.Power(var base, var exponent) ->
          within(base, it -> Brackets.aroundBase(it, numbers)) + "^" + exponent(exponent);
      case Maths.Root(var of) -> "√(" + text(of) + ")";
      case Maths.Size(var of) -> "|" + text(of) + "|";
      case Maths.Call(var function, var arguments) ->
          function == NamedFunction.EXP
              ? "e^" + exponent(arguments.getFirst())
              : function.symbol() + "(" + joined(arguments, "; ", (_, _, _) -> false) + ")";
      case Maths.Cases cases -> numbers ? text(cases.chosen()) : cases(cases);
      case Maths.Series(var index, var term) -> "Σ_" + index + " " + text(term);
    };
  }

  private String cases(Maths.Cases cases) {
    return "{"
        + text(cases.then())
        + " ("
        + cases.condition()
        + "); "
        + text(cases.otherwise())
        + " ("
        + cases.otherwiseCondition()
        + ")}";
  }

  private String part(Maths part) {
    return within(part, it -> Brackets.aroundPart(it, numbers));
  }

  private String exponent(Maths exponent) {
    return within(exponent, it -> Brackets.aroundBase(it, numbers));
  }

  private String within(Maths maths, Predicate<Maths> needsBrackets) {
    return needsBrackets.test(maths) ? "(" + text(maths) + ")" : text(maths);
  }

  private String joined(List<Maths> parts, String sign, Rule rule) {
    var text = new StringBuilder();
    for (var i = 0; i < parts.size(); i++) {
      var first = i == 0;
      text.append(first ? "" : sign)
          .append(within(parts.get(i), it -> rule.needsBrackets(it, first, numbers)));
    }
    return text.toString();
  }

  private interface Rule {
    boolean needsBrackets(Maths part, boolean first, boolean numbers);
  }
}
