package dev.neuralworkbench.data.cell;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts that a spreadsheet would take for a formula: those that begin with {@code = + - @} and are
 * no number, also behind what a spreadsheet drops at the start of a file, or where semicolons, tabs
 * or ends of lines part cells. Where the program itself puts a text into a file that was not in the
 * user's before, such as the name of a class from a stranger's model, it stands behind an
 * apostrophe, as OWASP advises ("CSV injection"). Numbers, a sign alone, which no spreadsheet
 * evaluates, and the cells that a file had before stay as they are. A text behind such an
 * apostrophe is found again as what it was.
 */
public final class SpreadsheetText {

  private static final String FORMULA = "=+-@\uff1d\uff0b\uff0d\uff20";
  private static final String APOSTROPHE = "'";

  /** Behind what parts cells or lines for a spreadsheet, in some countries. */
  private static final Pattern PARTS = Pattern.compile("(?<=[;\t\r\n])");

  private SpreadsheetText() {}

  private static String each(String text, UnaryOperator<String> change) {
    return Arrays.stream(PARTS.split(text, -1)).map(change).collect(Collectors.joining());
  }

  public static String guarded(String text) {
    return each(text, it -> begins(it) ? APOSTROPHE + it : it);
  }

  public static String plain(String text) {
    return each(
        text, it -> it.startsWith(APOSTROPHE) && begins(it.substring(1)) ? it.substring(1) : it);
  }

  /** Whether a spreadsheet would take a text for a formula. */
  public static boolean isFormula(String text) {
    return !guarded(text).equals(text);
  }

  private static boolean begins(String cell) {
    var text = cell.replaceFirst("^\ufeff+", "").replaceFirst("[;\t\r\n]$", "");
    return text.length() > 1
        && FORMULA.indexOf(text.charAt(0)) >= 0
        && !NumberStyle.POINT.isNumber(text);
  }
}
