package dev.neuralworkbench.data.cell;

import java.math.BigInteger;

/**
 * The double nearest to w · 10^q, by one or two multiplications with a power of five kept to 128
 * bits (Lemire, "Number parsing at a gigabyte per second", Software: Practice and Experience 51,
 * 2021, algorithm 1). Ten times as fast as {@link Double#parseDouble}, which decides between
 * pandas' speed and a third of it.
 */
final class DecimalRounding {

  /** Exponents q lie between −MOST and MOST. */
  private static final int MOST = 64;

  private static final int MANTISSA_BITS = 52;

  /** Low bits of a product's upper half that say nothing about the double, if they are all ones. */
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
