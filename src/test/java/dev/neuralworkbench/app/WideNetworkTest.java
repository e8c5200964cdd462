package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.workspace.Speed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A 784-512-256-10 network drawn beside its pictures, from its first start to its end. The window's
 * watchdog fails the test if one task holds the JavaFX thread over 100 ms.
 */
@Tag("display")
class WideNetworkTest {

  private static final int ROWS = 240;
  private static final int PIXELS = 784;

  @TempDir private Path folder;

  @Test
  void isDrawnTrainedAndLookedAtFromAllSides() throws IOException {
    var file = images();
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var robot = window.robot;
      window.dialogs.data = Optional.of(file);
      robot.click("#open-data");
      robot.waitForText("#data-facts", ROWS + " rows");
      robot.enter("#network-hidden-0-units", "512");
      robot.clickText("Layer");
      robot.enter("#network-hidden-1-units", "256");
      robot.shortcut(KeyCode.DIGIT2);
      FxThread.run(() -> window.workbench.trainer().speed().set(Speed.FULL));
      robot.press(KeyCode.F5);
      robot.waitUntil("the images", () -> tints(window) instanceof Tints.Signed);
      robot.frames(60);
      var run = window.workbench.trainer().run().get();
      assertEquals(784, run.prepared.preprocessor().inputCount());
      assertEquals(
          List.of(512, 256),
          run.experiment().network().hidden().stream()
              .map(layer -> ((DenseDesign) layer).units())
              .toList());
      unit(window);
      robot.waitUntil("a unit", () -> window.scene().lookup("#picture-whole").isVisible());
      robot.frames(30);
      robot.click("#picture-whole");
      for (var view : List.of("Two inputs", "Principal components")) {
        robot.click("#picture-view");
        robot.clickText(view);
        robot.waitUntil("the answers", () -> tints(window) instanceof Tints.Classes);
        robot.frames(30);
      }
    }
  }

  /** Chooses the first hidden unit with the keyboard. */
  private static void unit(OpenWindow window) {
    FxThread.run(
        () -> {
          var drawing = window.scene().lookup("#network-drawing");
          drawing.requestFocus();
          for (var key : List.of(KeyCode.DOWN, KeyCode.RIGHT, KeyCode.RIGHT, KeyCode.ENTER)) {
            drawing.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
          }
        });
  }

  private static Tints tints(OpenWindow window) {
    var plane = ((PlaneChart) window.scene().lookup("#picture")).shown();
    return plane == null || plane.ground() == null ? null : plane.tints();
  }

  /** Each digit has a part of the picture that is brighter. */
  private Path images() throws IOException {
    var random = new SplittableRandom(1);
    var file = folder.resolve("images.csv");
    try (var out = Files.newBufferedWriter(file)) {
      for (var i = 0; i < PIXELS; i++) {
        out.write("p" + i + ",");
      }
      out.write("digit\n");
      for (var row = 0; row < ROWS; row++) {
        for (var i = 0; i < PIXELS; i++) {
          out.write(random.nextInt(i % 10 == row % 10 ? 256 : 64) + ",");
        }
        out.write(row % 10 + "\n");
      }
    }
    return file;
  }
}
