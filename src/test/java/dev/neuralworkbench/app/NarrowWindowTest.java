package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.app.screen.AppScreen;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import java.util.List;
import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** In the narrowest window, too, all that is written shows in full. */
class NarrowWindowTest extends WindowCase {

  @Test
  void nameOfATypedTableShowsBesideWhatCanBeDoneWithIt() {
    var robot = window.robot;
    robot.shortcut(KeyCode.N);
    copy("x\ty\tz\n" + "1\t2\t3\n".repeat(20));
    robot.shortcut(KeyCode.V);
    robot.click("#editor-use");
    robot.waitForText("#data-facts", "20 rows");
    robot.frames(2);
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(window.scene())));
  }

  private static void copy(String text) {
    FxThread.run(
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
  }

  @Test
  void allButtonsOfTheEnlargedUnitAreInTheWindow() {
    var robot = window.robot;
    robot.press(KeyCode.F6);
    robot.waitForText("#live-state", "epoch 1");
    FxThread.run(() -> window.scene().lookup("#network-drawing").requestFocus());
    robot.press(KeyCode.DOWN);
    robot.press(KeyCode.RIGHT);
    robot.press(KeyCode.RIGHT);
    robot.press(KeyCode.ENTER);
    robot.waitUntil("a unit", () -> window.scene().lookup("#picture-whole").isVisible());
    robot.frames(2);
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(window.scene())));
    robot.click("#picture-whole");
    robot.waitUntilGone("#picture-whole");
  }

  @Test
  void phasesOfTheStepsAreNamedBesideTheForms() {
    FxThread.run(() -> window.workbench.window.select(AppScreen.BACKPROP));
    window.robot.waitForText("#backprop-count", "Step 1 of");
    if (!window.robot.shows("#data-target")) {
      window.robot.press(KeyCode.F9);
    }
    window.robot.frames(4);
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(window.scene())));
  }

  @Test
  void whatIsSaidOfTheScoresShowsBesideTheirRows() {
    var robot = window.robot;
    robot.press(KeyCode.F6);
    robot.waitForText("#live-state", "epoch 1");
    robot.enter("#training-optimizer-learningRate", "0.3");
    FxThread.run(() -> window.workbench.window.select(AppScreen.EVALUATE));
    robot.waitForText("#evaluate-verdict-line", "correct");
    robot.frames(4);
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(window.scene())));
  }
}
