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
record MathsWriter(Notation notation, Decimals decimals, boolean numbers) {

  String write(Expression maths) {
    return switch (maths) {
      case Expression.Letter(var text, var below, var above) -> notation.letter(text, below, above);
      case Expression.Quantity(var name, var value, var exact) ->
          !numbers
              ? write(name)
              : notation.number(exact ? decimals.exact(value) : decimals.text(value));
      case Expression.Constant(var value) -> notation.number(decimals.exact(value));
      case Expression.OmittedTerms rest ->
          notation.rest(rest.terms().size(), decimals.text(rest.value()));
      case Expression.Sum(var terms) -> joined(terms, "+", Brackets::aroundTerm);
      case Expression.Product(var factors) ->
          joined(factors, "·", (it, _, n) -> Brackets.aroundFactor(it, n));
      case Expression.Difference(var from, var less) ->
          row(write(from), notation.sign("−", true), subtracted(less));
      case Expression.Negative(var of) -> row(notation.sign("−", false), subtracted(of));
      case Expression.Fraction(var top, var bottom) ->
          notation.piece(Piece.FRACTION, part(top), part(bottom));
      case Expression.Power(var base, var exponent) ->
          notation.power(within(base, it -> Brackets.aroundBase(it, numbers)), exponent(exponent));
      case Expression.Root(var of) -> notation.piece(Piece.ROOT, write(of));
      case Expression.Abs(var of) -> notation.piece(Piece.SIZE, write(of));
      case Expression.Call(var function, var arguments) ->
          function == NamedFunction.EXP
              ? notation.power(notation.letter("e", "", ""), exponent(arguments.getFirst()))
              : notation.call(function.symbol, arguments.stream().map(this::write).toList());
      case Expression.Cases cases -> numbers ? write(cases.chosen()) : cases(cases);
      case Expression.Series(var index, var term) ->
          notation.piece(Piece.SERIES, index, write(term));
    };
  }

  private String cases(Expression.Cases cases) {
    return notation.piece(
        Piece.CASES,
        write(cases.then()),
        notation.condition(cases.condition()),
        write(cases.otherwise()),
        notation.condition(cases.otherwiseCondition()));
  }

  private String row(String... parts) {
    return notation.piece(Piece.ROW, String.join("", parts));
  }

  private String subtracted(Expression maths) {
    return within(maths, it -> Brackets.aroundFactor(it, numbers));
  }

  private String part(Expression part) {
    return within(part, it -> notation.isFlat() && Brackets.aroundPart(it, numbers));
  }

  private String exponent(Expression exponent) {
    return within(exponent, it -> notation.isFlat() && Brackets.aroundBase(it, numbers));
  }

  private String within(Expression maths, Predicate<Expression> needsBrackets) {
    return needsBrackets.test(maths) ? notation.piece(Piece.BRACKETS, write(maths)) : write(maths);
  }

  private String joined(List<Expression> parts, String sign, Rule rule) {
    var pieces = new ArrayList<String>();
    for (var part : parts) {
      var first = pieces.isEmpty();
      if (!first) {
        pieces.add(notation.sign(sign, true));
      }
      pieces.add(within(part, it -> rule.needsBrackets(it, first, numbers)));
    }
    return row(pieces.toArray(String[]::new));
  }

  private interface Rule {
    boolean needsBrackets(Expression part, boolean first, boolean numbers);
  }
}
