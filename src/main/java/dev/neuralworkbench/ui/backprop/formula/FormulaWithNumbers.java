package dev.neuralworkbench.ui.backprop.formula;

import dev.neuralworkbench.ui.common.Visibility;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A formula, and the same with numbers after it where the line is long enough, or below it. */
public final class FormulaWithNumbers extends Region {

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
