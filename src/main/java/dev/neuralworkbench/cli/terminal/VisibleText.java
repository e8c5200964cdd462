package dev.neuralworkbench.cli.terminal;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/**
 * Lets text through that a person reads on a terminal. The names in it are often a stranger's: of a
 * file, a column, a class, an option. What would act on the terminal rather than show, so that it
 * hides, moves or colors other text or sets its title (control characters but the ends of lines and
 * the tab) or turns the direction of a line (Unicode's marks for that), stands as U+FFFD.
 */
final class VisibleText extends FilterWriter {

  private static final Pattern ACTS =
      Pattern.compile(
          "\\r"
              + "(?!\\n"
              + ")|[\\p{Cc}&&[^\\r"
              + "\\n"
              + "\\t]]|[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  private static final String REPLACEMENT = "\uFFFD";

  VisibleText(Writer out) {
    super(out);
  }

  static String of(String text) {
    return ACTS.matcher(text).replaceAll(REPLACEMENT);
  }

  @Override
  public void write(int character) throws IOException {
    out.write(of(String.valueOf((char) character)));
  }

  @Override
  public void write(char[] characters, int from, int length) throws IOException {
    out.write(of(String.valueOf(characters, from, length)));
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    out.write(of(text.substring(from, from + length)));
  }
}
