package dev.neuralworkbench.data.cell;

/**
 * Numbers read straight from characters: {@code [+-] digits [. digits] [e [+-] digits]}, with at
 * least one digit before the exponent. Anything else is no number, among it hexadecimal, grouped
 * digits and infinity. Results are rounded correctly, as {@link Double#parseDouble} does.
 */
public final class NumberParser {

  /** Whole numbers of so many bits are all doubles. */
  private static final int EXACT_BITS = 53;

  /** Powers of ten that are doubles exactly. */
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  /** Digits that an unsigned long holds whatever they are. */
  private static final int SAFE_DIGITS = 19;

  /** Exponents beyond this make zero or infinity of any mantissa that a cell can hold. */
  private static final int EXPONENT_LIMIT = 100_000_000;

  private NumberParser() {}

  /** The number that the text is, or NaN. */
  public static double parse(String text) {
    var characters = text.toCharArray();
    return parse(characters, 0, characters.length, '.');
  }

  /**
   * The number that the characters are, or NaN if they are none or it is infinite.
   *
   * @param text Not modified.
   */
  public static double parse(char[] text, int offset, int length, char decimal) {
    var position = offset;
    var end = offset + length;
    var negative = false;
    if (position < end && (text[position] == '-' || text[position] == '+')) {
      negative = text[position++] == '-';
    }
    var whole = whole(text, position, end);
    if (whole >= 0) {
      return negative ? -(double) whole : whole;
    }
    var mantissa = 0L;
    var digits = 0;
    var significant = 0;
    var scale = 0;
    var pointSeen = false;
    for (; position < end; position++) {
      var c = text[position];
      var digit = c - '0';
      if (digit >= 0 && digit <= 9) {
        digits++;
        if (significant < SAFE_DIGITS) {
          mantissa = mantissa * 10 + digit;
          if (mantissa != 0) {
            significant++;
          }
          if (pointSeen) {
            scale--;
          }
        } else {
          significant++;
        }
      } else if (c == decimal && !pointSeen) {
        pointSeen = true;
      } else {
        break;
      }
    }
    if (digits == 0) {
      return Double.NaN;
    }
    if (position < end) {
      if (text[position] != 'e' && text[position] != 'E') {
        return Double.NaN;
      }
      var exponent = exponent(text, position + 1, end);
      if (exponent == Integer.MIN_VALUE) {
        return Double.NaN;
      }
      scale += exponent;
    }
    var value = significant <= SAFE_DIGITS ? rounded(mantissa, scale) : Double.NaN;
    if (Double.isNaN(value)) {
      return slowly(text, offset, length, decimal);
    }
    return negative ? -value : value;
  }

  /**
   * The number that a few digits are, the usual case and a quick one, or −1 where there is more.
   */
  private static long whole(char[] text, int from, int end) {
    if (from == end || end - from >= SAFE_DIGITS) {
      return -1;
    }
    var number = 0L;
    for (var at = from; at < end; at++) {
      var digit = text[at] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /** The nearest double to mantissa · 10^scale, or NaN where the fast ways cannot tell. */
  private static double rounded(long mantissa, int scale) {
    if (mantissa >>> EXACT_BITS == 0 && Math.abs(scale) < POWERS.length) {
      // Both factors are exact, so the one rounding of the product or quotient is the right one
      // (Clinger, "How to read floating point numbers accurately", 1990).
      return scale < 0 ? mantissa / POWERS[-scale] : mantissa * POWERS[scale];
    }
    return mantissa == 0 ? Double.NaN : DecimalRounding.round(mantissa, scale);
  }

  /** The exponent's value within its limits, or {@link Integer#MIN_VALUE} if it is none. */
  private static int exponent(char[] text, int from, int end) {
    var position = from;
    var negative = false;
    if (position < end && (text[position] == '-' || text[position] == '+')) {
      negative = text[position++] == '-';
    }
    if (position == end) {
      return Integer.MIN_VALUE;
    }
    var exponent = 0;
    for (; position < end; position++) {
      var digit = text[position] - '0';
      if (digit < 0 || digit > 9) {
        return Integer.MIN_VALUE;
      }
      exponent = Math.min(exponent * 10 + digit, EXPONENT_LIMIT);
    }
    return negative ? -exponent : exponent;
  }

  private static double slowly(char[] text, int offset, int length, char decimal) {
    var digits = new String(text, offset, length);
    var value = Double.parseDouble(decimal == '.' ? digits : digits.replace(decimal, '.'));
    return Double.isInfinite(value) ? Double.NaN : value;
  }
}
