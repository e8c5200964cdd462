package dev.neuralworkbench.ui.common;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
   */
  public static List<String> apart(List<String> names, int most) {
    var different = List.copyOf(new TreeSet<>(names));
    var shown = new HashMap<String, String>();
    var used = new HashSet<String>();
    for (var cut :
        List.<IntFunction<String>>of(
            i -> end(different.get(i), most),
            i -> middle(different.get(i), most),
            i -> fromDifference(different.get(i), alike(different, i), most))) {
      var taken =
          IntStream.range(0, different.size())
              .boxed()
              .collect(Collectors.groupingBy(i -> cut.apply(i), Collectors.counting()));
      for (var i = 0; i < different.size(); i++) {
        var made = cut.apply(i);
        if (!shown.containsKey(different.get(i))
            && taken.getOrDefault(made, 0L) == 1
            && used.add(made)) {
          shown.put(different.get(i), made);
        }
      }
    }
    return names.stream().map(name -> shown.getOrDefault(name, name)).toList();
  }

  /** How many characters a name has in common with the one that begins most like it. */
  private static int alike(List<String> sorted, int i) {
    var before = i == 0 ? 0 : common(sorted.get(i - 1), sorted.get(i));
    return i + 1 == sorted.size()
        ? before
        : Math.max(before, common(sorted.get(i), sorted.get(i + 1)));
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
