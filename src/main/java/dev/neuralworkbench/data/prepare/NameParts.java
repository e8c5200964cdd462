package dev.neuralworkbench.data.prepare;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that a column's name is made of: {@code passengerId}, {@code order_no}, {@code 编号}. */
public final class NameParts {

  private static final Pattern BORDER =
      Pattern.compile(
          "[^\\p{L}\\p{N}#]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

  private NameParts() {}

  /** Whether one of the words is among those asked for, in lower case. */
  public static boolean hasAny(String name, Set<String> words) {
    return words.contains(name.toLowerCase(Locale.ROOT))
        || BORDER.splitAsStream(name).anyMatch(it -> words.contains(it.toLowerCase(Locale.ROOT)));
  }
}
