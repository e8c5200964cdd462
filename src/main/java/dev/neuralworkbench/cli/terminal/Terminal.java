package dev.neuralworkbench.cli.terminal;

import dev.neuralworkbench.text.Words;
import java.io.PrintWriter;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err progress and errors
 * @param words the user's language
 * @param interactive whether someone watches: progress is drawn only then
 */
public record Terminal(PrintWriter out, PrintWriter err, Words words, boolean interactive) {

  /** A line of the result. */
  public void result(String line) {
    out.println(line);
    out.flush();
  }

  /** A line for the person, beside the result. */
  public void tell(String key, Object... arguments) {
    err.println(words.text(key, arguments));
    err.flush();
  }
}
