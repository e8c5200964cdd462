package dev.neuralworkbench.data.cell;

import java.math.BigInteger;

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

  /**
   * The double nearest to w · 10^q, by one or two multiplications with a power of five kept to 128
   * bits (Lemire, "Number parsing at a gigabyte per second", Software: Practice and Experience 51,
   * 2021, algorithm 1). Ten times as fast as {@link Double#parseDouble}, which decides between
   * pandas' speed and a third of it.
   */
  private static final class DecimalRounding {

    /** Exponents q lie between −MOST and MOST. */
    private static final int MOST = 64;

    private static final int MANTISSA_BITS = 52;

    /**
     * Low bits of a product's upper half that say nothing about the double, if they are all ones.
     */
    private static final long UNCERTAIN = 0x1FF;

    /** Upper and lower 64 bits of 5^q, shifted so that the first bit is set; at 2 (q + MOST). */
    private static final long[] POWERS = powersOfFive();

    private DecimalRounding() {}

    /**
     * The nearest double, or NaN where this way cannot tell: far exponents, and exact ties.
     *
     * @param w digits as a whole number, unsigned; not 0
     * @param q power of ten
     */
    static double round(long w, int q) {
      if (q < -MOST || q > MOST) {
        return Double.NaN;
      }
      var zeros = Long.numberOfLeadingZeros(w);
      var shifted = w << zeros;
      var high = Math.unsignedMultiplyHigh(shifted, POWERS[2 * (q + MOST)]);
      var low = shifted * POWERS[2 * (q + MOST)];
      if ((high & UNCERTAIN) == UNCERTAIN) {
        var more = Math.unsignedMultiplyHigh(shifted, POWERS[2 * (q + MOST) + 1]);
        low += more;
        if (Long.compareUnsigned(low, more) < 0) {
          high++;
        }
      }
      var upperBit = (int) (high >>> 63);
      var mantissa = high >>> (upperBit + 64 - MANTISSA_BITS - 3);
      if ((low == 0 || low == 1) && (mantissa & 3) == 1) {
        return Double.NaN;
      }
      // ⌊q · log₂ 10⌋ + 63, with 217706 / 2¹⁶ for log₂ 10: exact in this range.
      var exponent = ((217_706 * q) >> 16) + 63 + upperBit - zeros + Double.MAX_EXPONENT;
      mantissa = (mantissa + (mantissa & 1)) >>> 1;
      // A mantissa rounded up to 2⁵³ carries into the exponent by the addition.
      return Double.longBitsToDouble(((long) (exponent - 1) << MANTISSA_BITS) + mantissa);
    }

    /** Rounded down for positive powers, up for negative ones, as the proof of the method asks. */
    private static long[] powersOfFive() {
      var powers = new long[2 * (2 * MOST + 1)];
      for (var q = -MOST; q <= MOST; q++) {
        var power = BigInteger.valueOf(5).pow(Math.abs(q));
        BigInteger bits;
        if (q >= 0) {
          bits = power.shiftLeft(128).shiftRight(power.bitLength());
        } else {
          var up = power.subtract(BigInteger.ONE).bitLength();
          bits = BigInteger.ONE.shiftLeft(up + 127).divide(power).add(BigInteger.ONE);
        }
        powers[2 * (q + MOST)] = bits.shiftRight(64).longValue();
        powers[2 * (q + MOST) + 1] = bits.longValue();
      }
      return powers;
    }
  }
}
