package dev.neuralworkbench.ui.chart;

import dev.neuralworkbench.formula.Decimals;
import dev.neuralworkbench.text.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as all charts write them beside an axis or a scale, in both languages: from 10,000 on in
 * thousands (k), millions (M) or billions (B), from 10¹² on and below 0.0001 as powers of ten.
 */
public final class TickText {

  private static final String[] UNITS = {"", " k", " M", " B"};

  /** Of more digits none are hidden by a unit or a power: neighbours would look alike. */
  private static final int MOST_DIGITS = 4;

  private static final int MOST_DECIMALS = 5;

  private TickText() {}

  /** One number with so many significant digits. */
  public static String of(double value, int digits) {
    if (value == 0 || !Double.isFinite(value)) {
      return Numbers.typeset(Numbers.exact(value));
    }
    var rounded =
        new BigDecimal(value)
            .round(new MathContext(digits, RoundingMode.HALF_EVEN))
            .stripTrailingZeros();
    return isPower(rounded.doubleValue())
        ? power(rounded)
        : inUnit(rounded, unit(rounded.doubleValue()));
  }

  static boolean isPower(double value) {
    return value != 0 && (magnitude(value) >= 12 || magnitude(value) < -MOST_DIGITS);
  }

  static String power(double value) {
    return power(new BigDecimal(value).round(new MathContext(MOST_DIGITS)));
  }

  /**
   * A number of an axis whose numbers are so far apart, and of which the greatest has that size.
   */
  static String of(double value, double step, double greatest) {
    var last = magnitude(step);
    var unit = unit(greatest);
    var exact = new BigDecimal(value);
    if (1 + magnitude(greatest) - last > MOST_DIGITS) {
      return Numbers.typeset(
          unit > 0 && last >= 0
              ? Numbers.count(Math.round(value))
              : exact.setScale(Math.max(0, -last), RoundingMode.HALF_EVEN).toPlainString());
    }
    var isPower = magnitude(greatest) >= 12 || last < -MOST_DECIMALS;
    if (value == 0 && (isPower || unit > 0)) {
      return "0";
    }
    return isPower
        ? power(exact.setScale(-last, RoundingMode.HALF_EVEN))
        : inUnit(exact.setScale(Math.max(-3 * unit, -last), RoundingMode.HALF_EVEN), unit);
  }

  private static int magnitude(double value) {
    return (int) Math.floor(Math.log10(Math.abs(value)) + 1e-9);
  }

  private static int unit(double value) {
    return magnitude(value) < MOST_DIGITS ? 0 : Math.min(magnitude(value) / 3, UNITS.length - 1);
  }

  private static String inUnit(BigDecimal value, int unit) {
    return Numbers.typeset(value.movePointLeft(3 * unit).toPlainString()) + UNITS[unit];
  }

  private static String power(BigDecimal value) {
    var decimal = value.stripTrailingZeros();
    var exponent = decimal.precision() - decimal.scale() - 1;
    var factor = decimal.movePointLeft(exponent).toPlainString() + "·";
    return Numbers.typeset(factor.replaceFirst("^(-?)1·$", "$1"))
        + "10"
        + Decimals.raised(exponent);
  }
}
