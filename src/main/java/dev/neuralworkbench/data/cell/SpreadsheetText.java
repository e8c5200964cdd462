package dev.neuralworkbench.data.cell;

/**
 * Texts that a spreadsheet would take for a formula: those that begin with {@code = + - @}, a tab
 * or the end of a line and are no number. Where the program itself puts a text into a file that was
 * not in the user's before, such as the name of a class from a stranger's model, it stands behind
 * an apostrophe, as OWASP advises ("CSV injection"). Numbers, a sign alone, which no spreadsheet
 * evaluates, and the cells that a file had before stay as they are. A text behind such an
 * apostrophe is found again as what it was.
 */
public final class SpreadsheetText {

  private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
  private static final String APOSTROPHE = "'";

  private SpreadsheetText() {}

  public static String guarded(String text) {
    return isFormula(text) ? APOSTROPHE + text : text;
  }

  public static String plain(String text) {
    var behind = text.startsWith(APOSTROPHE) ? text.substring(1) : text;
    return isFormula(behind) ? behind : text;
  }

  /** Whether a spreadsheet would take a text for a formula. */
  public static boolean isFormula(String text) {
    return text.length() > 1
        && FORMULA.indexOf(text.charAt(0)) >= 0
        && !NumberStyle.POINT.isNumber(text);
  }
}
