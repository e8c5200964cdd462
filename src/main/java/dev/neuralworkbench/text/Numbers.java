package dev.neuralworkbench.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Numbers as the window writes and reads them: a point for decimals in every language, as in the
 * files and in the field's literature.
 */
public final class Numbers {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,4})?");

  private Numbers() {}

  /** Reads what was typed; empty where it is no finite number. */
  public static OptionalDouble read(String typed) {
    var trimmed = typed.strip().replace('\u2212', '-');
    if (!NUMBER.matcher(trimmed).matches()) {
      return OptionalDouble.empty();
    }
    var value = Double.parseDouble(trimmed);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** Writes so that it reads back as the same number; plain digits where those are short. */
  public static String exact(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "" : value > 0 ? "\u221e" : "\u2212\u221e";
    }
    var decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    var size = Math.abs(value);
    var plain = value == 0 || (size >= 1e-4 && size < 1e10);
    return plain ? decimal.toPlainString() : scientific(decimal);
  }

  /** Writes with so many significant digits, for reading only. */
  public static String rounded(double value, int digits) {
    if (!Double.isFinite(value)) {
      return exact(value);
    }
    return exact(
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN)).doubleValue());
  }

  /** Writes a count with its thousands separated. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private static String scientific(BigDecimal decimal) {
    var exponent = decimal.precision() - decimal.scale() - 1;
    var mantissa = decimal.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    return mantissa + "e" + exponent;
  }
}
