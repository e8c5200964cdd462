package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.WorkedNetwork;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Screenshot;
import dev.neuralworkbench.testing.Showing;
import dev.neuralworkbench.ui.drawing.network.NetworkDrawing;
import dev.neuralworkbench.ui.drawing.network.NetworkPart;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backprop from the last row: sizes of all texts, and that nothing lies over anything else. */
@Tag("display")
class ReadableBackpropTest {

  /** What the style sheets' thirds of a pixel make of a whole one. */
  private static final double ROUNDING = 0.05;

  private static final List<KeyCode> PANELS =
      List.of(KeyCode.C, KeyCode.L, KeyCode.M, KeyCode.S, KeyCode.W, KeyCode.W);

  @TempDir private Path folder;

  private static Document flowers() {
    var document = Document.of(BundledSample.IRIS);
    var draft = document.draft();
    var four = DenseDesign.of(4, Activation.TANH);
    var three = DenseDesign.of(3, Activation.TANH);
    return document.withDraft(draft.withNetwork(draft.network().withHidden(List.of(four, three))));
  }

  private OpenWindow window(Document document, int width, int height) {
    var window =
        new OpenWindow(
            folder,
            OpenWindow.with(OpenWindow.SMALL, new Preferences.WindowSize(width, height, false)));
    FxThread.run(() -> window.workspace().open("command.openData", document));
    window.robot.shortcut(KeyCode.DIGIT4);
    window.robot.waitForText("#backprop-count", "of");
    window.robot.frames(20);
    return window;
  }

  private static NetworkDrawing drawing(OpenWindow window) {
    return (NetworkDrawing) window.scene().lookup("#backprop-drawing");
  }

  /** How many times as large as it is written a text shows: a formula may be shrunk to fit. */
  private static double scale(Node node) {
    var unit = node.localToScene(0, 0).distance(node.localToScene(0, 1));
    return unit;
  }

  private static boolean isIndex(Text text) {
    return !text.getTransforms().isEmpty();
  }

  /** Texts of the screen that are too small, in words. */
  private static List<String> small(OpenWindow window, double least, double leastIndex) {
    return FxThread.call(
        () -> {
          var found = new TreeSet<String>();
          Showing.tree(window.scene().lookup("#backprop"))
              .filter(Text.class::isInstance)
              .map(Text.class::cast)
              .filter(it -> !it.getText().isBlank())
              .forEach(
                  text -> {
                    var size = text.getFont().getSize() * scale(text);
                    if (size < (isIndex(text) ? leastIndex : least) - ROUNDING) {
                      found.add("%s: %.1f".formatted(text.getText(), size));
                    }
                  });
          var drawn = drawing(window).smallestText();
          if (drawn < least - ROUNDING) {
            found.add("drawing: %.1f".formatted(drawn));
          }
          return List.copyOf(found);
        });
  }

  /** Units that lie over each other, and parts of the screen that do. */
  private static List<String> overlaps(OpenWindow window, int... units) {
    return FxThread.call(
        () -> {
          var found = new ArrayList<String>();
          var boxes = new ArrayList<Bounds>();
          for (var column = 0; column < units.length; column++) {
            for (var unit = 0; unit < units[column]; unit++) {
              var box = drawing(window).bounds(new NetworkPart.Unit(column, unit));
              var name = column + "/" + unit;
              boxes.stream()
                  .filter(it -> it.intersects(box))
                  .forEach(it -> found.add(name + " over " + it));
              boxes.add(box);
            }
          }
          var parts = new ArrayList<Node>();
          for (var id :
              List.of(
                  "#backprop-drawing",
                  "#backprop-aid",
                  "#backprop-why-below",
                  "#backprop-heading",
                  "#backprop-scroll",
                  "#backprop-next",
                  "#backprop-apply",
                  "#backprop-class-row",
                  "#backprop-class-keys")) {
            var node = window.scene().lookup(id);
            if (node != null && Showing.tree(window.scene().getRoot()).anyMatch(node::equals)) {
              var box = node.localToScene(node.getLayoutBounds());
              parts.stream()
                  .filter(it -> it.localToScene(it.getLayoutBounds()).intersects(box))
                  .filter(it -> !touches(it.localToScene(it.getLayoutBounds()), box))
                  .forEach(it -> found.add(id + " over " + it.getId()));
              parts.add(node);
            }
          }
          return found;
        });
  }

  private static boolean touches(Bounds one, Bounds other) {
    var width = Math.min(one.getMaxX(), other.getMaxX()) - Math.max(one.getMinX(), other.getMinX());
    var height =
        Math.min(one.getMaxY(), other.getMaxY()) - Math.max(one.getMinY(), other.getMinY());
    return Math.min(width, height) <= 1;
  }

  /** Looks at a step or two of each phase. */
  private static void steps(OpenWindow window, Runnable look) {
    for (var phase : List.of("forward", "loss", "backward", "update", "after")) {
      window.robot.click("#backprop-phase-" + phase);
      window.robot.frames(3);
      look.run();
    }
    // δ of a hidden layer, whose weights lead on.
    window.robot.click("#backprop-phase-backward");
    for (var i = 0; i < 8; i++) {
      window.robot.press(KeyCode.RIGHT);
    }
    window.robot.frames(3);
    look.run();
  }

  /** With any panel open, and with none, in every phase. */
  @Test
  void beforeAClassAllIsLargeAndNothingOverlaps() {
    try (var window = window(flowers(), 1600, 1000)) {
      window.robot.press(KeyCode.F11);
      window.robot.frames(20);
      for (var panel : PANELS) {
        window.robot.press(KeyCode.HOME);
        window.robot.press(panel);
        window.robot.frames(5);
        steps(
            window,
            () -> {
              var at = panel + " at " + window.robot.text("#backprop-heading");
              assertEquals(List.of(), small(window, 20, 16), at);
              assertEquals(List.of(), overlaps(window, 4, 4, 3, 3), at);
              assertEquals(
                  List.of(), FxThread.call(() -> ClippingCheck.clipped(window.scene())), at);
            });
        Screenshot.write(window.scene(), "readable-" + panel);
      }
    }
  }

  @Test
  void noTextIsSmallerThanTwelvePixels() {
    for (var size : new int[][] {{1024, 700}, {1600, 1000}}) {
      try (var window = window(flowers(), size[0], size[1])) {
        for (var panel : PANELS) {
          window.robot.press(KeyCode.HOME);
          window.robot.press(panel);
          window.robot.frames(5);
          steps(
              window,
              () -> {
                var at = size[0] + " " + panel + " at " + window.robot.text("#backprop-heading");
                assertEquals(List.of(), small(window, 12, 10), at);
                assertEquals(List.of(), overlaps(window, 4, 4, 3, 3), at);
              });
        }
        Screenshot.write(window.scene(), "readable-" + size[0]);
      }
    }
  }

  private static boolean shows(OpenWindow window, String id) {
    var node = window.scene().lookup(id);
    return FxThread.call(
        () -> node != null && Showing.tree(window.scene().getRoot()).anyMatch(node::equals));
  }

  /** The step is applied with a key, and the row, the batch and the epoch are named. */
  @Test
  void beforeAClassTheStepIsAppliedAndTheRowIsNamed() {
    try (var window = window(WorkedNetwork.TWO_TWO_ONE.document("2-2-1"), 1600, 1000)) {
      assertFalse(shows(window, "#backprop-class-row"));
      window.robot.press(KeyCode.F11);
      window.robot.frames(20);
      assertTrue(shows(window, "#backprop-apply"));
      assertFalse(shows(window, "#backprop-asks"));
      window.robot.waitForText("#backprop-class-row", "2-2-1, row 1 of 2");
      window.robot.press(KeyCode.A);
      window.robot.waitForText("#backprop-applied", "The loss of row 1 fell");
      window.robot.click("#backprop-aid-curve");
      window.robot.frames(5);
      assertEquals(
          List.of(), FxThread.call(() -> ClippingCheck.clipped(window.scene())), "applied");
      window.robot.press(KeyCode.ESCAPE);
      window.robot.frames(20);
      assertFalse(shows(window, "#backprop-class-row"));
      assertTrue(shows(window, "#backprop-asks"));
      window.robot.choose("#backprop-source", "Next mini-batch");
      window.robot.press(KeyCode.F11);
      window.robot.frames(20);
      window.robot.waitForText("#backprop-class-row", "epoch 1, batch 1 of 2");
    }
  }

  /** What is said of a row of a mini-batch is long: it wraps, and pushes nothing aside. */
  @Test
  void beforeAClassARowOfAMiniBatchIsNamedWithinThePage() {
    try (var window = window(Document.of(BundledSample.BREAST_CANCER), 1366, 768)) {
      window.robot.choose("#backprop-source", "Next mini-batch");
      window.robot.press(KeyCode.F11);
      window.robot.frames(20);
      window.robot.waitForText("#backprop-class-row", "row 1 of 16 in the batch");
      assertEquals(List.of(), overlaps(window, 1));
      assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(window.scene())));
      for (var id : List.of("#backprop-class-row", "#backprop-class-keys", "#backprop-scroll")) {
        var node = window.scene().lookup(id);
        var box = FxThread.call(() -> node.localToScene(node.getLayoutBounds()));
        assertTrue(box.getMaxX() <= window.scene().getWidth(), id + " " + box);
      }
      Screenshot.write(window.scene(), "readable-batch");
    }
  }

  /** A table without a row is no table. */
  @Test
  void theTableOfChecksComesWithTheCheck() {
    try (var window = window(WorkedNetwork.TWO_TWO_ONE.document("2-2-1"), 1024, 700)) {
      window.robot.click("#backprop-check");
      window.robot.frames(5);
      assertFalse(shows(window, "#backprop-check-table"));
      window.robot.click("#backprop-check-start");
      window.robot.waitForText("#backprop-check-verdict", "9 of 9");
      window.robot.frames(5);
      assertTrue(shows(window, "#backprop-check-table"));
    }
  }
}
