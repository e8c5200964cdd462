package dev.neuralworkbench.testing;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * How much longer than the machine on which limits in milliseconds were set this one takes now:
 * measured by the styling and layout of a fixed scene on the JavaFX thread, which is what the
 * window's own work is like. Never below 1: a faster machine is not judged harder.
 *
 * @param processor times as much processor time, for what computes
 * @param clock times as much time by the clock, for what waits; larger beside busy processes
 */
public record MachineSpeed(double processor, double clock) {

  /** Processor time of one run on the reference machine. */
  private static final double REFERENCE_NANOS = 4_000_000;

  private static final int WARM_UP = 100;
  private static final int RUNS = 15;

  /** The reference machine itself. */
  public static final MachineSpeed REFERENCE = new MachineSpeed(1, 1);

  private static Work work;

  /** Measures; takes about a second the first time. Not on the FX thread. */
  public static synchronized MachineSpeed measure() {
    if (work == null) {
      work = FxThread.call(Work::new);
      for (var i = 0; i < WARM_UP; i++) {
        FxThread.run(work::run);
      }
    }
    var processor = new long[RUNS];
    var clock = new long[RUNS];
    for (var i = 0; i < RUNS; i++) {
      var times = FxThread.call(work::time);
      processor[i] = times[0];
      clock[i] = times[1];
    }
    return new MachineSpeed(slowness(processor), slowness(clock));
  }

  /** By the median, which a collection of garbage or a neighbour's burst does not move. */
  private static double slowness(long[] nanos) {
    Arrays.sort(nanos);
    return Math.max(1, nanos[nanos.length / 2] / REFERENCE_NANOS);
  }

  /** Some hundred nodes that are styled anew by some hundred rules, and laid out. */
  private static final class Work {

    private final VBox root = new VBox();
    private boolean odd;

    Work() {
      for (var row = 0; row < 60; row++) {
        var line = new HBox();
        for (var column = 0; column < 5; column++) {
          var label = new Label("row " + row + ", " + column);
          label.getStyleClass().add("c" + (row + column) % 20);
          line.getChildren().add(label);
        }
        root.getChildren().add(line);
      }
      var scene = new Scene(root, 600, 1200);
      var rules =
          IntStream.range(0, 300)
              .mapToObj(
                  i ->
                      ".%s .c%d { -fx-padding: %dpx; -fx-text-fill: #%06x; }"
                          .formatted(i % 2 == 0 ? "even" : "odd", i / 2 % 20, i % 7, i * 997))
              .collect(Collectors.joining("\n"));
      scene.setUserAgentStylesheet(url(""));
      scene.getStylesheets().add(url(rules));
    }

    void run() {
      odd = !odd;
      root.getStyleClass().setAll(odd ? "odd" : "even");
      root.applyCss();
      root.layout();
    }

    /** Processor time and time by the clock of one run. */
    long[] time() {
      var threads = ManagementFactory.getThreadMXBean();
      var processor = threads.getCurrentThreadCpuTime();
      var clock = System.nanoTime();
      run();
      return new long[] {threads.getCurrentThreadCpuTime() - processor, System.nanoTime() - clock};
    }

    private static String url(String css) {
      return "data:text/css;base64,"
          + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));
    }
  }
}
