package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.model.OwnTable;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.ui.common.TextSize;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A run with a trouble is told so, and what may help is one click away. */
@Tag("thorough")
class DiagnosisTest extends WindowCase {

  @BeforeEach
  void begin() {
    window.robot.choose("#speed", "Full speed");
  }

  private void learnTooSlowly() {
    window.robot.enter("#training-optimizer-learningRate", "0.00001");
    window.robot.press(KeyCode.F5);
    window.robot.waitForText("#run-state", "Finished");
    window.robot.waitForText("#diagnosis-rateTooLow", "Learning rate 1e-5 seems too low");
  }

  @Test
  void rateThatIsTooLowIsRaisedWithAClickAndUndone() {
    var robot = window.robot;
    learnTooSlowly();
    robot.click("#remedy-rateTooLow");
    assertEquals("0.001", robot.text("#training-optimizer-learningRate"));
    assertEquals("Setting changed. Train to try it.", robot.text("#applied-rateTooLow"));
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
    var circles = OwnTable.of(GeneratedSample.of(SampleKind.CIRCLES));
    FxThread.run(() -> window.workspace().open("command.openData", circles));
    robot.choose("#network-hidden-0-activation", "Tanh");
    robot.enter("#training-optimizer-learningRate", "3");
    robot.press(KeyCode.F5);
    robot.waitForText("#run-state", "Finished");
    // Saturated or leaping: which of both depends on the last bits of so wild a run.
    robot.clickText("Set rate to 0.01");
    robot.waitForText("#plan", "Train starts from initial weights");
    assertFalse(robot.text("#live-state").contains("No run yet"), "its curves are still drawn");
    assertNotNull(FxThread.call(() -> window.workspace().document().get().trained()));
    robot.press(KeyCode.F5);
    robot.waitForText("#run-state", "Finished");
    robot.waitForText(
        "#live-comparison", "Compared with the previous run: learning rate 3 → 0.01.");
  }

  /** The remedy of a rate that was raised in a pause is the one that the run began with. */
  @Test
  void remedyIsForTheRateThatTheRunEndedWith() {
    var robot = window.robot;
    robot.enter("#training-optimizer-learningRate", "0.01");
    robot.press(KeyCode.F6);
    robot.waitForText("#live-state", "Paused after epoch 1");
    robot.enter("#training-optimizer-learningRate", "3");
    robot.press(KeyCode.F5);
    robot.waitForText("#run-state", "Finished");
    robot.waitForText("#diagnosis-killedUnits", "The learning rate of 3 may be the cause");
    assertFalse(robot.shows("#applied-killedUnits"), "nobody has changed the rate back");
    assertEquals("Set rate to 0.01", robot.text("#remedy-killedUnits"));
    robot.click("#remedy-killedUnits");
    assertEquals("0.01", robot.text("#training-optimizer-learningRate"));
    assertTrue(robot.shows("#applied-killedUnits"));
  }

  /** Where the sentence has no room in the line, a button opens the whole of it. */
  @Test
  void sentenceThatIsCutIsOpened() {
    var robot = window.robot;
    learnTooSlowly();
    for (var size : TextSize.values()) {
      FxThread.run(() -> window.workbench.theme.text.set(size));
      robot.frames(4);
      assertTrue(robot.shows("#remedy-rateTooLow"), size + "");
    }
    robot.click("#notice-more");
    robot.waitUntil("the whole", DiagnosisTest::isOpened);
    robot.press(KeyCode.ESCAPE);
    robot.waitUntil("closed", () -> !isOpened());
  }

  private static boolean isOpened() {
    return Window.getWindows().stream()
        .anyMatch(
            it -> it instanceof Tooltip tip && tip.isShowing() && tip.getText().length() > 60);
  }

  @Test
  void runThatGoesWellIsLeftInPeace() {
    window.robot.press(KeyCode.F5);
    window.robot.waitForText("#run-state", "Finished");
    window.robot.frames(90);
    assertFalse(window.robot.shows("#live-diagnosis"));
  }
}
