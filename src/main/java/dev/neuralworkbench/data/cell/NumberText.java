package dev.neuralworkbench.data.cell;

/** The text of numbers in tables: the shortest that reads back to the same number. */
public final class NumberText {

  private static final double WHOLE_LIMIT = 1e15;

  private NumberText() {}

  /** Whole numbers without a decimal point, others with; empty for NaN, which is missing. */
  public static String of(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    if (value == Math.rint(value) && Math.abs(value) < WHOLE_LIMIT) {
      return Long.toString((long) value);
    }
    return Double.toString(value);
  }
}
