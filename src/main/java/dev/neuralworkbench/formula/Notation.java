package dev.neuralworkbench.formula;

import java.util.List;

/** How a formula is written down: the pieces that {@link MathsWriter} puts together. */
interface Notation {

  /** What is written in one way whatever its parts are. */
  enum Piece {
    BRACKETS,
    /** Parts beside each other. */
    ROW,
    FRACTION,
    POWER,
    ROOT,
    SIZE,
    /** One of two formulas, each before its condition. */
    CASES,
    /** Σ over an index, and its term. */
    SERIES
  }

  /** How a piece is written, with {@code %s} where each of its parts stands. */
  String template(Piece piece);

  default String piece(Piece piece, String... parts) {
    return template(piece).formatted((Object[]) parts);
  }

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

  /** Whether a fraction is written in one line, so that its parts may need brackets. */
  default boolean isFlat() {
    return false;
  }

  default String power(String base, String exponent) {
    return piece(Piece.POWER, base, exponent);
  }

  /** A function of its arguments. */
  String call(String symbol, List<String> arguments);

  /** When one of two formulas holds. */
  String condition(String text);

  /** Terms that are left out, with their sum. */
  default String rest(int count, String sum) {
    return number(sum);
  }
}
