package dev.neuralworkbench.data;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
record MissingMark(String text, boolean anywhere) {

  /** Every mark. */
  static final List<MissingMark> ALL = all();

  /** Index of a text that is no mark. */
  static final int NONE = -1;

  /** The second characters of all marks. */
  private static final String SECOND =
      ALL.stream()
          .filter(mark -> mark.text.length() > 1)
          .map(mark -> mark.text.toLowerCase(Locale.ROOT).substring(1, 2))
          .distinct()
          .collect(Collectors.joining());

  private static final Map<String, Integer> INDEX = index();
  private static final int LONGEST =
      ALL.stream().mapToInt(mark -> mark.text.length()).max().orElse(0);

  /**
   * Index in {@link #ALL} of the mark that the characters are, or {@link #NONE}.
   *
   * @param text without spaces around. Not modified.
   */
  static int find(char[] text, int offset, int length) {
    if (length == 0 || length > LONGEST || !mayBegin(text[offset])) {
      return NONE;
    }
    if (length > 1 && SECOND.indexOf(Character.toLowerCase(text[offset + 1])) < 0) {
      return NONE;
    }
    return find(new String(text, offset, length));
  }

  /** Whether a text without spaces around is empty or a mark. */
  static boolean isMissing(String text) {
    return text.isEmpty() || find(text.toCharArray(), 0, text.length()) != NONE;
  }

  private static int find(String text) {
    return INDEX.getOrDefault(text.toLowerCase(Locale.ROOT), NONE);
  }

  /** Nearly all texts are told apart by their first two characters, without making a string. */
  private static boolean mayBegin(char c) {
    return c == 'n' || c == 'N' || (c < '0' || c > '9') && !Character.isLetter(c);
  }

  private static List<MissingMark> all() {
    var anywhere =
        List.of(
            "?", "NA", "N/A", "NaN", "null", "<NA>", "\\N", "#N/A", "#NA", "#NV", "#DIV/0!",
            "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!");
    var amongNumbers =
        List.of("-", "--", "---", "\u2013", "\u2014", ".", "..", "None", "nil", "n.a.");
    return Stream.concat(
            anywhere.stream().map(text -> new MissingMark(text, true)),
            amongNumbers.stream().map(text -> new MissingMark(text, false)))
        .toList();
  }

  private static Map<String, Integer> index() {
    var index = new HashMap<String, Integer>();
    for (var i = 0; i < ALL.size(); i++) {
      index.put(ALL.get(i).text.toLowerCase(Locale.ROOT), i);
    }
    return Map.copyOf(index);
  }
}
