package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.WorkedNetwork;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.MachineSpeed;
import dev.neuralworkbench.testing.PulseCost;
import dev.neuralworkbench.testing.Screenshot;
import dev.neuralworkbench.testing.Showing;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import dev.neuralworkbench.ui.drawing.network.NetworkDrawing;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backprop before a class: whole updates, walked with the keys of a presenter's remote alone. */
@Tag("display")
class LectureTest {

  /** A quarter of it, 7 px, can still be read. */
  private static final double LEAST_TEXT = 28;

  @TempDir private Path folder;

  private OpenWindow window(Document document) {
    var window =
        new OpenWindow(
            folder,
            OpenWindow.with(OpenWindow.SMALL, new Preferences.WindowSize(1600, 1000, false)));
    FxThread.run(() -> window.workspace().open("command.openData", document));
    window.robot.shortcut(KeyCode.DIGIT4);
    window.robot.waitForText("#backprop-count", "of");
    window.robot.press(KeyCode.F11);
    window.robot.frames(20);
    return window;
  }

  private static boolean shows(Node node) {
    return FxThread.call(() -> Showing.tree(node.getScene().getRoot()).anyMatch(node::equals));
  }

  private static int steps(OpenWindow window) {
    return Integer.parseInt(count(window).replaceAll(".* of ", ""));
  }

  private static String count(OpenWindow window) {
    return FxThread.call(() -> ((Label) window.scene().lookup("#backprop-count")).getText());
  }

  /** Walks from the first step to the last; how many key presses it took. */
  private static int walk(OpenWindow window, Runnable look) {
    var presses = 0;
    var last = steps(window);
    while (FxThread.call(() -> !window.scene().lookup("#backprop-next").isDisabled())) {
      look.run();
      window.robot.press(presses % 2 == 0 ? KeyCode.PAGE_DOWN : KeyCode.RIGHT);
      presses++;
      assertTrue(presses < 10 * last, presses + " key presses");
    }
    look.run();
    assertEquals("Step " + last + " of " + last, count(window));
    return presses;
  }

  private static void isWhole(OpenWindow window, boolean scrolls) {
    FxThread.run(
        () -> {
          var at = ((Labeled) window.scene().lookup("#backprop-heading")).getText();
          assertEquals(List.of(), ClippingCheck.clipped(window.scene()), at);
          for (var result : window.scene().getRoot().lookupAll(".equation-result")) {
            assertTrue(((Labeled) result).getFont().getSize() >= LEAST_TEXT, at);
          }
          var scroll = (ScrollPane) window.scene().lookup("#backprop-scroll");
          var height = scroll.getContent().getLayoutBounds().getHeight();
          newestShows(scroll, at);
          assertTrue(
              scrolls || height <= scroll.getViewportBounds().getHeight() + 1,
              at + ": " + height + " in " + scroll.getViewportBounds());
        });
  }

  /** All numbers of what is lit stand in the drawing. */
  private static void numbersFindRoom(OpenWindow window) {
    var without = FxThread.call(() -> drawing(window).numbersWithoutRoom());
    assertEquals(0, without, window.robot.text("#backprop-heading"));
  }

  private static NetworkDrawing drawing(OpenWindow window) {
    return (NetworkDrawing) window.scene().lookup("#backprop-drawing");
  }

  /** The box that came last is to be seen, or its upper part where it is too tall. */
  private static void newestShows(ScrollPane scroll, String at) {
    var room =
        scroll.lookup(".viewport").localToScene(scroll.lookup(".viewport").getLayoutBounds());
    scroll.getContent().lookupAll(".step-part").stream()
        .filter(Node::isVisible)
        .map(box -> box.localToScene(box.getLayoutBounds()))
        .max(Comparator.comparingDouble(Bounds::getMaxY))
        .ifPresent(
            box -> {
              assertTrue(box.getMinY() >= room.getMinY() - 1, at + ": " + box + " in " + room);
              assertTrue(
                  box.getMaxY() <= room.getMaxY() + 1 || box.getHeight() > room.getHeight(),
                  at + ": " + box + " in " + room);
            });
  }

  @Test
  void theSmallNetworkIsWalkedWithoutScrolling() {
    try (var window = window(WorkedNetwork.TWO_TWO_ONE.document("2-2-1"))) {
      for (var gone : List.of("#menu", "#train", "#plan", "#status", "#backprop-source")) {
        var node = window.scene().lookup(gone);
        assertTrue(node == null || !shows(node), gone);
      }
      var presses =
          walk(
              window,
              () -> {
                isWhole(window, false);
                numbersFindRoom(window);
              });
      Screenshot.write(window.scene(), "lecture-2-2-1");
      // Three of the steps back have three boxes each: two more key presses.
      assertEquals(steps(window) - 1 + 3 * 2, presses);
      window.robot.press(KeyCode.HOME);
      window.robot.press(KeyCode.B);
      assertEquals(2 * (presses + 1) - 1, walk(window, () -> isWhole(window, false)));
      window.robot.press(KeyCode.ESCAPE);
      window.robot.frames(10);
      assertTrue(shows(window.scene().lookup("#train")));
      assertTrue(shows(window.scene().lookup("#backprop-source")));
      assertFalse(shows(window.scene().lookup("#backprop-why-below")));
    }
  }

  /**
   * No picture of a signal takes more than 50 ms of the reference machine's processor; once,
   * something else may be at work.
   */
  @Test
  void signalsTravelWithoutAStall() {
    try (var window = window(WorkedNetwork.TWO_TWO_ONE.document("2-2-1"))) {
      var millis = new ArrayList<Double>();
      for (var step = 0; step < steps(window); step++) {
        try (var cost = FxThread.call(() -> new PulseCost(drawing(window)::isSending))) {
          window.robot.press(KeyCode.RIGHT);
          window.robot.waitUntil("the signal's end", () -> !drawing(window).isSending());
          if (cost.pictures() > 0) {
            millis.add(cost.mostMillis());
          }
        }
      }
      var most = 50 * MachineSpeed.measure().processor();
      assertTrue(millis.size() >= 5, millis + "");
      assertTrue(millis.stream().filter(it -> it > most).count() <= 1, millis + " of " + most);
    }
  }

  @Test
  void flowersWithAdamAndDropoutAreWalkedWithTheKeysAlone() {
    var document = Document.of(BundledSample.IRIS);
    var draft = document.draft();
    var thinned =
        draft
            .withNetwork(
                draft
                    .network()
                    .withHidden(
                        List.of(DenseDesign.of(3, Activation.RELU), new DropoutDesign(0.5))))
            .withTraining(draft.training().withOptimizer(Adam.DEFAULT));
    try (var window = window(document.withDraft(thinned))) {
      walk(
          window,
          () -> {
            isWhole(window, true);
            numbersFindRoom(window);
          });
      Screenshot.write(window.scene(), "lecture-iris");
    }
  }
}
