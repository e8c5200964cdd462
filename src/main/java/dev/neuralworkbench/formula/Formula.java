package dev.neuralworkbench.formula;

import dev.neuralworkbench.formula.Expression.Letter;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** A formula made ready to be worked out many times, for other numbers in place of its letters. */
@FunctionalInterface
public interface Formula {

  /**
   * The number that it comes to.
   *
   * @param letters the numbers of the letters. Not modified.
   */
  double value(double[] letters);

  /**
   * A formula made ready.
   *
   * @param letters the letters that it may have, in the order of their numbers
   */
  static Formula of(Expression maths, List<? extends Expression> letters) {
    if (!hasLetters(maths)) {
      return fixed(maths); // β to the power of t is the same for every weight
    }
    return switch (maths) {
      case Letter letter -> {
        var at = letters.indexOf(letter);
        if (at < 0) {
          throw new IllegalArgumentException(
              "expected one of %s, received %s".formatted(letters, letter));
        }
        yield numbers -> numbers[at];
      }
      case Expression.Quantity _,
          Expression.Constant _,
          Expression.OmittedTerms _,
          Expression.Series _ ->
          fixed(maths);
      case Expression.Sum(var terms) -> fold(terms, letters, (a, b) -> a + b);
      case Expression.Product(var factors) -> fold(factors, letters, (a, b) -> a * b);
      case Expression.Difference(var from, var less) ->
          fold(List.of(from, less), letters, (a, b) -> a - b);
      case Expression.Fraction(var top, var bottom) ->
          fold(List.of(top, bottom), letters, (a, b) -> a / b);
      case Expression.Power(var base, Expression.Constant(var exponent)) when exponent == 2 ->
          of(base, letters).then(x -> x * x);
      case Expression.Power(var base, var exponent) ->
          fold(List.of(base, exponent), letters, StrictMath::pow);
      case Expression.Negative(var of) -> of(of, letters).then(x -> -x);
      case Expression.Root(var of) -> of(of, letters).then(StrictMath::sqrt);
      case Expression.Abs(var of) -> of(of, letters).then(StrictMath::abs);
      case Expression.Call(var function, List<Expression> arguments)
          when function == NamedFunction.LN
              && arguments.getFirst() instanceof Expression.Sum(var terms)
              && terms.size() == 2
              && terms.getFirst().equals(Expression.number(1))
              && terms.getLast() instanceof Expression.Call(var inner, var exponent)
              && inner == NamedFunction.EXP ->
          of(exponent.getFirst(), letters).then(Formula::softplus);
      case Expression.Call(var function, var arguments) -> {
        var parts = arguments.stream().map(it -> of(it, letters)).toArray(Formula[]::new);
        yield parts.length == 1
            ? parts[0].then(function::value)
            : numbers -> function.value(parts[0].value(numbers), parts[1].value(numbers));
      }
      case Expression.Cases(var then, var _, var otherwise, var _, var condition) -> {
        var test = of(condition, letters);
        var yes = of(then, letters);
        var no = of(otherwise, letters);
        yield numbers -> (test.value(numbers) > 0 ? yes : no).value(numbers);
      }
    };
  }

  /** ln(1 + eˣ), where eˣ would overflow too. */
  private static double softplus(double x) {
    return StrictMath.max(x, 0) + StrictMath.log1p(StrictMath.exp(-StrictMath.abs(x)));
  }

  private static boolean hasLetters(Expression maths) {
    var found = new boolean[] {maths instanceof Letter};
    if (!(maths instanceof Expression.Quantity)) {
      maths.map(
          part -> {
            found[0] |= hasLetters(part);
            return part;
          });
    }
    return found[0];
  }

  private static Formula fixed(Expression maths) {
    var value = maths.value();
    return _ -> value;
  }

  private static Formula fold(
      List<Expression> parts, List<? extends Expression> letters, DoubleBinaryOperator operator) {
    return parts.stream()
        .map(part -> of(part, letters))
        .reduce(
            (one, other) ->
                numbers -> operator.applyAsDouble(one.value(numbers), other.value(numbers)))
        .orElseThrow();
  }

  private Formula then(DoubleUnaryOperator operator) {
    return numbers -> operator.applyAsDouble(value(numbers));
  }
}
