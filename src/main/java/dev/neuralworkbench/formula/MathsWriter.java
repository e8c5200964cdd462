package dev.neuralworkbench.formula;

import dev.neuralworkbench.formula.Notation.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Writes a formula in a notation, with its symbols or with its numbers.
 *
 * @param numbers whether quantities are written as numbers
 */
public record MathsWriter<T>(Notation<T> notation, Decimals decimals, boolean numbers) {

  public T write(Expression maths) {
    return switch (maths) {
      case Expression.Letter(var text, var below, var above) -> notation.letter(text, below, above);
      case Expression.Quantity(var name, var value, var exact) ->
          notation.quantity(
              name,
              !numbers
                  ? write(name)
                  : notation.number(exact ? decimals.exact(value) : decimals.text(value)));
      case Expression.Constant(var value) -> notation.number(decimals.exact(value));
      case Expression.OmittedTerms rest ->
          notation.rest(rest.terms().size(), decimals.text(rest.value()));
      case Expression.Sum(var terms) -> joined(terms, "+", Brackets::aroundTerm);
      case Expression.Product(var factors) ->
          joined(factors, "·", (it, _, n) -> Brackets.aroundFactor(it, n));
      case Expression.Difference(var from, var less) ->
          row(List.of(write(from), notation.sign("−", true), subtracted(less)));
      case Expression.Negative(var of) -> row(List.of(notation.sign("−", false), subtracted(of)));
      case Expression.Fraction(var top, var bottom) ->
          notation.piece(Piece.FRACTION, List.of(part(top), part(bottom)));
      case Expression.Power(var base, var exponent) ->
          notation.power(within(base, it -> Brackets.aroundBase(it, numbers)), exponent(exponent));
      case Expression.Root(var of) -> notation.piece(Piece.ROOT, List.of(write(of)));
      case Expression.Abs(var of) -> notation.piece(Piece.SIZE, List.of(write(of)));
      case Expression.Call(var function, var arguments) ->
          function == NamedFunction.EXP
              ? notation.power(notation.letter("e", "", ""), exponent(arguments.getFirst()))
              : notation.call(function.symbol, arguments.stream().map(this::write).toList());
      case Expression.Cases cases -> numbers ? write(cases.chosen()) : cases(cases);
      case Expression.Series(var index, var term) ->
          notation.piece(Piece.SERIES, List.of(notation.letter(index, "", ""), write(term)));
    };
  }

  private T cases(Expression.Cases cases) {
    return notation.piece(
        Piece.CASES,
        List.of(
            write(cases.then()),
            notation.condition(cases.condition()),
            write(cases.otherwise()),
            notation.condition(cases.otherwiseCondition())));
  }

  private T row(List<T> parts) {
    return notation.piece(Piece.ROW, parts);
  }

  private T subtracted(Expression maths) {
    return within(maths, it -> Brackets.aroundFactor(it, numbers));
  }

  private T part(Expression part) {
    return within(part, it -> notation.isFlat() && Brackets.aroundPart(it, numbers));
  }

  private T exponent(Expression exponent) {
    return within(exponent, it -> notation.isFlat() && Brackets.aroundBase(it, numbers));
  }

  private T within(Expression maths, Predicate<Expression> needsBrackets) {
    var written = write(maths);
    return needsBrackets.test(maths) ? notation.piece(Piece.BRACKETS, List.of(written)) : written;
  }

  private T joined(List<Expression> parts, String sign, Rule rule) {
    var pieces = new ArrayList<T>();
    for (var part : parts) {
      var first = pieces.isEmpty();
      if (!first) {
        pieces.add(notation.sign(sign, true));
      }
      pieces.add(within(part, it -> rule.needsBrackets(it, first, numbers)));
    }
    return row(pieces);
  }

  private interface Rule {
    boolean needsBrackets(Expression part, boolean first, boolean numbers);
  }
}
