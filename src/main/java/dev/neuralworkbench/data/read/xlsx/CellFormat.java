package dev.neuralworkbench.data.read.xlsx;

import java.util.regex.Pattern;

/** What a cell's format says of its number. */
enum CellFormat {
  NUMBER,
  /** Days since some day, with or without a time. */
  DATE,
  /** A part of a day. */
  TIME;

  /** Most characters of a format; a spreadsheet takes no longer one. */
  private static final int LONGEST = 255;

  /** What formats say literally, and colours, languages and conditions. */
  private static final Pattern LITERAL =
      Pattern.compile(
          "\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+])[^\\[\\]]*+]", Pattern.CASE_INSENSITIVE);

  /** Hours, minutes or seconds in all, such as {@code [h]:mm}: of a day or of many. */
  private static final Pattern ELAPSED =
      Pattern.compile("\\[(h+|m+|s+)]", Pattern.CASE_INSENSITIVE);

  private static final Pattern DAY = Pattern.compile("[yd]", Pattern.CASE_INSENSITIVE);
  private static final Pattern CLOCK = Pattern.compile("[hs]", Pattern.CASE_INSENSITIVE);
  private static final Pattern MONTH = Pattern.compile("m", Pattern.CASE_INSENSITIVE);

  /** The format that a code such as {@code yyyy-mm-dd} asks for. */
  static CellFormat of(String code) {
    if (code.length() > LONGEST) {
      return NUMBER;
    }
    var first = LITERAL.matcher(code).replaceAll("").split(";", -1)[0];
    if (first.equalsIgnoreCase("general")) {
      return NUMBER;
    } else if (ELAPSED.matcher(first).find()) {
      return NUMBER;
    } else if (DAY.matcher(first).find()) {
      return DATE;
    } else if (CLOCK.matcher(first).find()) {
      return TIME;
    }
    return MONTH.matcher(first).find() ? DATE : NUMBER;
  }

  /** The format of a number that every spreadsheet knows (ECMA-376, part 1, 18.8.30). */
  static CellFormat builtIn(int id) {
    var isTime = (id >= 18 && id <= 21) || id == 45 || id == 47 || id == 32 || id == 33;
    var isDate =
        (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
    return isTime ? TIME : isDate ? DATE : NUMBER;
  }
}
