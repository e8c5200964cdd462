package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.ui.chart.curve.CurveChart;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live screen is an instrument: its panes, numbers and charts keep their places. */
class NothingMovesTest {

  private static final List<String> PARTS =
      List.of(
          "#live-scrubber",
          "#live-training-loss-cell",
          "#live-validation-loss-cell",
          "#live-training-score-cell",
          "#live-validation-score-cell",
          "#network-drawing",
          "#picture",
          "#live-loss",
          "#live-score");

  @TempDir private Path folder;

  /** Whether the forms show or not. */
  @Test
  void toolsKeepTheirPlacesFromScreenToScreen() {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var button = window.scene().lookup("#open-data");
      var live = FxThread.call(() -> button.localToScene(0, 0).getX());
      window.robot.shortcut(KeyCode.DIGIT3);
      window.robot.frames(5);
      assertEquals(live, FxThread.call(() -> button.localToScene(0, 0).getX()));
    }
  }

  @Test
  void fromTheFirstEpochOnNothingMovesByAPixel() {
    var settings = OpenWindow.with(OpenWindow.SMALL, new Preferences.WindowSize(1366, 768, false));
    try (var window = new OpenWindow(folder, settings)) {
      var robot = window.robot;
      assertEquals(
          "Validation loss", robot.text("#live-validation-loss-name"), "before the first run");
      assertEquals("Training loss", robot.text("#live-training-loss-name"));
      robot.press(KeyCode.F6);
      robot.waitForText("#live-state", "Paused after epoch 1");
      robot.waitForText("#live-training-loss-name", "Training loss");
      assertEquals("Validation loss", robot.text("#live-validation-loss-name"));
      robot.waitUntil(
          "a picture",
          () -> plane(window).shown() != null && plane(window).shown().ground() != null);
      robot.frames(5);
      var first = places(window);
      robot.press(KeyCode.F6);
      robot.waitForText("#live-state", "Paused after epoch 2");
      same(first, window, "a second epoch");
      FxThread.run(() -> window.workbench.trainer().speed().set(Speed.FULL));
      robot.press(KeyCode.F5);
      robot.waitForText("#run-state", "Finished");
      robot.frames(20);
      same(first, window, "the end");
      robot.click("#scrubber-before");
      robot.waitForText("#scrubber-name", "Epoch shown");
      assertTrue(robot.shows("#scrubber-end"));
      same(first, window, "the past");
      robot.click("#scrubber-end");
      robot.enter("#training-optimizer-learningRate", "1");
      robot.press(KeyCode.CONTROL, KeyCode.F5);
      robot.waitUntil(
          "another run",
          () ->
              window.workbench.trainer().state().get() == RunState.FINISHED
                  && shows(window, "#live-comparison"));
      robot.waitUntil("a warning", () -> shows(window, "#live-diagnosis"));
      robot.frames(20);
      same(first, window, "a run before, a comparison and a warning");
    }
  }

  private static void same(Map<String, Bounds> first, OpenWindow window, String after) {
    window.robot.frames(3);
    var now = places(window);
    var moved =
        first.keySet().stream()
            .filter(part -> !first.get(part).equals(now.get(part)))
            .map(part -> part + " from " + first.get(part) + " to " + now.get(part))
            .toList();
    assertEquals(List.of(), moved, "after " + after);
  }

  private static Map<String, Bounds> places(OpenWindow window) {
    return FxThread.call(
        () -> {
          var places = new LinkedHashMap<String, Bounds>();
          for (var part : PARTS) {
            var node = window.scene().lookup(part);
            places.put(part, node.localToScene(node.getLayoutBounds()));
            if (node instanceof CurveChart chart) {
              var area = chart.area();
              var plot =
                  new javafx.geometry.BoundingBox(
                      Math.rint(area.getX()),
                      Math.rint(area.getY()),
                      0,
                      Math.rint(area.getHeight()));
              places.put(part + " plot", plot);
            }
          }
          return places;
        });
  }

  private static boolean shows(OpenWindow window, String id) {
    Node node = window.scene().lookup(id);
    return node != null && node.isVisible() && node.getLayoutBounds().getHeight() > 0;
  }

  private static PlaneChart plane(OpenWindow window) {
    return (PlaneChart) window.scene().lookup("#picture");
  }
}
