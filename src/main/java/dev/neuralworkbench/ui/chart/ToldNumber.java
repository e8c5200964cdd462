package dev.neuralworkbench.ui.chart;

import dev.neuralworkbench.text.Numbers;
import java.util.List;

/** Numbers as the sentences of charts tell them: in three digits. */
public final class ToldNumber {

  public static final int DIGITS = 3;

  private ToldNumber() {}

  /** A number; a dash where there is none. */
  public static String of(double value) {
    return Double.isNaN(value) ? "\u2013" : Numbers.typeset(Numbers.rounded(value, DIGITS));
  }

  /** A place on an axis: its category, if it has one there, or the number. */
  public static String place(double at, List<String> categories) {
    var category = (int) Math.rint(at);
    return category >= 0 && category < categories.size() ? categories.get(category) : of(at);
  }
}
