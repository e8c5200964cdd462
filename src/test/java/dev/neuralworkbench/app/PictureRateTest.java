package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.MachineSpeed;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How fluent the whole window is on the default problem, as it comes up at the first start: network
 * with the maps of its units, picture, curves and a monitor. By hand, as it takes a while: {@code
 * xvfb-run mvn test -Pdisplay -Dtest.excludedGroups= -Dtest=PictureRateTest}.
 */
@Tag("display")
@Tag("slow")
class PictureRateTest {

  /** Twenty pictures a second, of the processor of the reference machine. */
  private static final double MOST_MILLIS = 50;

  private static final int SETTLE_FRAMES = 180;
  private static final int PICTURES = 100;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"Accuracy", "Gradient norm", "Weights"})
  void twentyPicturesASecondCanShowAtFullSpeed(String monitor) {
    try (var window =
        new OpenWindow(
            folder,
            OpenWindow.with(OpenWindow.SMALL, new Preferences.WindowSize(1280, 800, false)))) {
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
      robot.frames(SETTLE_FRAMES);
      var counter =
          FxThread.call(() -> new Counter((PlaneChart) window.scene().lookup("#picture")));
      var shown = new Thread[] {FxThread.call(Thread::currentThread), painter()};
      var before = Stream.of(shown).mapToDouble(PictureRateTest::millis).toArray();
      FxThread.run(counter::start);
      robot.waitUntil(PICTURES + " pictures", () -> counter.pictures >= PICTURES);
      FxThread.run(counter::stop);
      var after = Stream.of(shown).mapToDouble(PictureRateTest::millis).toArray();
      var speed = MachineSpeed.measure().processor();
      for (var i = 0; i < shown.length; i++) {
        var millis = (after[i] - before[i]) / counter.pictures / speed;
        assertTrue(
            millis <= MOST_MILLIS,
            "%.1f ms of thread %s a picture, with %s"
                .formatted(millis, shown[i].getName(), monitor));
      }
    }
  }

  /** The lane in which pictures are painted. */
  private static Thread painter() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(it -> it.getName().equals("pictures"))
        .findFirst()
        .orElseThrow();
  }

  private static double millis(Thread thread) {
    return 1e-6 * ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId());
  }

  /** Counts the pictures that come to be shown. */
  private static final class Counter extends AnimationTimer {

    private final PlaneChart chart;
    private Object last;
    private int pictures;

    Counter(PlaneChart chart) {
      this.chart = chart;
    }

    @Override
    @SuppressWarnings("ReferenceEquality")
    public void handle(long now) {
      if (chart.shown() != last) {
        last = chart.shown();
        pictures++;
      }
    }
  }
}
