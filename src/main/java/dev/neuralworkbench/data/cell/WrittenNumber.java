package dev.neuralworkbench.data.cell;

/**
 * Numbers as people and spreadsheets write them, beyond what {@link NumberParser} takes: thousands
 * apart ({@code 1,234.5}, {@code 1 234,5}, {@code 1'234.5}), the minus sign of typesetting, and one
 * unit before or behind, see {@link Units}. Thousands are grouped strictly: one to three digits
 * that do not begin with 0, then groups of three, all between equal marks. A unit is left out of
 * the value: {@code 10%} is 10, {@code 12 kg} is 12.
 */
public final class WrittenNumber {

  /** Value of {@link #unit} where there is none. */
  public static final String NO_UNIT = "";

  private static final int LONGEST = 64;
  private static final int GROUP = 3;
  private static final char MINUS = '\u2212';

  /** Blank, no-break, narrow no-break and thin space, apostrophe and closing quotation mark. */
  private static final String GROUP_MARKS = " \u00A0\u202F\u2009'\u2019";

  private final char[] text;
  private final int end;
  private final char decimal;
  private final char[] digits;
  private int at;
  private int length;

  private WrittenNumber(char[] text, int from, int end, char decimal) {
    this.text = text;
    this.end = end;
    this.decimal = decimal;
    digits = new char[end - from];
    at = from;
  }

  /**
   * The number, or NaN if the characters are none.
   *
   * @param text Not modified.
   */
  public static double value(char[] text, int offset, int length, char decimal) {
    if (length > LONGEST || !hasDigit(text, offset, length)) {
      return Double.NaN;
    }
    var from = offset;
    var to = offset + length;
    var sign = sign(text[from]);
    from += sign == 0 ? 0 : 1;
    var before = Units.before(text, from, to);
    if (before > 0) {
      from = afterBlanks(text, from + before, to);
      if (sign == 0 && from < to) {
        sign = sign(text[from]);
        from += sign == 0 ? 0 : 1;
      }
    } else {
      to -= Units.behind(text, from, to);
      while (to > from && isBlank(text[to - 1])) {
        to--;
      }
    }
    var value = from < to ? new WrittenNumber(text, from, to, decimal).unsigned() : Double.NaN;
    return sign < 0 ? -value : value;
  }

  /** The unit that a number carries, by its usual name, or {@link #NO_UNIT}. */
  public static String unit(char[] text, int offset, int length) {
    var from = offset + (sign(text[offset]) == 0 ? 0 : 1);
    var to = offset + length;
    var before = Units.before(text, from, to);
    if (before > 0) {
      return Units.name(text, from, before);
    }
    var behind = Units.behind(text, from, to);
    return Units.name(text, to - behind, behind);
  }

  /** The same of a text. */
  public static String unit(String text) {
    return text.isEmpty() ? NO_UNIT : unit(text.toCharArray(), 0, text.length());
  }

  /** Most texts have none, and are told apart by that. */
  private static boolean hasDigit(char[] text, int offset, int length) {
    for (var i = offset; i < offset + length; i++) {
      if (text[i] >= '0' && text[i] <= '9') {
        return true;
      }
    }
    return false;
  }

  private double unsigned() {
    if (!isDigit(at) && text[at] != decimal) {
      return Double.NaN;
    }
    var first = at;
    takeDigits();
    if (isGroup(first)) {
      takeGroups(text[at]);
      if (at < end && text[at] == decimal) {
        take(decimal);
        takeDigits();
      }
    }
    while (at < end) {
      take(text[at] == MINUS ? '-' : text[at]);
    }
    // What is no digit, mark or exponent by now is refused there.
    return NumberParser.parse(digits, 0, length, decimal);
  }

  /** Whether the digits from {@code first} to here may be the first of several groups. */
  private boolean isGroup(int first) {
    var count = at - first;
    return at < end && count >= 1 && count <= GROUP && text[first] != '0' && isGroupMark(text[at]);
  }

  private void takeGroups(char mark) {
    while (at + GROUP < end
        && text[at] == mark
        && isDigit(at + 1)
        && isDigit(at + 2)
        && isDigit(at + GROUP)
        && !isDigit(at + GROUP + 1)) {
      at++;
      takeDigits();
    }
  }

  private boolean isGroupMark(char c) {
    return c == (decimal == '.' ? ',' : '.') || GROUP_MARKS.indexOf(c) >= 0;
  }

  private void takeDigits() {
    while (isDigit(at)) {
      take(text[at]);
    }
  }

  private void take(char c) {
    digits[length++] = c;
    at++;
  }

  private boolean isDigit(int position) {
    return position < end && text[position] >= '0' && text[position] <= '9';
  }

  private static int sign(char c) {
    return c == '-' || c == MINUS ? -1 : c == '+' ? 1 : 0;
  }

  private static int afterBlanks(char[] text, int from, int to) {
    var at = from;
    while (at < to && isBlank(text[at])) {
      at++;
    }
    return at;
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\u00A0' || c == '\u202F';
  }
}
