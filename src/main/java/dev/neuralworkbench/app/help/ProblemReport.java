package dev.neuralworkbench.app.help;

import dev.neuralworkbench.model.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;

/**
 * What whoever mends the program must know of a problem: versions, the machine, and where the last
 * fault came about. The messages of exceptions name files and cells of the user's, and are left
 * out.
 */
public final class ProblemReport {

  /** Calls shown of each exception, the innermost. */
  private static final int FRAMES = 12;

  private static final int MOST_CAUSES = 8;

  private ProblemReport() {}

  /**
   * The report.
   *
   * @param fault the last one; null where there was none since the start
   * @param products what computes the matrix products
   * @param look language, theme and zoom
   */
  public static String of(@Nullable Throwable fault, String products, String look) {
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
    lines.addAll(fault == null ? List.of("No fault since the start.") : places(fault));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> places(Throwable fault) {
    return Stream.iterate(fault, it -> it != null, Throwable::getCause)
        .limit(MOST_CAUSES)
        .flatMap(
            it ->
                Stream.concat(
                    Stream.of(it.getClass().getName()),
                    Arrays.stream(it.getStackTrace()).limit(FRAMES).map(frame -> "  at " + frame)))
        .toList();
  }
}
