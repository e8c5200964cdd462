package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.MouseEvents;
import dev.neuralworkbench.ui.chart.ThemedChart;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * On Live the loss is what the eye meets: the largest pane, never covered, and enlarged at will.
 */
@Tag("thorough")
class LiveLayoutTest {

  private static final List<String> PANES =
      List.of("#live-loss", "#picture", "#network-drawing", "#live-score");

  /** Within the screen that is there without a display: no taller window comes back smaller. */
  private static final List<Size> SIZES =
      List.of(new Size(1024, 700), new Size(1366, 768), new Size(1600, 900), new Size(1920, 960));

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"1366, 768, 540, 200", "1920, 1080, 860, 340"})
  void lossIsTheLargestPane(int width, int height, double plotWidth, double plotHeight) {
    try (var window = new OpenWindow(folder, sized(new Size(width, height)))) {
      window.train();
      window.robot.frames(5);
      var plot = plot(window);
      assertTrue(plot.getWidth() >= plotWidth && plot.getHeight() >= plotHeight, plot + "");
      var loss = area(bounds(window, "#live-loss"));
      for (var other : PANES.subList(1, PANES.size())) {
        assertTrue(loss > area(bounds(window, other)), other);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"circles", "iris", "digits", "wide"})
  void nothingLiesOverThePanesNorTextOverText(String data) throws IOException {
    try (var window = opened(data)) {
      window.robot.shortcut(KeyCode.DIGIT2);
      atEachSize(window, data + " before training");
      window.robot.press(KeyCode.F6);
      window.robot.waitForText("#live-state", "Paused");
      atEachSize(window, data + " while training is held");
      window.train();
      window.robot.enter("#training-optimizer-learningRate", "1");
      window.robot.press(KeyCode.CONTROL, KeyCode.F5);
      window.robot.waitUntil("the second run", () -> hasCompared(window));
      atEachSize(window, data + " after training, with notices");
    }
  }

  private OpenWindow opened(String data) throws IOException {
    if (data.equals("wide")) {
      return new OpenWindow(folder, sized(SIZES.getFirst()), wide());
    }
    var window = new OpenWindow(folder, sized(SIZES.getFirst()));
    var sample =
        switch (data) {
          case "iris" -> BundledSample.IRIS;
          case "digits" -> BundledSample.DIGITS;
          default -> GeneratedSample.of(SampleKind.CIRCLES);
        };
    FxThread.run(() -> window.workspace().open("command.openData", Document.of(sample)));
    return window;
  }

  /** A table of one's own of 16 columns. */
  private Path wide() throws IOException {
    var table = folder.resolve("sixteen.csv");
    var random = new Random(3);
    var rows = new StringBuilder();
    for (var column = 1; column < 16; column++) {
      rows.append("measured_value_").append(column).append(',');
    }
    rows.append("kind\n");
    for (var row = 0; row < 200; row++) {
      for (var column = 1; column < 16; column++) {
        rows.append(random.nextInt(1000) / 10.0).append(',');
      }
      rows.append(row % 3 == 0 ? "small" : "large").append('\n');
    }
    return Files.writeString(table, rows);
  }

  /** At each size panes and texts are apart, and no plot is smaller than in a smaller window. */
  private static void atEachSize(OpenWindow window, String when) {
    var plots = new double[2];
    for (var size : SIZES) {
      FxThread.run(
          () -> {
            window.stage.setY(0);
            window.stage.setWidth(size.width());
            window.stage.setHeight(size.height());
          });
      window.robot.frames(20);
      var name = when + " at " + size.width() + " by " + size.height();
      assertEquals(size.width(), FxThread.call(() -> window.scene().getWidth()), 8, name);
      for (var plot = 0; plot < plots.length; plot++) {
        var grown = plot(window, plot == 0 ? "#live-loss" : "#live-score");
        assertTrue(grown >= plots[plot], "plot " + plot + " of " + plots[plot] + " " + name);
        plots[plot] = grown;
      }
      var loss = plot(window);
      if (size.width() == 1366 && !loss.isEmpty()) {
        assertTrue(loss.getWidth() >= 540 && loss.getHeight() >= 200, loss + " " + name);
      }
      var panes = PANES.stream().filter(window.robot::shows).toList();
      for (var one : panes) {
        for (var other : panes) {
          if (!one.equals(other)) {
            assertFalse(
                bounds(window, one).intersects(bounds(window, other)),
                one + " and " + other + " " + name);
          }
        }
      }
      assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(window.scene())), name);
    }
  }

  @Test
  void doubleClickOnATitleGivesAPaneTheWholePlaceAndTakesItBack() {
    try (var window = new OpenWindow(folder, sized(SIZES.getFirst()))) {
      var before = bounds(window, "#live-loss");
      twice(window, "#live-loss-heading");
      window.robot.frames(3);
      assertFalse(window.robot.shows("#network-drawing"));
      assertTrue(area(bounds(window, "#live-loss")) > 2 * area(before));
      twice(window, "#live-loss-heading");
      window.robot.frames(3);
      assertEquals(before, bounds(window, "#live-loss"));
    }
  }

  @Test
  void edgesAreMovedByKeysAndRemembered() {
    double wide;
    try (var window = new OpenWindow(folder, sized(SIZES.get(1)))) {
      var before = bounds(window, "#live-loss").getWidth();
      FxThread.run(() -> window.scene().lookup("#live-edge-columns").requestFocus());
      window.robot.press(KeyCode.LEFT);
      window.robot.press(KeyCode.LEFT);
      window.robot.frames(3);
      wide = bounds(window, "#live-loss").getWidth();
      assertTrue(wide < before - 20, before + " to " + wide);
      FxThread.run(() -> window.workbench.theme.appearance.set(Appearance.DARK));
    }
    try (var again = new OpenWindow(folder, null)) {
      assertEquals(wide, bounds(again, "#live-loss").getWidth(), 1);
    }
  }

  /** The crosshair on one curve stands on the other too. */
  @Test
  void oneCrosshairRunsThroughBothCurves() {
    try (var window = new OpenWindow(folder, sized(SIZES.getFirst()))) {
      window.train();
      window.robot.hover("#live-loss");
      window.robot.frames(3);
      var hairs =
          FxThread.call(
              () ->
                  window.scene().getRoot().lookupAll(".chart-hair").stream()
                      .filter(it -> it.getParent().isVisible())
                      .count());
      assertEquals(2, hairs);
    }
  }

  @Test
  void presentedToAClassTheToolsOfARunAreAtHandAndEscapeAlwaysEnds() {
    try (var window = new OpenWindow(folder, sized(SIZES.get(2)))) {
      var robot = window.robot;
      robot.press(KeyCode.F11);
      robot.frames(30);
      assertFalse(robot.shows("#menu"));
      robot.click("#presented-step-epoch");
      robot.waitForText("#live-state", "Paused after epoch 1");
      robot.click("#live-monitor");
      robot.click("#live-monitor-gradient");
      robot.frames(3);
      robot.press(KeyCode.ESCAPE);
      robot.frames(3);
      assertTrue(robot.shows("#menu"));
    }
  }

  /** The tools that are wanted seldom give way, so that the others stay inside their pane. */
  @Test
  void noToolOfANarrowPaneIsCutOff() {
    try (var window = new OpenWindow(folder, sized(new Size(1366, 768)))) {
      window.robot.click("#live-monitor");
      window.robot.click("#live-monitor-gradient");
      window.robot.frames(3);
      var pane = bounds(window, "#live-score");
      var last = bounds(window, "#live-enlarge-score");
      assertTrue(last.getMaxX() <= pane.getMaxX() + 1, last + " in " + pane);
      assertTrue(window.robot.shows("#live-score-log"));
    }
  }

  private static Preferences sized(Size size) {
    var window = new Preferences.WindowSize(size.width(), size.height(), false);
    return OpenWindow.with(OpenWindow.SMALL, window);
  }

  private static Rectangle2D plot(OpenWindow window) {
    return FxThread.call(() -> ((ThemedChart) window.scene().lookup("#live-loss")).area());
  }

  private static double plot(OpenWindow window, String id) {
    return FxThread.call(
        () -> {
          var area = ((ThemedChart) window.scene().lookup(id)).area();
          return area.getWidth() * area.getHeight();
        });
  }

  private static Bounds bounds(OpenWindow window, String id) {
    return FxThread.call(
        () -> {
          var node = window.scene().lookup(id);
          return node.localToScene(node.getLayoutBounds());
        });
  }

  private static double area(Bounds bounds) {
    return bounds.getWidth() * bounds.getHeight();
  }

  private static void twice(OpenWindow window, String id) {
    FxThread.run(() -> MouseEvents.doubleClick(window.scene().lookup(id)));
  }

  private static boolean hasCompared(OpenWindow window) {
    var next = window.scene().lookup("#notice-next");
    return window.workbench.trainer().state().get() == RunState.FINISHED
        && (next.isVisible() || window.scene().lookup("#live-comparison") != null);
  }

  private record Size(int width, int height) {}
}
