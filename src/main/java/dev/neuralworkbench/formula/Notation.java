package dev.neuralworkbench.formula;

import java.util.List;

/** How a formula is written down: the pieces that {@link MathsWriter} puts together. */
interface Notation {

  /**
   * A symbol.
   *
   * @param below index; empty for none
   * @param above what stands above the line; empty for none
   */
  String letter(String text, String below, String above);

  /** A number as it is shown. */
  String number(String shown);

  /** A sign between two parts, or a minus before one. */
  String sign(String sign, boolean between);

  /** Something in brackets. */
  String brackets(String inner);

  /** Parts beside each other. */
  default String row(List<String> parts) {
    return String.join("", parts);
  }

  /** Whether a fraction is written in one line, so that its parts may need brackets. */
  default boolean isFlat() {
    return false;
  }

  String fraction(String top, String bottom);

  String power(String base, String exponent);

  String root(String of);

  String size(String of);

  /** A function of its arguments. */
  String call(String symbol, List<String> arguments);

  /** One of two formulas, each with its condition. */
  String cases(String then, String condition, String otherwise, String otherwiseCondition);

  /** Σ over an index. */
  String series(String index, String term);

  /** Terms that are left out, with their sum. */
  default String rest(int count, String sum) {
    return number(sum);
  }
}
