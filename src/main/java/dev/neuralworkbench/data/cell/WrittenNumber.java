package dev.neuralworkbench.data.cell;

/**
 * Numbers as people and spreadsheets write them, beyond what {@link NumberParser} takes: thousands
 * apart ({@code 1,234.5}, {@code 1 234,5}, {@code 1'234.5}), the minus sign of typesetting, and one
 * unit before or behind, a currency or per cent. Thousands are grouped strictly: one to three
 * digits that do not begin with 0, then groups of three, all between equal marks. A unit is left
 * out of the value: {@code 10%} is 10.
 */
public final class WrittenNumber {

  /** Value of {@link #unit} where there is none. */
  public static final char NO_UNIT = 0;

  private static final int LONGEST = 64;
  private static final int GROUP = 3;
  private static final char MINUS = '\u2212';
  private static final String CURRENCIES =
      "$\u20AC\u00A3\u00A5\u00A2\u20B9\u20BD\u20A9\u20BA\uFF04\uFFE5";
  private static final String SHARES = "%\u2030\uFF05";

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
    if (length == 0 || length > LONGEST) {
      return Double.NaN;
    }
    var from = offset;
    var to = offset + length;
    var sign = sign(text[from]);
    from += sign == 0 ? 0 : 1;
    if (from < to && isCurrency(text[from])) {
      from = afterBlanks(text, from + 1, to);
      if (sign == 0 && from < to) {
        sign = sign(text[from]);
        from += sign == 0 ? 0 : 1;
      }
    } else if (from < to && (isCurrency(text[to - 1]) || SHARES.indexOf(text[to - 1]) >= 0)) {
      to--;
      while (to > from && isBlank(text[to - 1])) {
        to--;
      }
    }
    var value = from < to ? new WrittenNumber(text, from, to, decimal).unsigned() : Double.NaN;
    return sign < 0 ? -value : value;
  }

  /** The currency or sign of share that a number carries, or {@link #NO_UNIT}. */
  public static char unit(char[] text, int offset, int length) {
    for (var i = offset; i < offset + length; i++) {
      if (isCurrency(text[i]) || SHARES.indexOf(text[i]) >= 0) {
        return text[i];
      }
    }
    return NO_UNIT;
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

  private static boolean isCurrency(char c) {
    return CURRENCIES.indexOf(c) >= 0;
  }

  private static int afterBlanks(char[] text, int from, int to) {
    var at = from;
    while (at < to && isBlank(text[at])) {
      at++;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\u00A0' || c == '\u202F';
  }
}
