package dev.neuralworkbench.data;

import java.util.List;
import java.util.Locale;

/** What a cell's text means before it is a number or a name. */
final class CellText {

  /** Texts that stand for a missing value, beside the empty one; capitals do not matter. */
  private static final List<String> MISSING = List.of("?", "-", "na", "n/a", "nan", "null");

  private static final int LONGEST_MISSING = 4;

  private CellText() {}

  /**
   * Whether the characters, without spaces around them, stand for a missing value.
   *
   * @param text Not modified.
   */
  static boolean isMissing(char[] text, int offset, int length) {
    if (length == 0) {
      return true;
    }
    if (length > LONGEST_MISSING || (text[offset] >= '0' && text[offset] <= '9')) {
      return false;
    }
    return isMissing(new String(text, offset, length));
  }

  /** Whether a text without spaces around it stands for a missing value. */
  static boolean isMissing(String text) {
    return text.isEmpty()
        || (text.length() <= LONGEST_MISSING && MISSING.contains(text.toLowerCase(Locale.ROOT)));
  }
}
