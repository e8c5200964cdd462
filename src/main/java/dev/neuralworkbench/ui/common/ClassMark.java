package dev.neuralworkbench.ui.common;

import javafx.scene.layout.Region;

/** The mark of a class, of the form and colour that its points have in a chart. */
public final class ClassMark extends Region {

  private static final int COLORS = 10;
  private static final int FORMS = 5;

  public ClassMark(int index) {
    getStyleClass().addAll("class-mark", color(index), "form-" + (index % FORMS + 1));
  }

  public static String color(int index) {
    return "class-" + (index % COLORS + 1);
  }
}
