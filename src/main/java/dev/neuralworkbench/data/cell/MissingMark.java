package dev.neuralworkbench.data.cell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Texts that stand for a missing value, beside the empty one; capitals do not matter. Some never
 * name anything and are missing in every column. Others may well be a value among texts ({@code +}
 * and {@code -}, a fence of the kind {@code None}) and are missing only in a column whose other
 * cells are numbers.
 *
 * @param text the mark as it is usually written
 * @param anywhere whether it is missing among texts too
 */
public record MissingMark(String text, boolean anywhere) {

  public static final List<MissingMark> ALL = all();

  /** Index of a text that is no mark. */
  public static final int NONE = -1;

  private static final char[][] LOWER =
      ALL.stream()
          .map(mark -> mark.text.toLowerCase(Locale.ROOT).toCharArray())
          .toArray(char[][]::new);

  private static final int LONGEST =
      ALL.stream().mapToInt(mark -> mark.text.length()).max().orElse(0);

  /**
   * Index in {@link #ALL} of the mark that the characters are, or {@link #NONE}.
   *
   * @param text without spaces around. Not modified.
   */
  public static int find(char[] text, int offset, int length) {
    if (length == 0 || length > LONGEST || !mayBegin(text[offset])) {
      return NONE;
    }
    for (var i = 0; i < LOWER.length; i++) {
      if (matches(LOWER[i], text, offset, length)) {
        return i;
      }
    }
    return NONE;
  }

  /** Whether a text without spaces around is empty or a mark. */
  public static boolean isMissing(String text) {
    return text.isEmpty() || find(text.toCharArray(), 0, text.length()) != NONE;
  }

  private static boolean matches(char[] mark, char[] text, int offset, int length) {
    if (mark.length != length) {
      return false;
    }
    for (var i = 0; i < length; i++) {
      var c = text[offset + i];
      if (c != mark[i] && Character.toLowerCase(c) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  /** Nearly all texts are told apart by their first character. */
  private static boolean mayBegin(char c) {
    return c == 'n' || c == 'N' || !Character.isLetterOrDigit(c);
  }

  private static List<MissingMark> all() {
    var anywhere =
        Stream.of(
            "?", "NA", "N/A", "NaN", "null", "<NA>", "\\N", "#N/A", "#NA", "#NV", "#DIV/0!",
            "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!");
    var amongNumbers =
        Stream.of("-", "--", "---", "\u2013", "\u2014", ".", "..", "None", "nil", "n.a.");
    return Stream.concat(
            anywhere.map(text -> new MissingMark(text, true)),
            amongNumbers.map(text -> new MissingMark(text, false)))
        .toList();
  }
}
