package dev.neuralworkbench.data.read.arff;

import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.problem.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * A line of an ARFF file, cut from left to right. Values stand between commas or, in a line without
 * any, between blanks; one in single or double quotes may hold either, and after a backslash its
 * own quote. What follows a {@code %} at the start of a value is a comment.
 */
final class ArffLine {

  private static final char COMMENT = '%';

  private final String text;
  private final Place place;
  private int at;

  ArffLine(String text, Place place) {
    this.text = text;
    this.place = place;
    skipBlanks();
  }

  /**
   * A value as it is written.
   *
   * @param quoted whether it had quotes: then a question mark is no missing value
   */
  record Value(String text, boolean quoted) {

    boolean isMissing() {
      return text.isEmpty() || (!quoted && text.equals("?"));
    }
  }

  boolean isAtEnd() {
    return at == text.length() || text.charAt(at) == COMMENT;
  }

  boolean isAt(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  /** Whether a character is next; it is then left behind. */
  boolean take(char c) {
    if (!isAt(c)) {
      return false;
    }
    at++;
    skipBlanks();
    return true;
  }

  Value word(String ends) throws TableFormatException {
    if (isAt('\'') || isAt('"')) {
      return quoted();
    }
    var from = at;
    while (at < text.length() && !isBlank(text.charAt(at)) && ends.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    var word = new Value(text.substring(from, at), false);
    skipBlanks();
    return word;
  }

  List<Value> row() throws TableFormatException {
    var values = new ArrayList<Value>();
    var byCommas = hasComma();
    var more = true;
    while (more) {
      values.add(byCommas ? cell() : word(""));
      more = byCommas ? take(',') : !isAtEnd();
    }
    if (!isAtEnd()) {
      throw unclosed();
    }
    return values;
  }

  /** The next value between two commas, which may have blanks in it. */
  private Value cell() throws TableFormatException {
    if (isAt('\'') || isAt('"')) {
      return quoted();
    }
    var from = at;
    while (at < text.length() && text.charAt(at) != ',' && !isComment(from)) {
      at++;
    }
    return new Value(text.substring(from, at).strip(), false);
  }

  /** Whether a comment begins here, behind a blank. */
  private boolean isComment(int from) {
    return text.charAt(at) == COMMENT && at > from && isBlank(text.charAt(at - 1));
  }

  private boolean hasComma() throws TableFormatException {
    var ahead = new ArffLine(text, place);
    ahead.at = at;
    while (!ahead.isAtEnd()) {
      ahead.word(",");
      if (ahead.isAt(',')) {
        return true;
      }
    }
    return false;
  }

  private Value quoted() throws TableFormatException {
    var quote = text.charAt(at);
    var value = new StringBuilder();
    for (at++; at < text.length() && text.charAt(at) != quote; at++) {
      var escaped = text.charAt(at) == '\\' && at + 1 < text.length();
      if (escaped) {
        at++;
      }
      value.append(escaped ? unescaped(text.charAt(at)) : text.charAt(at));
    }
    if (at == text.length()) {
      throw unclosed();
    }
    at++;
    skipBlanks();
    return new Value(value.toString(), true);
  }

  private static char unescaped(char c) {
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> c;
    };
  }

  private TableFormatException unclosed() {
    return TableFormatException.at("data.arff.quote", place, null, null);
  }

  private void skipBlanks() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c == '\u00A0';
  }
}
