package dev.neuralworkbench.data.cell;

/**
 * How a text writes its numbers: with a decimal point or with a decimal comma. The other mark, a
 * blank or an apostrophe may group the digits by thousands, and a number may carry a unit, see
 * {@link WrittenNumber}. One style holds for a whole file: reading, checking and setting a column
 * to number take the same one, so that none refuses what another accepts.
 *
 * @param decimal decimal mark, a point or a comma
 */
public record NumberStyle(char decimal) {

  public static final NumberStyle POINT = new NumberStyle('.');
  public static final NumberStyle COMMA = new NumberStyle(',');

  private static final double WHOLE_LIMIT = 1e15;

  /**
   * The number that the characters are, or NaN.
   *
   * @param text without spaces around the number. Not modified.
   */
  public double parse(char[] text, int offset, int length) {
    var plain = NumberParser.parse(text, offset, length, decimal);
    return Double.isNaN(plain) ? WrittenNumber.value(text, offset, length, decimal) : plain;
  }

  /** The number that a text is, or NaN. */
  public double parse(String text) {
    return parse(text.toCharArray(), 0, text.length());
  }

  public boolean isNumber(String text) {
    return !Double.isNaN(parse(text));
  }

  public NumberStyle other() {
    return equals(POINT) ? COMMA : POINT;
  }

  /**
   * The text of a number in tables: the shortest that reads back to the same number, whole ones
   * without a decimal point; empty for NaN, which is missing.
   */
  public static String written(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    return value == Math.rint(value) && Math.abs(value) < WHOLE_LIMIT
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
