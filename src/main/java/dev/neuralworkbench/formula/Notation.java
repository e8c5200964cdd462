package dev.neuralworkbench.formula;

import java.util.List;

/** How a formula is written down: the pieces that {@link MathsWriter} puts together. */
public interface Notation<T> {

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

  T piece(Piece piece, List<T> parts);

  /**
   * A symbol.
   *
   * @param below index; empty for none
   * @param above what stands above the line; empty for none
   */
  T letter(String text, String below, String above);

  /** A number as it is shown. */
  T number(String shown);

  /** A sign between two parts, or a minus before one. */
  T sign(String sign, boolean between);

  /** Whether a fraction is written in one line, so that its parts may need brackets. */
  default boolean isFlat() {
    return false;
  }

  default T power(T base, T exponent) {
    return piece(Piece.POWER, List.of(base, exponent));
  }

  /** A function of its arguments. */
  T call(String symbol, List<T> arguments);

  /** When one of two formulas holds. */
  T condition(String text);

  /** Terms that are left out, with their sum. */
  default T rest(int count, String sum) {
    return number(sum);
  }

  /** What has a name and a number, as one of them was written. */
  default T quantity(Expression name, T written) {
    return written;
  }

  /** A notation in characters. */
  interface OfText extends Notation<String> {

    /** How a piece is written, with {@code %s} where each of its parts stands. */
    String template(Piece piece);

    @Override
    default String piece(Piece piece, List<String> parts) {
      return piece == Piece.ROW
          ? template(piece).formatted(String.join("", parts))
          : template(piece).formatted(parts.toArray());
    }
  }
}
