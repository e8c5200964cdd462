package dev.neuralworkbench.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.formula.Expression.Abs;
import dev.neuralworkbench.formula.Expression.Letter;
import dev.neuralworkbench.formula.Expression.Negative;
import dev.neuralworkbench.formula.Expression.Quantity;
import dev.neuralworkbench.formula.Expression.Root;
import org.junit.jupiter.api.Test;

/** What a spreadsheet is given, written as it reads it. */
class SpreadsheetNotationTest {

  private static final Expression TINY = Quantity.of(Letter.of("w"), -3.25e-7);

  private static final Expression X = Quantity.of(Letter.of("x"), -2.5);

  private static String cell(Expression maths) {
    return MathsText.spreadsheet(maths, new Decimals(3, false));
  }

  @Test
  void numbersAndSignsAreThoseOfSpreadsheets() {
    assertEquals("-3.250E-7", cell(TINY));
    assertEquals("1.235E12", cell(Quantity.of(Letter.of("x"), 1.2345e12)));
    assertEquals(
        "(-3.250E-7)*(-2.500)+0.5",
        cell(Expression.sum(Expression.product(TINY, X), Expression.number(0.5))));
    assertEquals("(1-(-2.500))/3", cell(Expression.number(1).minus(X).over(Expression.number(3))));
  }

  /** A spreadsheet squares −2.5 in −2.5^2. */
  @Test
  void powersAndFunctionsAreTheirs() {
    assertEquals("(-2.500)^2", cell(X.power(Expression.number(2))));
    assertEquals("EXP(-(-2.500))", cell(Expression.call(NamedFunction.EXP, new Negative(X))));
    assertEquals("EXP(4)", cell(Expression.call(NamedFunction.EXP, Expression.number(4))));
    assertEquals(
        "SIGN(-2.500)*LN(1+ABS(-2.500))",
        cell(
            Expression.product(
                Expression.call(NamedFunction.SIGN, X),
                Expression.call(
                    NamedFunction.LN, Expression.sum(Expression.number(1), new Abs(X))))));
    assertEquals(
        "MAX(0,SQRT(2))",
        cell(
            Expression.call(
                NamedFunction.MAX, Expression.number(0), new Root(Expression.number(2)))));
  }
}
