package dev.neuralworkbench.ui.backprop.formula;

import dev.neuralworkbench.formula.Brackets;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.MathsWriter;
import dev.neuralworkbench.formula.Notation;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.backprop.formula.FormulaBox.GrowingSign.Kind;
import dev.neuralworkbench.ui.common.Styling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;

/** Sets formulas as a book does: italic letters, indices below and above, fractions with a bar. */
public record Typesetter(
    boolean numbers, Decimals decimals, Words words, Map<Expression, String> marks)
    implements Notation<Typesetter.Sized> {

  private static final List<Double> SIZES = List.of(1.0, 0.75, 0.65);

  /** A piece in the size of its level: 0 on the line, 1 for indices and exponents, 2 for theirs. */
  public interface Sized {
    FormulaBox at(int level);
  }

  /** Numbers stand in the place of symbols, or not; marks are style classes of quantities. */
  public Typesetter {
    marks = Map.copyOf(marks);
  }

  public FormulaBox set(Expression maths) {
    return new MathsWriter<>(this, decimals, numbers).write(maths).at(0);
  }

  /** A formula in pieces between which a line may break: the terms of a sum. */
  List<FormulaBox> pieces(Expression maths) {
    return switch (maths) {
      case Expression.Cases cases when numbers -> pieces(cases.chosen());
      case Expression.Sum(var terms) -> terms(terms);
      case Expression.Fraction(Expression.Sum(var terms), Expression.Constant bottom)
          when numbers && terms.size() > 3 -> {
        var pieces = terms(terms);
        pieces.set(0, row(text("(", "maths-sign", 0), pieces.getFirst()));
        pieces.set(pieces.size() - 1, row(pieces.getLast(), text(")", "maths-sign", 0)));
        pieces.add(row(spaced("/"), set(bottom)));
        yield pieces;
      }
      default -> List.of(set(maths));
    };
  }

  private List<FormulaBox> terms(List<Expression> terms) {
    var pieces = new ArrayList<FormulaBox>();
    for (var term : terms) {
      var isFirst = pieces.isEmpty();
      var box = Brackets.aroundTerm(term, isFirst, numbers) ? bracketed(set(term)) : set(term);
      pieces.add(isFirst ? box : row(spaced("+"), box));
    }
    return pieces;
  }

  @Override
  public Sized letter(String text, String below, String above) {
    var isName = text.length() > 2 && !text.startsWith("∂") && !text.matches(".,.");
    return level -> {
      var base = text(text, isName ? "maths-name" : "maths-letter", level);
      return below.isEmpty() && above.isEmpty()
          ? base
          : new FormulaBox.Scripts(base, script(below, level), script(above, level));
    };
  }

  private static List<FormulaBox> script(String text, int level) {
    return text.isEmpty() ? List.of() : List.of(text(text, "maths-letter", level + 1));
  }

  @Override
  public Sized number(String shown) {
    return level -> text(shown, "maths-number", level);
  }

  @Override
  public Sized sign(String sign, boolean between) {
    return level -> text(between ? " " + sign + " " : sign, "maths-sign", level);
  }

  @Override
  public Sized condition(String text) {
    return level -> text(text, "maths-letter", level + 1);
  }

  @Override
  public Sized rest(int count, String sum) {
    var said = words.text("explain.rest", count);
    return level -> row(0.25, number(sum).at(level), text(said, "maths-name", level + 1));
  }

  @Override
  public Sized quantity(Expression name, Sized written) {
    var mark = marks.get(name);
    return level -> {
      var box = written.at(level);
      if (mark != null) {
        box.nodes().forEach(node -> node.getStyleClass().add(mark));
      }
      return box;
    };
  }

  @Override
  public Sized call(String symbol, List<Sized> arguments) {
    return level -> {
      var all = new ArrayList<FormulaBox>();
      for (var argument : arguments) {
        if (!all.isEmpty()) {
          all.add(text("; ", "maths-sign", level));
        }
        all.add(argument.at(level));
      }
      return row(text(symbol, "maths-name", level), bracketed(new FormulaBox.Row(all, 0)));
    };
  }

  @Override
  public Sized piece(Piece piece, List<Sized> parts) {
    return level -> {
      var first = parts.getFirst().at(level);
      return switch (piece) {
        case BRACKETS -> bracketed(first);
        case ROW -> new FormulaBox.Row(parts.stream().map(it -> it.at(level)).toList(), 0);
        case FRACTION -> {
          var bar = Styling.as(new Line(), "maths-rule");
          yield new FormulaBox.Stack(first, parts.getLast().at(level), List.of(bar), 0.5);
        }
        case POWER ->
            new FormulaBox.Scripts(first, List.of(), List.of(parts.getLast().at(level + 1)));
        case ROOT -> enclosed(Kind.ROOT, first, Kind.NONE);
        case SIZE -> enclosed(Kind.BAR, first, Kind.BAR);
        case CASES -> {
          var then = row(1.2, first, parts.get(1).at(level));
          var otherwise = row(1.2, parts.get(2).at(level), parts.get(3).at(level));
          var both = new FormulaBox.Stack(then, otherwise, List.of(), 0);
          yield enclosed(Kind.BRACE, both, Kind.NONE);
        }
        case SERIES -> {
          var index = List.of(parts.getFirst().at(level + 1));
          var sum = new FormulaBox.Scripts(text("Σ", "maths-name", level), index, List.of());
          yield row(0.15, sum, parts.getLast().at(level));
        }
      };
    };
  }

  private static FormulaBox bracketed(FormulaBox box) {
    return enclosed(Kind.OPEN, box, Kind.CLOSE);
  }

  private static FormulaBox enclosed(Kind left, FormulaBox box, Kind right) {
    return new FormulaBox.Enclosed(
        new FormulaBox.GrowingSign(left), box, new FormulaBox.GrowingSign(right));
  }

  private static FormulaBox row(FormulaBox... boxes) {
    return row(0, boxes);
  }

  private static FormulaBox row(double gap, FormulaBox... boxes) {
    return new FormulaBox.Row(List.of(boxes), gap);
  }

  static FormulaBox spaced(String sign) {
    return text(" " + sign + " ", "maths-sign", 0);
  }

  private static FormulaBox text(String content, String style, int level) {
    var text = Styling.as(new Text(content), style);
    return new FormulaBox.Leaf(text, SIZES.get(Math.min(level, SIZES.size() - 1)));
  }
}
