package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Showing;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.drawing.image.RowImageView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A window that is larger in both directions shows as much of everything at least: each plot, the
 * cells of the matrix, the pad, and the number of rows, images and fields that show in full.
 */
@Tag("thorough")
class LargerWindowTest {

  private record Size(int width, int height) {

    boolean holds(Size other) {
      return width >= other.width && height >= other.height;
    }
  }

  /** Within the screen that is there without a display: no taller window comes back smaller. */
  private static final List<Size> SIZES =
      List.of(
          new Size(1024, 700),
          new Size(1280, 800),
          new Size(1366, 768),
          new Size(1600, 900),
          new Size(1920, 960));

  /** Rounding of layout to whole pixels. */
  private static final double TOLERANCE = 1.5;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"iris", "digits", "circles", "diabetes"})
  void showsNoLess(String sample) {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var document = Document.of(Sample.named(sample).orElseThrow());
      FxThread.run(() -> window.workspace().open("command.openData", document));
      window.robot.frames(5);
      // After an epoch many rows are still wrong.
      FxThread.run(() -> window.workbench.trainer().stepEpoch());
      window.robot.waitForText("#run-state", "Paused");
      window.robot.shortcut(KeyCode.DIGIT3);
      window.robot.waitForText("#evaluate-verdict-line", "Linear model");
      assertNoLess(sample + " on Evaluate", seen(window));
      window.robot.shortcut(KeyCode.DIGIT5);
      window.robot.waitForText("#predict-row", "1");
      assertNoLess(sample + " on Predict", seen(window));
      FxThread.run(() -> ((Button) window.scene().lookup("#predict-rows-data")).fire());
      window.robot.waitUntil(
          "answered", () -> window.scene().lookup("#predict-rows-table").isVisible());
      assertNoLess(sample + " on Predict, with answered rows", seen(window));
    }
  }

  /** What shows at each size. */
  private static Map<String, Map<Size, Double>> seen(OpenWindow window) {
    var seen = new TreeMap<String, Map<Size, Double>>();
    for (var size : SIZES) {
      FxThread.run(
          () -> {
            window.stage.setY(0);
            window.stage.setWidth(size.width);
            window.stage.setHeight(size.height);
          });
      window.robot.frames(15);
      FxThread.run(
          () -> {
            assertEquals(size.width, window.scene().getWidth(), 8, "the window");
            assertEquals(List.of(), ClippingCheck.clipped(window.scene()), size + "");
            measures(window)
                .forEach(
                    (what, value) ->
                        seen.computeIfAbsent(what, _ -> new LinkedHashMap<>()).put(size, value));
          });
    }
    return seen;
  }

  private static Map<String, Double> measures(OpenWindow window) {
    var found = new TreeMap<String, Double>();
    var nodes = Showing.tree(window.scene().getRoot()).toList();
    for (var node : nodes) {
      switch (node) {
        case PlaneChart chart when chart.shown() != null -> {
          found.put(node.getId() + " width", chart.area().getWidth());
          found.put(node.getId() + " height", chart.area().getHeight());
        }
        case RowImageView view when "predict-pad".equals(view.getId()) ->
            found.put("pad", view.getWidth());
        case Pane cells when cells.getStyleClass().contains("grid-cells") -> {
          // Beside the picture, for which the smallest window has no room, it is narrower.
          var beside = nodes.stream().anyMatch(it -> "predict-picture".equals(it.getId()));
          found.put("answered rows, width" + (beside ? ", picture" : ""), cells.getWidth());
          found.put("answered rows, height", cells.getHeight());
        }
        case Button cell when "confusion-0-0".equals(cell.getId()) ->
            found.put("cell of the matrix", Math.min(cell.getWidth(), cell.getHeight()));
        default -> {}
      }
    }
    found.put("wrong rows", count(nodes, it -> it instanceof TableRow<?> row && !row.isEmpty()));
    found.put("wrong images", count(nodes, it -> it.getStyleClass().contains("row-image-button")));
    found.put(
        "fields",
        count(nodes, it -> it.getId() != null && it.getId().matches("predict-input-\\d+")));
    return found;
  }

  /**
   * How many of some nodes show in full: of table rows what lies in their width may be scrolled.
   */
  private static double count(List<Node> nodes, Predicate<Node> wanted) {
    return nodes.stream().filter(wanted).filter(LargerWindowTest::isWhole).count();
  }

  private static boolean isWhole(Node node) {
    var bounds = node.localToScene(node.getLayoutBounds());
    var scene = node.getScene();
    return isWithin(bounds, 0, scene.getHeight())
        && Stream.iterate(node.getParent(), at -> at != null, Node::getParent)
            .filter(at -> at.getClip() != null)
            .map(at -> at.localToScene(at.getClip().getBoundsInParent()))
            .allMatch(clip -> isWithin(bounds, clip.getMinY(), clip.getMaxY()));
  }

  private static boolean isWithin(Bounds bounds, double top, double bottom) {
    return bounds.getMinY() >= top - TOLERANCE && bounds.getMaxY() <= bottom + TOLERANCE;
  }

  private static void assertNoLess(String where, Map<String, Map<Size, Double>> seen) {
    var less = new ArrayList<String>();
    seen.forEach(
        (what, bySize) ->
            bySize.forEach(
                (small, before) ->
                    bySize.forEach(
                        (large, now) -> {
                          if (large.holds(small) && now < before - TOLERANCE) {
                            less.add(
                                "%s: %s at %s, %s at %s"
                                    .formatted(what, before, small, now, large));
                          }
                        })));
    assertTrue(seen.size() > 2, where + ": " + seen);
    assertEquals(List.of(), less, where + ": " + seen);
  }
}
