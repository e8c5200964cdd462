package dev.neuralworkbench.ui.common.grid;

import dev.neuralworkbench.text.Numbers;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * Sizes of a grid in pixels, from the font that the style sheet gives it; null before that is
 * known.
 */
record GridMeasure(@Nullable Font font, double digit, double em, double rowHeight) {

  static final GridMeasure UNKNOWN = new GridMeasure(null, 8, 14, 26);

  private static final double ROW_IN_EM = 1.857;
  private static final double PADDING_IN_EM = 1.143;
  private static final double MARK_IN_EM = 1;

  static GridMeasure of(Label label) {
    var font = label.getFont();
    var digits = new Text("0000000000");
    digits.setFont(font);
    return new GridMeasure(
        font,
        digits.getLayoutBounds().getWidth() / 10,
        font.getSize(),
        Math.rint(font.getSize() * ROW_IN_EM));
  }

  boolean isOutdated(Label label) {
    return !label.getFont().equals(font);
  }

  double column(int digits) {
    return digits * digit + PADDING_IN_EM * em;
  }

  /** Width of the numbers of so many rows, with their marks. */
  double gutter(int rows) {
    return column(Math.max(2, Numbers.count(rows).length())) + MARK_IN_EM * em;
  }
}
