package dev.neuralworkbench.cli.terminal;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/**
 * Lets text through that a person reads on a terminal. The names in it are often a stranger's: of a
 * file, a column, a class, an option. What would act on the terminal rather than show, so that it
 * hides, moves or colors other text or sets its title (control characters but the ends of lines and
 * the tab) or turns the direction of a line (Unicode's marks for that), stands as U+FFFD. {@link
 * #CLEAR} acts, where it is written by itself.
 */
public final class VisibleText extends FilterWriter {

  /** Back to the beginning of the line, which is empty then. */
  static final String CLEAR = "\r\u001b[K";

  private static final Pattern ACTS =
      Pattern.compile(
          "\\x0d(?!\\x0a)|[\\p{Cc}&&[^\\x0d\\x0a\\x09]]"
              + "|[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  VisibleText(Writer out) {
    super(out);
  }

  /** The same writer, or on a terminal, where no program reads, one of visible text. */
  public static Writer onTerminal(Writer standardOutput) {
    return Pipes.isTerminal() ? new VisibleText(standardOutput) : standardOutput;
  }

  static String of(String text) {
    return ACTS.matcher(text).replaceAll("\uFFFD");
  }

  /** The same in JSON, where nothing is lost. */
  static String escaped(String json) {
    return ACTS.matcher(json)
        .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
  }

  @Override
  public void write(int character) throws IOException {
    write(String.valueOf((char) character), 0, 1);
  }

  @Override
  public void write(char[] characters, int from, int length) throws IOException {
    write(String.valueOf(characters, from, length), 0, length);
  }

  @Override
  public void write(String text, int from, int length) throws IOException {
    out.write(text.equals(CLEAR) ? text : of(text.substring(from, from + length)));
  }
}
