package dev.neuralworkbench.testing;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails each test in which something reached the standard output, the standard error or the
 * console's log. JavaFX reports wrong style sheets and uncaught exceptions that way and no other,
 * so both fail tests too. A test of printing puts its own streams in place and takes them back.
 */
public final class NoOutput implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

  private static final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private static final PrintStream out = recording();
  private static final PrintStream err = recording();

  /** Kept, because the log manager forgets loggers, and their filters, that nobody holds. */
  private static final Logger javafx = Logger.getLogger("javafx");

  static {
    System.setOut(out);
    System.setErr(err);
    logToTheRecordedStream();
    // Tests run on the class path, where JavaFX warns once that it is no named module.
    javafx.setFilter(it -> !it.getMessage().startsWith("Unsupported JavaFX configuration"));
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    checkStreams();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    checkStreams();
    checkNothingPrinted();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    checkNothingPrinted();
  }

  /** Returns what was printed since the last call, and forgets it. */
  static String takePrinted() {
    synchronized (printed) {
      String text = printed.toString(StandardCharsets.UTF_8);
      printed.reset();
      return text;
    }
  }

  private static void checkNothingPrinted() {
    String text = takePrinted();
    if (!text.isEmpty()) {
      throw new AssertionError("Expected no output, received:\n" + text);
    }
  }

  private static void checkStreams() {
    if (!out.equals(System.out) || !err.equals(System.err)) {
      System.setOut(out);
      System.setErr(err);
      throw new AssertionError("Expected the test's own streams to be taken back, they are not");
    }
  }

  /** A console handler keeps the stream it was made with: it is replaced by a new one. */
  private static void logToTheRecordedStream() {
    Logger root = LogManager.getLogManager().getLogger("");
    for (Handler handler : root.getHandlers()) {
      if (handler instanceof ConsoleHandler) {
        root.removeHandler(handler);
      }
    }
    root.addHandler(new ConsoleHandler());
  }

  private static PrintStream recording() {
    OutputStream recorder =
        new OutputStream() {
          @Override
          public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            synchronized (printed) {
              printed.write(bytes, offset, length);
            }
          }
        };
    return new PrintStream(recorder, true, StandardCharsets.UTF_8);
  }
}
