package dev.neuralworkbench.formula;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A formula as a tree. It can be written with its symbols or with its numbers, and worked out: all
 * three from the same tree, so that what is shown is what was computed. Immutable.
 */
public sealed interface Expression {

  /**
   * A symbol, which has no number of its own: {@code w} with {@code 1,2} below and {@code (1)}
   * above.
   *
   * @param text the letter or letters
   * @param below index; empty for none
   * @param above what stands above the line; empty for none
   */
  record Letter(String text, String below, String above) implements Expression {

    /** A symbol without indices. */
    public static Letter of(String text) {
      return new Letter(text, "", "");
    }
  }

  /**
   * Something that has a name and a number.
   *
   * @param name its symbols
   * @param value its number, with all digits
   * @param exact whether the number is one that somebody chose, such as a learning rate: it is
   *     never rounded
   */
  record Quantity(Expression name, double value, boolean exact) implements Expression {

    /** A number that was worked out. */
    public static Quantity of(Expression name, double value) {
      return new Quantity(name, value, false);
    }

    /** A number that somebody chose. */
    public static Quantity chosen(String letter, double value) {
      return new Quantity(Letter.of(letter), value, true);
    }
  }

  /** A number that is itself in the formula: 1, 2. Never rounded. */
  record Constant(double value) implements Expression {}

  /** a + b + … */
  record Sum(List<Expression> terms) implements Expression {

    public Sum {
      terms = List.copyOf(terms);
    }

    /** All terms, with those that {@link OmittedTerms} stand for. */
    public List<Expression> whole() {
      return terms.stream()
          .flatMap(it -> it instanceof OmittedTerms(var more) ? more.stream() : Stream.of(it))
          .toList();
    }
  }

  /** a − b. */
  record Difference(Expression from, Expression less) implements Expression {}

  /** −a. */
  record Negative(Expression of) implements Expression {}

  /** a · b · … */
  record Product(List<Expression> factors) implements Expression {

    public Product {
      factors = List.copyOf(factors);
    }
  }

  /** a / b, with a bar. */
  record Fraction(Expression top, Expression bottom) implements Expression {}

  /** a to the power of b. */
  record Power(Expression base, Expression exponent) implements Expression {}

  /** √a. */
  record Root(Expression of) implements Expression {}

  /** |a|. */
  record Abs(Expression of) implements Expression {}

  /** A function of its arguments. */
  record Call(NamedFunction function, List<Expression> arguments) implements Expression {

    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * One of two formulas, by a condition; with numbers the one that holds.
   *
   * @param condition when {@code then} holds, in symbols: {@code z > 0}
   * @param otherwiseCondition when {@code otherwise} holds
   * @param test above 0 where {@code then} holds
   */
  record Cases(
      Expression then,
      String condition,
      Expression otherwise,
      String otherwiseCondition,
      Expression test)
      implements Expression {

    /** One of two formulas, where it is known which. */
    public Cases(
        Expression then,
        String condition,
        Expression otherwise,
        String otherwiseCondition,
        boolean first) {
      this(then, condition, otherwise, otherwiseCondition, new Constant(first ? 1 : 0));
    }

    /** The condition that holds. */
    public String chosenCondition() {
      return test.value() > 0 ? condition : otherwiseCondition;
    }

    /** The formula that holds. */
    public Expression chosen() {
      return test.value() > 0 ? then : otherwise;
    }
  }

  /** Terms of a sum that are too many to be written there, added up; they can be asked for. */
  record OmittedTerms(List<Expression> terms) implements Expression {
    public OmittedTerms {
      terms = List.copyOf(terms);
    }
  }

  /** Σ over an index; for formulas in symbols alone. */
  record Series(String index, Expression term) implements Expression {}

  /** A number that is itself in a formula. */
  static Expression number(double value) {
    return new Constant(value);
  }

  /** a + b + … */
  static Expression sum(Expression... terms) {
    return new Sum(List.of(terms));
  }

  /** a · b · … */
  static Expression product(Expression... factors) {
    return new Product(List.of(factors));
  }

  static Expression call(NamedFunction function, Expression... arguments) {
    return new Call(function, List.of(arguments));
  }

  /** This less another. */
  default Expression minus(Expression less) {
    return new Difference(this, less);
  }

  /** This divided by another. */
  default Expression over(Expression bottom) {
    return new Fraction(this, bottom);
  }

  /** This to the power of another. */
  default Expression power(Expression exponent) {
    return new Power(this, exponent);
  }

  /** The same formula of changed parts; what has no parts stays. */
  default Expression map(UnaryOperator<Expression> change) {
    return switch (this) {
      case Letter _, Constant _, OmittedTerms _ -> this;
      case Quantity(var name, var value, var exact) ->
          new Quantity(change.apply(name), value, exact);
      case Sum(var terms) -> new Sum(terms.stream().map(change).toList());
      case Product(var factors) -> new Product(factors.stream().map(change).toList());
      case Difference(var from, var less) -> new Difference(change.apply(from), change.apply(less));
      case Negative(var of) -> new Negative(change.apply(of));
      case Fraction(var top, var bottom) -> new Fraction(change.apply(top), change.apply(bottom));
      case Power(var base, var exponent) -> new Power(change.apply(base), change.apply(exponent));
      case Root(var of) -> new Root(change.apply(of));
      case Abs(var of) -> new Abs(change.apply(of));
      case Call(var function, var arguments) ->
          new Call(function, arguments.stream().map(change).toList());
      case Cases(var then, var condition, var otherwise, var other, var test) ->
          new Cases(
              change.apply(then), condition, change.apply(otherwise), other, change.apply(test));
      case Series(var index, var term) -> new Series(index, change.apply(term));
    };
  }

  /** The number that this comes to, with all digits; NaN where a symbol has none. */
  default double value() {
    return value(DoubleUnaryOperator.identity());
  }

  /**
   * The number that this comes to if every number that was worked out is rounded before it is used,
   * as somebody with a calculator does who reads them from the screen.
   *
   * @param rounding rounds a number as it is shown
   */
  default double value(DoubleUnaryOperator rounding) {
    return switch (this) {
      case Letter _, Series _ -> Double.NaN;
      case Quantity(var _, var value, var exact) -> exact ? value : rounding.applyAsDouble(value);
      case Constant(var value) -> value;
      case OmittedTerms(var terms) ->
          rounding.applyAsDouble(terms.stream().mapToDouble(Expression::value).sum());
      case Sum(var terms) -> terms.stream().mapToDouble(it -> it.value(rounding)).sum();
      case Difference(var from, var less) -> from.value(rounding) - less.value(rounding);
      case Negative(var of) -> -of.value(rounding);
      case Product(var factors) ->
          factors.stream().mapToDouble(it -> it.value(rounding)).reduce(1, (a, b) -> a * b);
      case Fraction(var top, var bottom) -> top.value(rounding) / bottom.value(rounding);
      case Power(var base, var exponent) ->
          StrictMath.pow(base.value(rounding), exponent.value(rounding));
      case Root(var of) -> StrictMath.sqrt(of.value(rounding));
      case Abs(var of) -> StrictMath.abs(of.value(rounding));
      case Call(var function, var arguments) ->
          function.value(arguments.stream().mapToDouble(it -> it.value(rounding)).toArray());
      case Cases cases -> cases.chosen().value(rounding);
    };
  }
}
