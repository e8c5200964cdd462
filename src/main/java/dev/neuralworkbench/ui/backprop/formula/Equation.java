package dev.neuralworkbench.ui.backprop.formula;

import dev.neuralworkbench.explain.step.StepLine;
import dev.neuralworkbench.explain.step.StepPart;
import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.formula.Expression;
import dev.neuralworkbench.formula.MathsText;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.common.Styling;
import dev.neuralworkbench.ui.common.Visibility;
import java.util.Map;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** An equation that breaks between terms where it is too long for its line. */
public final class Equation extends FlowPane {

  private Equation() {
    getStyleClass().addAll("equation", "data");
    setAccessibleRole(AccessibleRole.TEXT);
  }

  /** None: a piece too long for its room becomes smaller, and nobody has to scroll sideways. */
  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    fit(width < 0 ? Double.MAX_VALUE : width);
    return super.computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    fit(getWidth());
    super.layoutChildren();
  }

  private void fit(double room) {
    for (var child : getChildren()) {
      if (child instanceof FormulaNode box) {
        box.fit(room);
      }
    }
  }

  double lineWidth() {
    fit(Double.MAX_VALUE);
    var pieces = getManagedChildren();
    var width = pieces.stream().mapToDouble(piece -> snapSizeX(piece.prefWidth(-1))).sum();
    return Math.ceil(width + getHgap() * (pieces.size() - 1)) + 1;
  }

  /** From its top to the line it stands on, where it is in one line. */
  double lineAscent() {
    return getManagedChildren().stream().mapToDouble(Node::getBaselineOffset).max().orElse(0);
  }

  public Equation compact() {
    getStyleClass().add("equation-compact");
    return this;
  }

  /** A part's formula in symbols; marks are style classes of what comes from another part. */
  public static Equation formula(
      StepPart part, Decimals decimals, Words words, Map<Expression, String> marks) {
    var equation = Styling.as(new Equation(), "equation-formula");
    var symbols = new Typesetter(false, decimals, words, marks);
    equation.add(symbols.set(part.left()));
    equation.add(Typesetter.spaced("="));
    symbols.pieces(part.formula()).forEach(equation::add);
    equation.setAccessibleText(
        MathsText.symbols(part.left(), decimals)
            + " = "
            + MathsText.symbols(part.formula(), decimals));
    return equation;
  }

  /** A line with its numbers; what is hidden is a question mark. */
  public static Equation numbers(
      StepLine line,
      boolean named,
      boolean hidden,
      Decimals decimals,
      Words words,
      Map<Expression, String> marks) {
    var equation = new Equation();
    var symbols = new Typesetter(false, decimals, words, marks);
    var numbers = new Typesetter(true, decimals, words, marks);
    if (named) {
      equation.add(symbols.set(line.left()));
    }
    var relation = hidden || line.follows(decimals) ? "=" : "≈";
    if (!line.isPlain()) {
      equation.add(Typesetter.spaced("="));
      numbers.pieces(line.right()).forEach(equation::add);
    }
    var shown = hidden ? "?" : decimals.text(line.value());
    var result = Styling.as(new Label(shown), "equation-result");
    result.setMinWidth(USE_PREF_SIZE);
    // Together, so that no line ends with the sign.
    var end = new HBox(new FormulaNode(Typesetter.spaced(relation)), result);
    end.setAlignment(Pos.BASELINE_LEFT);
    equation.getChildren().add(end);
    equation.setAccessibleText(
        MathsText.symbols(line.left(), decimals)
            + " = "
            + (line.isPlain()
                ? ""
                : MathsText.numbers(line.right(), decimals) + " " + relation + " ")
            + shown);
    return equation;
  }

  private void add(FormulaBox box) {
    getChildren().add(new FormulaNode(box));
  }

  /** A formula, and the same with numbers after it where the line is long enough, or below it. */
  public static final class FormulaWithNumbers extends Region {

    private static final double GAP_IN_EM = 0.3;

    private final Equation formula;
    private final Equation numbers;
    private final Label font = new Label();

    public FormulaWithNumbers(Equation formula, Equation numbers) {
      this.formula = formula;
      this.numbers = numbers;
      Visibility.when(font, false);
      getChildren().setAll(formula, numbers, font);
    }

    private double gap() {
      return GAP_IN_EM * font.getFont().getSize();
    }

    private static double height(Equation inOneLine) {
      return inOneLine.prefHeight(inOneLine.lineWidth());
    }

    private double ascent() {
      return Math.max(formula.lineAscent(), numbers.lineAscent());
    }

    private static double descent(Equation inOneLine) {
      return height(inOneLine) - inOneLine.lineAscent();
    }

    private boolean fits(double width) {
      return formula.lineWidth() + gap() + numbers.lineWidth() <= width;
    }

    @Override
    public Orientation getContentBias() {
      return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
      return formula.lineWidth() + gap() + numbers.lineWidth();
    }

    @Override
    protected double computeMinWidth(double height) {
      return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
      return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
      return width < 0 || fits(width)
          ? ascent() + Math.max(descent(formula), descent(numbers))
          : formula.prefHeight(width) + gap() + numbers.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
      var width = getWidth();
      if (fits(width)) {
        var left = formula.lineWidth();
        formula.resizeRelocate(0, ascent() - formula.lineAscent(), left, height(formula));
        numbers.resizeRelocate(
            left + gap(), ascent() - numbers.lineAscent(), numbers.lineWidth(), height(numbers));
      } else {
        var top = formula.prefHeight(width);
        formula.resizeRelocate(0, 0, width, top);
        numbers.resizeRelocate(0, top + gap(), width, numbers.prefHeight(width));
      }
    }
  }
}
