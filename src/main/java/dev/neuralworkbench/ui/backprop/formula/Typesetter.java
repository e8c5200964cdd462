package dev.neuralworkbench.ui.backprop.formula;

import dev.neuralworkbench.formula.Brackets;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.NamedFunction;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Styling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;

/** Sets formulas as a book does: italic letters, indices below and above, fractions with a bar. */
public record Typesetter(
    boolean numbers, Decimals decimals, Words words, Map<Expression, String> marks) {

  private static final List<Double> SIZES = List.of(1.0, 0.75, 0.65);

  /** Numbers stand in the place of symbols, or not; marks are style classes of quantities. */
  public Typesetter {
    marks = Map.copyOf(marks);
  }

  public FormulaBox set(Expression maths) {
    return set(maths, 0);
  }

  /** A formula in pieces between which a line may break: the terms of a sum. */
  List<FormulaBox> pieces(Expression maths) {
    return switch (maths) {
      case Expression.Cases cases when numbers -> pieces(cases.chosen());
      case Expression.Sum(var terms) -> terms(terms);
      case Expression.Fraction(Expression.Sum(var terms), Expression.Constant bottom)
          when numbers && terms.size() > 3 -> {
        var pieces = terms(terms);
        pieces.set(0, row(sign("("), pieces.getFirst()));
        pieces.set(pieces.size() - 1, row(pieces.getLast(), sign(")")));
        pieces.add(row(spaced("/"), set(bottom)));
        yield pieces;
      }
      default -> List.of(set(maths));
    };
  }

  private List<FormulaBox> terms(List<Expression> terms) {
    var pieces = new ArrayList<FormulaBox>();
    for (var i = 0; i < terms.size(); i++) {
      var first = i == 0;
      var box = within(terms.get(i), Brackets.aroundTerm(terms.get(i), first, numbers), 0);
      pieces.add(first ? box : row(spaced("+"), box));
    }
    return pieces;
  }

  private FormulaBox set(Expression maths, int level) {
    var box = plain(maths, level);
    if (maths instanceof Expression.Quantity(var name, var _, var _)) {
      var mark = marks.get(name);
      if (mark != null) {
        box.nodes().forEach(node -> node.getStyleClass().add(mark));
      }
    }
    return box;
  }

  private FormulaBox plain(Expression maths, int level) {
    return switch (maths) {
      case Expression.Letter letter -> letter(letter, level);
      case Expression.Quantity(var name, var value, var exact) ->
          !numbers
              ? set(name, level)
              : number(exact ? decimals.exact(value) : decimals.text(value), level);
      case Expression.Constant(var value) -> number(decimals.exact(value), level);
      case Expression.OmittedTerms rest ->
          new FormulaBox.Row(
              List.of(
                  number(decimals.text(rest.value()), level),
                  text(words.text("explain.rest", rest.terms().size()), "maths-name", level + 1)),
              0.25);
      case Expression.Sum(var terms) -> joined(terms, "+", Brackets::aroundTerm, level);
      case Expression.Product(var factors) ->
          joined(factors, "·", (it, _, n) -> Brackets.aroundFactor(it, n), level);
      case Expression.Difference(var from, var less) ->
          row(
              set(from, level),
              spaced("−", level),
              within(less, Brackets.aroundFactor(less, numbers), level));
      case Expression.Negative(var of) ->
          row(
              text("−", "maths-sign", level),
              within(of, Brackets.aroundFactor(of, numbers), level));
      case Expression.Fraction(var top, var bottom) -> fraction(top, bottom, level);
      case Expression.Power(var base, var exponent) ->
          new FormulaBox.Scripts(
              within(base, Brackets.aroundBase(base, numbers), level),
              List.of(),
              List.of(set(exponent, level + 1)));
      case Expression.Root(var of) ->
          enclosed(
              FormulaBox.GrowingSign.Kind.ROOT, set(of, level), FormulaBox.GrowingSign.Kind.NONE);
      case Expression.Abs(var of) ->
          enclosed(
              FormulaBox.GrowingSign.Kind.BAR, set(of, level), FormulaBox.GrowingSign.Kind.BAR);
      case Expression.Call(var function, var arguments) -> call(function, arguments, level);
      case Expression.Cases cases -> cases(cases, level);
      case Expression.Series(var index, var term) ->
          new FormulaBox.Row(
              List.of(
                  new FormulaBox.Scripts(
                      text("Σ", "maths-name", level),
                      List.of(text(index, "maths-letter", level + 1)),
                      List.of()),
                  set(term, level)),
              0.15);
    };
  }

  private FormulaBox letter(Expression.Letter letter, int level) {
    var name = letter.text();
    var style = name.length() > 2 && !name.startsWith("∂") ? "maths-name" : "maths-letter";
    var base = text(name, style, level);
    return letter.below().isEmpty() && letter.above().isEmpty()
        ? base
        : new FormulaBox.Scripts(
            base, script(letter.below(), level), script(letter.above(), level));
  }

  private static List<FormulaBox> script(String text, int level) {
    return text.isEmpty() ? List.of() : List.of(text(text, "maths-letter", level + 1));
  }

  private FormulaBox fraction(Expression top, Expression bottom, int level) {
    var bar = Styling.as(new Line(), "maths-rule");
    return new FormulaBox.Stack(set(top, level), set(bottom, level), List.of(bar), 0.5);
  }

  private FormulaBox call(NamedFunction function, List<Expression> arguments, int level) {
    if (function == NamedFunction.EXP) {
      return new FormulaBox.Scripts(
          text("e", "maths-letter", level),
          List.of(),
          List.of(set(arguments.getFirst(), level + 1)));
    }
    return row(
        text(function.symbol, "maths-name", level),
        bracketed(joined(arguments, ";", (_, _, _) -> false, level)));
  }

  private FormulaBox cases(Expression.Cases cases, int level) {
    if (numbers) {
      return set(cases.chosen(), level);
    }
    return enclosed(
        FormulaBox.GrowingSign.Kind.BRACE,
        new FormulaBox.Stack(
            branch(cases.then(), cases.condition(), level),
            branch(cases.otherwise(), cases.otherwiseCondition(), level),
            List.of(),
            0),
        FormulaBox.GrowingSign.Kind.NONE);
  }

  private FormulaBox branch(Expression value, String condition, int level) {
    return new FormulaBox.Row(
        List.of(set(value, level), text(condition, "maths-letter", level + 1)), 1.2);
  }

  private FormulaBox joined(List<Expression> parts, String sign, Rule rule, int level) {
    var boxes = new ArrayList<FormulaBox>();
    for (var i = 0; i < parts.size(); i++) {
      if (i > 0) {
        boxes.add(spaced(sign, level));
      }
      boxes.add(within(parts.get(i), rule.needsBrackets(parts.get(i), i == 0, numbers), level));
    }
    return new FormulaBox.Row(boxes, 0);
  }

  private FormulaBox within(Expression maths, boolean brackets, int level) {
    var box = set(maths, level);
    return brackets ? bracketed(box) : box;
  }

  private static FormulaBox bracketed(FormulaBox box) {
    return enclosed(FormulaBox.GrowingSign.Kind.OPEN, box, FormulaBox.GrowingSign.Kind.CLOSE);
  }

  private static FormulaBox enclosed(
      FormulaBox.GrowingSign.Kind left, FormulaBox box, FormulaBox.GrowingSign.Kind right) {
    return new FormulaBox.Enclosed(
        new FormulaBox.GrowingSign(left), box, new FormulaBox.GrowingSign(right));
  }

  private static FormulaBox row(FormulaBox... boxes) {
    return new FormulaBox.Row(List.of(boxes), 0);
  }

  static FormulaBox spaced(String sign) {
    return spaced(sign, 0);
  }

  private static FormulaBox spaced(String sign, int level) {
    return text(sign.equals(";") ? "; " : " " + sign + " ", "maths-sign", level);
  }

  private static FormulaBox sign(String sign) {
    return text(sign, "maths-sign", 0);
  }

  private static FormulaBox number(String digits, int level) {
    return text(digits, "maths-number", level);
  }

  private static FormulaBox text(String content, String style, int level) {
    var text = Styling.as(new Text(content), style);
    return new FormulaBox.Leaf(text, SIZES.get(Math.min(level, SIZES.size() - 1)));
  }

  private interface Rule {
    boolean needsBrackets(Expression part, boolean first, boolean numbers);
  }
}
