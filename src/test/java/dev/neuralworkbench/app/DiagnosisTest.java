package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run with a trouble is told so, and what may help is one click away. */
class DiagnosisTest {

  @TempDir private Path folder;
  private OpenWindow window;

  @BeforeEach
  void open() {
    window = new OpenWindow(folder, OpenWindow.SMALL);
    window.robot.choose("#speed", "Full speed");
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void rateThatIsTooLowIsRaisedWithAClickAndUndone() {
    var robot = window.robot;
    robot.enter("#training-optimizer-learningRate", "0.00001");
    robot.press(KeyCode.F5);
    robot.waitForText("#run-state", "Finished");
    robot.waitForText("#diagnosis-rateTooLow", "The learning rate of 1e-5 looks too low");
    robot.click("#remedy-rateTooLow");
    assertEquals("0.001", robot.text("#training-optimizer-learningRate"));
    assertEquals("Changed; Train tries it.", robot.text("#applied-rateTooLow"));
    assertFalse(robot.shows("#remedy-rateTooLow"));
    robot.clickText("Edit");
    robot.clickText("Undo: Suggested change");
    assertEquals("1e-5", robot.text("#training-optimizer-learningRate"));
    assertTrue(robot.shows("#remedy-rateTooLow"));
    robot.click("#dismiss-rateTooLow");
    assertFalse(robot.shows("#live-diagnosis"));
  }

  @Test
  void spoiltWeightsStayUntilTheNextTrainingStartsAfresh() {
    var robot = window.robot;
    robot.choose("#network-hidden-0-activation", "Tanh");
    robot.enter("#training-optimizer-learningRate", "3");
    robot.press(KeyCode.F5);
    robot.waitForText("#run-state", "Finished");
    robot.click("#remedy-saturated");
    robot.waitForText("#plan", "Train starts from the first weights");
    assertFalse(robot.text("#live-state").contains("No run yet"), "its curves are still drawn");
    assertNotNull(FxThread.call(() -> window.workspace().document().get().trained()));
    robot.press(KeyCode.F5);
    robot.waitForText("#run-state", "Finished");
    robot.waitForText(
        "#live-comparison",
        "Compared with the previous run: learning rate 3 → 0.01. Both started from the first");
  }

  @Test
  void runThatGoesWellIsLeftInPeace() {
    window.robot.press(KeyCode.F5);
    window.robot.waitForText("#run-state", "Finished");
    window.robot.frames(90);
    assertFalse(window.robot.shows("#live-diagnosis"));
  }
}
