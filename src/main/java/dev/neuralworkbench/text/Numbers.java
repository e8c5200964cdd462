package dev.neuralworkbench.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Numbers as the window writes and reads them: a point for decimals in every language, as in the
 * files and in the field's literature.
 */
public final class Numbers {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d++\\.?\\d*+|\\.\\d+)([eE][+-]?\\d+)?");

  /** How far the full-width signs of a Chinese input method lie behind those of ASCII. */
  private static final int FULL_WIDTH = 0xfee0;

  /** So many digits are read as they were written. */
  private static final int AS_WRITTEN = 9;

  private static final int MOST_DIGITS = 8;

  /** From here on thousands are separated: years are not. */
  private static final double GROUPED = 10_000;

  private static final double MOST_GROUPED = 1e15;

  private static final double LARGE = 1e9;

  private Numbers() {}

  /**
   * Reads what was typed; empty where it is no finite number. Digits and points may be those of a
   * Chinese input method.
   */
  public static OptionalDouble read(String typed) {
    var value = parse(typed);
    return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** Whether a number was typed that is larger than any the program can hold. */
  public static boolean isTooLarge(String typed) {
    return Double.isInfinite(parse(typed));
  }

  /** NaN where it is no number, infinite where it is too large a one. */
  private static double parse(String typed) {
    var plain = narrow(typed.strip().replace('\u2212', '-').replace('\u3002', '.'));
    return NUMBER.matcher(plain).matches() ? Double.parseDouble(plain) : Double.NaN;
  }

  /** Full-width digits and signs as those of ASCII. */
  private static String narrow(String text) {
    var plain = new StringBuilder(text.length());
    text.chars()
        .map(c -> c > '\uff00' && c < '\uff5f' ? c - FULL_WIDTH : c)
        .forEach(c -> plain.append((char) c));
    return plain.toString();
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

  /**
   * Writes a number that is exact, such as one of a table, with all its digits and its thousands
   * separated; for reading only.
   */
  public static String grouped(double value) {
    var size = Math.abs(value);
    if (!(size >= GROUPED && size < MOST_GROUPED)) {
      return exact(value);
    }
    var plain = new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    var point = plain.indexOf('.');
    return count((long) value) + (point < 0 ? "" : plain.substring(point));
  }

  /**
   * Writes a number of a table for reading: a whole one, and one that was written with up to
   * {@value #AS_WRITTEN} digits, as it is; of another one no more than {@value #MOST_DIGITS} that
   * count.
   */
  public static String readable(double value) {
    var isWritten =
        Double.isFinite(value)
            && new BigDecimal(Double.toString(value)).stripTrailingZeros().precision()
                <= AS_WRITTEN;
    return isWritten || value == Math.rint(value) ? grouped(value) : rounded(value, MOST_DIGITS);
  }

  /**
   * Writes a measured number with so many significant digits, for reading only. What stands before
   * the point is not rounded to zeros, which would look exact: all its digits are written, with
   * thousands separated, or from 1e9 on a power of ten.
   */
  public static String rounded(double value, int digits) {
    if (!Double.isFinite(value)) {
      return exact(value);
    }
    var size = Math.abs(value);
    if (size >= Math.pow(10, digits) && size < LARGE) {
      return grouped(Math.rint(value));
    } else if (size >= LARGE) {
      return scientific(value, digits);
    }
    return exact(
        new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN)).doubleValue());
  }

  /** The same with zeros at the end, so that two can be compared; a dash where it is none. */
  public static String significant(double value, int digits) {
    if (!Double.isFinite(value)) {
      return "\u2013";
    }
    var rounded = new BigDecimal(value).round(new MathContext(digits, RoundingMode.HALF_EVEN));
    var exponent = rounded.precision() - rounded.scale() - 1;
    return exponent < -4 || exponent >= digits
        ? rounded(value, digits)
        : rounded.setScale(digits - 1 - exponent).toPlainString();
  }

  /**
   * So many significant digits, at least those asked for, that numbers which differ look different;
   * two that are alike in all of {@value #MOST_DIGITS} digits may look the same.
   */
  public static int digitsApart(List<Double> values, int digits) {
    var different = Set.copyOf(values).size();
    for (var enough = digits; enough < MOST_DIGITS; enough++) {
      var shown = enough;
      if (values.stream().map(it -> rounded(it, shown)).distinct().count() >= different) {
        return enough;
      }
    }
    return MOST_DIGITS;
  }

  /** A number that was written as it is read back, with the minus sign of typesetting. */
  public static String typeset(String number) {
    return number.replace('-', '\u2212');
  }

  /** A number of so many digits as it is read; a dash where there is none. */
  public static String told(double value, int digits) {
    return Double.isFinite(value) ? typeset(rounded(value, digits)) : "–";
  }

  /** Writes a share or a score with three decimals, so that columns line up; a huge one shorter. */
  public static String share(double value) {
    return typeset(decimals(value, 3));
  }

  /** The same with so many decimals, and a plain minus sign. */
  public static String decimals(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return "\u2013";
    }
    var power = Math.pow(10, decimals);
    return Math.abs(value) >= 1e6
        ? rounded(value, 7)
        : String.format(Locale.ROOT, "%." + decimals + "f", Math.round(value * power) / power);
  }

  /** A share, 0 to 1, in percent with so many significant digits. */
  public static String percent(double share, int digits) {
    return rounded(100 * share, digits) + "%";
  }

  /** Writes a count with its thousands separated. */
  public static String count(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Writes with so many significant digits and a power of ten. */
  public static String scientific(double value, int digits) {
    return scientific(
        new BigDecimal(value)
            .round(new MathContext(digits, RoundingMode.HALF_EVEN))
            .stripTrailingZeros());
  }

  private static String scientific(BigDecimal decimal) {
    var exponent = decimal.precision() - decimal.scale() - 1;
    var mantissa = decimal.movePointLeft(exponent).stripTrailingZeros().toPlainString();
    return mantissa + "e" + exponent;
  }
}
