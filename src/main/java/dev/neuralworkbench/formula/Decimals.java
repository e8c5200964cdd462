package dev.neuralworkbench.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How numbers are written: rounded so that each has at least so many digits that count, whatever
 * its size. A gradient of 0.0000312 would otherwise be 0, and so would 1 − 0.99997.
 *
 * @param places decimals of a number above 1, in 2 … 8
 * @param comma whether a comma stands before the decimals
 */
public record Decimals(int places, boolean comma) {

  /** Four decimals after a point. */
  public static final Decimals DEFAULT = new Decimals(4, false);

  public static final int LEAST = 2;

  public static final int MOST = 8;

  private static final double SMALL = 1e-5;
  private static final double LARGE = 1e7;
  private static final int MOST_WRITTEN = 12;

  /** The number as it is shown, rounded half up. */
  public String text(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
    }
    var digits = shown(value);
    return written(isScientific(value) ? scientific(digits) : digits.toPlainString());
  }

  /** The number that is shown, as a number. */
  public double rounded(double value) {
    return Double.isFinite(value) ? shown(value).doubleValue() : value;
  }

  /** A chosen number with all its digits. */
  public String exact(double value) {
    if (!Double.isFinite(value)) {
      return text(value);
    }
    var decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    var size = StrictMath.abs(value);
    var plain = value == 0 || (size >= 1e-4 && size < LARGE);
    return written(plain ? decimal.toPlainString() : scientific(decimal));
  }

  private BigDecimal shown(double value) {
    var exact = new BigDecimal(value);
    return isWhole(value)
        ? exact.setScale(0, RoundingMode.HALF_UP)
        : exact.setScale(places(value), RoundingMode.HALF_UP);
  }

  private static boolean isWhole(double value) {
    return value == StrictMath.rint(value) && StrictMath.abs(value) < LARGE;
  }

  private static boolean isScientific(double value) {
    var size = StrictMath.abs(value);
    return size != 0 && (size < SMALL || size >= LARGE);
  }

  private int places(double value) {
    var size = StrictMath.abs(value);
    var exponent = size == 0 ? 0 : (int) StrictMath.floor(StrictMath.log10(size));
    if (isScientific(value)) {
      return places - exponent;
    }
    var fromZero = size < 1 ? places - exponent - 1 : places;
    var gap = 1 - size;
    var fromOne = gap > 0 ? 1 - (int) StrictMath.floor(StrictMath.log10(gap)) : 0;
    return StrictMath.min(
        StrictMath.max(fromZero, fromOne), StrictMath.max(MOST_WRITTEN, fromZero));
  }

  private static String scientific(BigDecimal decimal) {
    var exponent = decimal.precision() - decimal.scale() - 1;
    var mantissa = decimal.movePointLeft(exponent).toPlainString();
    return mantissa + "·10" + raised(exponent);
  }

  /** A whole number in small digits above the line: ⁻¹⁰. */
  public static String raised(int exponent) {
    var text = new StringBuilder();
    for (var digit : Integer.toString(exponent).toCharArray()) {
      text.append(digit == '-' ? '⁻' : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digit - '0'));
    }
    return text.toString();
  }

  private String written(String digits) {
    var signed = digits.replace('-', '−');
    return comma ? signed.replace('.', ',') : signed;
  }
}
