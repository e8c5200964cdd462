package dev.neuralworkbench.ui.common;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

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

  /**
   * Names of about so many characters, the different ones still different: each its beginning or,
   * where another begins alike, its beginning and end, or else the part from which on it differs.
   *
   * @param names names that stand beside each other
   */
  public static List<String> apart(List<String> names, int most) {
    return names.stream().map(name -> apart(name, names, most)).toList();
  }

  private static String apart(String name, List<String> names, int most) {
    return Stream.<Function<String, String>>of(
            it -> end(it, most),
            it -> middle(it, most),
            it -> fromDifference(it, alike(it, names, most), most))
        .filter(cut -> names.stream().noneMatch(it -> isTaken(cut, name, it)))
        .findFirst()
        .map(cut -> cut.apply(name))
        .orElse(name);
  }

  private static boolean isTaken(Function<String, String> cut, String name, String other) {
    return !other.equals(name) && cut.apply(other).equals(cut.apply(name));
  }

  /** How many characters the name has in common with those that begin as it does. */
  private static int alike(String name, List<String> names, int most) {
    var begin = end(name, most);
    return names.stream()
        .filter(it -> !it.equals(name) && end(it, most).equals(begin))
        .mapToInt(it -> common(it, name))
        .max()
        .orElse(0);
  }

  private static int common(String one, String other) {
    var at = 0;
    while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    var splits = at > 0 && Character.isHighSurrogate(one.charAt(at - 1));
    return splits ? at - 1 : at;
  }

  private static String fromDifference(String name, int common, int most) {
    var begin = most / 3;
    if (name.codePointCount(0, name.length()) <= most || common <= begin) {
      return end(name, most);
    }
    return name.substring(0, name.offsetByCodePoints(0, begin))
        + DOTS
        + end(name.substring(common), most - begin - 1);
  }

  /** A text of at most so many characters: its beginning. */
  public static String end(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + DOTS;
  }
}
