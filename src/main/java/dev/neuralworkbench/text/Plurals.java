package dev.neuralworkbench.text;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that follow a number: <code>{0:row|rows}</code> in a pattern becomes the first form where
 * argument 0 is one, else the second. The number itself is written apart, so that a verb can follow
 * it too: <code>{0} {0:row is|rows are} left out</code>. Chinese needs none of this.
 */
final class Plurals {

  private static final Pattern FORMS = Pattern.compile("\\{(\\d):([^{}|]*)\\|([^{}|]*)\\}");

  private Plurals() {}

  /**
   * The pattern with each word in the form that its number asks for.
   *
   * @param words the arguments as they will be written. Not modified.
   */
  static String choose(String pattern, Object[] words) {
    if (pattern.indexOf('|') < 0) {
      return pattern;
    }
    return FORMS
        .matcher(pattern)
        .replaceAll(found -> Matcher.quoteReplacement(found.group(form(found, words))));
  }

  private static int form(MatchResult found, Object[] words) {
    var argument = Integer.parseInt(found.group(1));
    return argument < words.length && words[argument].toString().equals("1") ? 2 : 3;
  }
}
