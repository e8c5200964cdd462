package dev.neuralworkbench.data.read.dialect;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands above a table that is not of it: {@code sep=;}, as Excel writes for itself, and lines
 * of comments that begin with {@code #}.
 *
 * @param delimiter the delimiter that {@code sep=} tells; null where there is none
 * @param comments whether there are comments, above the table or between its rows
 * @param rest the text without these lines
 */
record Preamble(int lines, @Nullable Character delimiter, boolean comments, String rest) {

  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
  private static final Pattern SEPARATOR = Pattern.compile(" *\"?[sS][eE][pP]=(.)\"? *");

  static String without(int lines, String text) {
    var parts = LINE_END.split(text, lines + 1);
    return parts.length > lines ? parts[lines] : "";
  }

  static Preamble of(String text) {
    if (text.indexOf(CsvDialect.COMMENT) < 0 && !SEPARATOR.matcher(text).lookingAt()) {
      return new Preamble(0, null, false, text);
    }
    var lines = LINE_END.split(text, -1);
    var first = 0;
    Character delimiter = null;
    var told = SEPARATOR.matcher(lines[0]);
    if (told.matches()) {
      delimiter = told.group(1).charAt(0);
      first = 1;
    }
    var above = first;
    while (above < lines.length && (isComment(lines[above]) || lines[above].isBlank())) {
      above++;
    }
    // A header may begin with the sign as well: then it is cut like the line below.
    while (above > first && above < lines.length && isCutAlike(lines[above - 1], lines[above])) {
      above--;
    }
    var header = above < lines.length && isComment(lines[above]);
    var comments = above > first || (!header && hasComments(lines, above));
    if (above == 0) {
      return new Preamble(0, delimiter, comments && !header, text);
    }
    var rest = String.join("\n", Arrays.asList(lines).subList(above, lines.length));
    return new Preamble(above, delimiter, comments && !header, rest);
  }

  private static boolean isComment(String line) {
    return line.startsWith("#");
  }

  /** Lines that begin with the sign and are cut otherwise than the first line of the table. */
  private static boolean hasComments(String[] lines, int above) {
    var found = false;
    for (var i = above + 1; i < lines.length; i++) {
      if (isComment(lines[i])) {
        if (isCutAlike(lines[i], lines[above])) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  private static boolean isCutAlike(String line, String other) {
    if (!isComment(line)) {
      return false;
    }
    var cut = false;
    for (var delimiter : CsvDialect.DELIMITERS) {
      var count = count(other, delimiter);
      if (count > 0 && count == count(line, delimiter)) {
        return true;
      }
      cut |= count > 0;
    }
    return !cut && tokens(line) == tokens(other);
  }

  private static int tokens(String line) {
    return line.strip().split("\\s+", -1).length;
  }

  private static long count(String line, char delimiter) {
    return line.chars().filter(c -> c == delimiter).count();
  }
}
