package dev.neuralworkbench.ui.chart;

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
  private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  private static final double SHORTENED = 1e4;
  private static final double HUGE = 1e12;
  private static final double TINY = 1e-4;

  /** Of more digits none are hidden by a unit or a power: neighbours would look alike. */
  private static final int MOST_DIGITS = 4;

  /** Decimals up to which a step is written as it is. */
  private static final int MOST_DECIMALS = 5;

  private TickText() {}

  /** One number with so many significant digits. */
  public static String of(double value, int digits) {
    if (value == 0 || !Double.isFinite(value)) {
      return Numbers.typeset(Numbers.exact(value));
    }
    var rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    return isPower(rounded.doubleValue())
        ? power(rounded)
        : inUnits(rounded.stripTrailingZeros(), unit(rounded.doubleValue()));
  }

  static boolean isPower(double value) {
    var size = Math.abs(value);
    return size >= HUGE * (1 - 1e-9) || (size > 0 && size < TINY * (1 - 1e-9));
  }

  static String power(double value) {
    return power(new BigDecimal(value).round(new MathContext(MOST_DIGITS)));
  }

  /**
   * A number of an axis whose numbers are so far apart, and of which the greatest has that size.
   */
  static String of(double value, double step, double greatest) {
    if (value == 0 && greatest >= SHORTENED) {
      return "0";
    }
    var last = magnitude(step);
    var digits = 1 + magnitude(greatest) - last;
    var exact = new BigDecimal(value);
    if (digits <= MOST_DIGITS && (greatest >= HUGE || last < -MOST_DECIMALS)) {
      return value == 0 ? "0" : power(exact.setScale(-last, RoundingMode.HALF_EVEN));
    }
    var rounded = exact.setScale(Math.max(0, -last), RoundingMode.HALF_EVEN);
    if (digits <= MOST_DIGITS) {
      var unit = unit(greatest);
      var scale = Math.max(0, 3 * unit - last);
      return inUnits(unit == 0 ? rounded : rounded.setScale(scale - 3 * unit), unit);
    }
    return greatest >= SHORTENED && last >= 0
        ? Numbers.typeset(Numbers.count(Math.round(value)))
        : Numbers.typeset(rounded.toPlainString());
  }

  private static int magnitude(double size) {
    return (int) Math.floor(Math.log10(size) + 1e-9);
  }

  private static int unit(double value) {
    var size = Math.abs(value) * (1 + 1e-9);
    return size < SHORTENED ? 0 : Math.min(magnitude(size) / 3, UNITS.length - 1);
  }

  private static String inUnits(BigDecimal value, int unit) {
    return Numbers.typeset(value.movePointLeft(3 * unit).toPlainString()) + UNITS[unit];
  }

  private static String power(BigDecimal value) {
    var decimal = value.stripTrailingZeros();
    var exponent = decimal.precision() - decimal.scale() - 1;
    var mantissa = decimal.movePointLeft(exponent).toPlainString();
    var raised = new StringBuilder(exponent < 0 ? "⁻" : "");
    Integer.toString(Math.abs(exponent))
        .chars()
        .forEach(digit -> raised.append(SUPERSCRIPTS.charAt(digit - '0')));
    var factor =
        switch (mantissa) {
          case "1" -> "";
          case "-1" -> "-";
          default -> mantissa + "·";
        };
    return Numbers.typeset(factor) + "10" + raised;
  }
}
