package dev.neuralworkbench.cli.terminal;

import dev.neuralworkbench.text.Words;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Where a command writes. What it prints is {@link VisibleText}; CSV is written as it is.
 *
 * @param out results
 * @param err progress and errors
 * @param words the user's language
 * @param interactive whether someone watches: progress is drawn only then
 */
public record Terminal(PrintWriter out, PrintWriter err, Words words, boolean interactive) {

  /** A terminal whose errors are visible text. */
  public Terminal {
    err = new PrintWriter(new VisibleText(err));
  }

  /** A result that a person reads. */
  public void result(String line) {
    print(VisibleText.of(line));
  }

  /** A result that a program reads, in which the same characters are escaped. */
  public void result(Json json) {
    print(VisibleText.escaped(json.toString()));
  }

  /** A result as one of both, as it is asked for. */
  public void result(boolean asJson, Supplier<Json> json, Supplier<String> lines) {
    if (asJson) {
      result(json.get());
    } else {
      result(lines.get());
    }
  }

  private void print(String text) {
    out.println(text);
    out.flush();
  }

  void redraw(String line) {
    err.print(VisibleText.CLEAR);
    err.print(line);
    err.flush();
  }

  /**
   * The status of a call that has carried out its work: 0 if all of its result was written. A
   * program behind a pipe that reads no further, such as {@code head}, has what it wants: nothing
   * is said then, and the status is that of any program whose reader has gone.
   */
  public int written() {
    if (!out.checkError()) {
      return 0;
    }
    if (Pipes.isStandardOutput()) {
      return CommandFailure.READER_GONE;
    }
    tell("cli.out");
    return CommandFailure.FAILED;
  }

  /**
   * The bytes of the standard input.
   *
   * @throws CommandFailure if it is a terminal, where nobody types a table
   */
  public InputStream standardInput() {
    if (Pipes.isTyped()) {
      throw CommandFailure.of("cli.stdin.terminal", null, null);
    }
    return System.in;
  }

  /** Says beforehand where a file that is to be read is a pipe that may have no writer yet. */
  public void tellOfWaiting(Path file) {
    if (Pipes.isNamed(file)) {
      tell("cli.pipe.in", file);
    }
  }

  public void tell(String key, Object... arguments) {
    err.println(words.text(key, arguments));
    err.flush();
  }
}
