package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.settings.Settings;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How fluent the whole window is on the default problem, as it comes up at the first start: network
 * with the maps of its units, picture, curves and a monitor. By the clock, so by hand, on a machine
 * that does nothing else: {@code xvfb-run mvn test -Pdisplay -Dtest.excludedGroups=
 * -Dtest=PictureRateTest}.
 */
@Tag("display")
@Tag("slow")
class PictureRateTest {

  private static final int SETTLE_SECONDS = 3;
  private static final int SECONDS = 5;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"Accuracy", "Gradient norm", "Weights"})
  void twentyPicturesASecondShowAtFullSpeed(String monitor) throws InterruptedException {
    try (var window =
        new OpenWindow(
            folder, OpenWindow.SMALL.withWindow(new Settings.WindowSize(1280, 800, false)))) {
      var robot = window.robot;
      robot.choose("#speed", "Full speed");
      robot.enter("#training-stopping-epochs", "4000000");
      robot.click("#training-stopping-earlyStopping");
      if (!monitor.equals("Accuracy")) {
        robot.click("#live-monitor");
        robot.clickText(monitor);
      }
      robot.press(KeyCode.F5);
      robot.waitUntil(
          "running", () -> window.workbench.trainer().state().get() == RunState.RUNNING);
      TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
      var counter =
          FxThread.call(() -> new Counter((PlaneChart) window.scene().lookup("#picture")));
      FxThread.run(counter::start);
      TimeUnit.SECONDS.sleep(SECONDS);
      FxThread.run(counter::stop);
      var pictures = (double) counter.pictures / SECONDS;
      assertTrue(
          pictures >= 20,
          String.format(
              Locale.ROOT,
              "%.1f pictures, %.1f frames a second with %s",
              pictures,
              (double) counter.frames / SECONDS,
              monitor));
    }
  }

  /** Counts frames, and the pictures that come to be shown. */
  private static final class Counter extends AnimationTimer {

    private final PlaneChart chart;
    private Object last;
    private int pictures;
    private int frames;

    Counter(PlaneChart chart) {
      this.chart = chart;
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public void handle(long now) {
      frames++;
      if (chart.shown() != last) {
        last = chart.shown();
        pictures++;
      }
    }
  }
}
