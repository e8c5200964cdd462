package dev.neuralworkbench.ui.common;

/** Names from a file as far as there is room for them. */
public final class Shortened {

  private static final String DOTS = "\u2026";

  private Shortened() {}

  /** A name of at most so many characters: its beginning and its end, which tells the kind. */
  public static String middle(String name, int most) {
    var length = name.codePointCount(0, name.length());
    if (length <= most) {
      return name;
    }
    var end = most / 3;
    var begin = most - end - 1;
    return name.substring(0, name.offsetByCodePoints(0, begin))
        + DOTS
        + name.substring(name.offsetByCodePoints(name.length(), -end));
  }

  /** A text of at most so many characters: its beginning. */
  public static String end(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + DOTS;
  }
}
