package dev.neuralworkbench.app.help;

import dev.neuralworkbench.model.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.stage.Screen;

/**
 * What whoever mends the program must know of a problem: versions, the machine, and the end of the
 * log. Of the log only what comes from the program itself: the messages of exceptions name files
 * and cells of the user's, and are left out.
 */
public final class ProblemReport {

  private static final int TAIL = 80;

  /** Calls shown of each exception, the innermost. */
  private static final int FRAMES = 12;

  /** Bytes read of it at most: one long line must not hold the window. */
  private static final int BYTES = 1 << 16;

  /** Where in a line what the user wrote may begin. */
  private static final Pattern OWN = Pattern.compile("[:/\\\\\"'“‘«(\\[].*");

  private static final Pattern LEVEL = Pattern.compile("^(" + levels() + "): (.*)");
  private static final Pattern FRAME =
      Pattern.compile("^\\s+(at [\\w.$/@<>-]+\\([\\w.:$ <>-]*\\)|\\.\\.\\. \\d+ more)");
  private static final Pattern EXCEPTION =
      Pattern.compile(
          "^\\s*(Caused by: |Suppressed:"
              + " )?((?:\\w+\\.)++[\\w$]*(?:Exception|Error|Throwable))(?::.*)?$");
  private static final Pattern HEAD =
      Pattern.compile(
          "^[\\p{L}\\p{N} .,:/\\u202f-]{6,40} dev\\.neuralworkbench\\.[\\w.$]+ [\\w$]+$");
  private static final Pattern KEY = Pattern.compile("\\bkey=([\\w.]+)");

  private ProblemReport() {}

  /** As the log has them, in the language of the system. */
  private static String levels() {
    return Stream.of(Level.SEVERE, Level.WARNING, Level.INFO, Level.FINE)
        .flatMap(level -> Stream.of(level.getName(), level.getLocalizedName()))
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }

  /**
   * The report.
   *
   * @param log the log file; it may not exist
   * @param products what computes the matrix products
   * @param look language, theme and zoom
   */
  public static String of(Path log, String products, String look) {
    var lines = new ArrayList<String>();
    lines.add(Version.program());
    lines.add(
        "Java %s, JavaFX %s"
            .formatted(
                Runtime.version(),
                Optional.ofNullable(System.getProperty("javafx.runtime.version")).orElse("?")));
    var runtime = Runtime.getRuntime();
    lines.add(
        "%s %s %s, %d processors, %d of at most %d MB used"
            .formatted(
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                System.getProperty("os.arch"),
                runtime.availableProcessors(),
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                runtime.maxMemory() >> 20));
    lines.add("Products: " + products);
    lines.add(look);
    for (var screen : Screen.getScreens()) {
      lines.add(
          "Screen %.0f × %.0f, scale %.2f"
              .formatted(
                  screen.getBounds().getWidth(),
                  screen.getBounds().getHeight(),
                  screen.getOutputScaleX()));
    }
    lines.add("");
    lines.add("End of the log:");
    lines.addAll(tail(log));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> tail(Path log) {
    if (!Files.exists(log)) {
      return List.of("(empty)");
    }
    try (var file = Files.newInputStream(log)) {
      file.skipNBytes(Math.max(0, Files.size(log) - BYTES));
      var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      var lines = withoutData(text.lines().toList());
      return lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
    } catch (IOException e) {
      return List.of("(cannot be read)");
    }
  }

  /** The lines of a log without what may be the user's. */
  static List<String> withoutData(List<String> log) {
    var kept = new ArrayList<String>();
    var frames = 0;
    for (var line : log) {
      frames = FRAME.matcher(line).matches() ? frames + 1 : 0;
      if (frames <= FRAMES) {
        withoutData(line).ifPresent(kept::add);
      }
    }
    return kept;
  }

  private static Optional<String> withoutData(String line) {
    var head = HEAD.matcher(line);
    if (head.matches()) {
      return Optional.of(line);
    }
    var level = LEVEL.matcher(line);
    if (level.matches()) {
      return Optional.of(level.group(1) + ": " + OWN.matcher(level.group(2)).replaceFirst(""));
    }
    if (FRAME.matcher(line).matches()) {
      return Optional.of(line);
    }
    var exception = EXCEPTION.matcher(line);
    if (exception.matches()) {
      var key = KEY.matcher(line);
      var prefix = exception.group(1) == null ? "" : exception.group(1);
      return Optional.of(
          prefix + exception.group(2) + (key.find() ? " (" + key.group(1) + ")" : ""));
    }
    return Optional.empty();
  }
}
