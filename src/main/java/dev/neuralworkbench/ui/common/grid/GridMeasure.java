package dev.neuralworkbench.ui.common.grid;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Sizes of a grid in pixels, from the font of the style sheet; null before that is known. */
record GridMeasure(@Nullable Font font, double digit, double em, double rowHeight) {

  /** The rows that are seen, before the end, in slots for as many as fit; y is not above 0. */
  record GridWindow(int first, int end, int slots, double y, double rowHeight) {

    static GridWindow of(int rows, double scrolled, double height, double rowHeight) {
      var slots = (int) Math.ceil(height / rowHeight) + 1;
      var first = (int) Math.min(Math.floor(scrolled / rowHeight), Math.max(0, rows - 1));
      return new GridWindow(
          first,
          Math.min(rows, first + slots),
          slots,
          Math.rint(first * rowHeight - scrolled),
          rowHeight);
    }

    double y(int row) {
      return y + (row - first) * rowHeight;
    }
  }

  static final GridMeasure UNKNOWN = new GridMeasure(null, 8, 14, 26);

  private static final double ROW_IN_EM = 1.857;
  private static final double PADDING_IN_EM = 1.143;
  private static final double MARK_IN_EM = 1;

  /** The lines at both sides of a cell, in pixels. */
  private static final double BORDERS = 2;

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
    return digits * digit + PADDING_IN_EM * em + BORDERS;
  }

  double gutter(int digits) {
    return column(digits) + MARK_IN_EM * em;
  }

  /** Where the columns of a grid begin, in pixels from the first. Immutable. */
  @SuppressWarnings("ArrayRecordComponent") // shared, and compared by identity
  record GridColumns(double[] starts) {

    static final GridColumns NONE = new GridColumns(new double[1]);

    static GridColumns of(int count, IntToDoubleFunction width) {
      var starts = new double[count + 1];
      for (var i = 0; i < count; i++) {
        starts[i + 1] = starts[i] + width.applyAsDouble(i);
      }
      return new GridColumns(starts);
    }

    int count() {
      return starts.length - 1;
    }

    double start(int column) {
      return starts[column];
    }

    double width(int column) {
      return starts[column + 1] - starts[column];
    }

    double total() {
      return starts[count()];
    }

    /** The column at a place; the first or last one for places beside them. */
    int at(double x) {
      var found = Arrays.binarySearch(starts, x);
      var column = found >= 0 ? found : -found - 2;
      return Math.clamp(column, 0, Math.max(0, count() - 1));
    }
  }
}
