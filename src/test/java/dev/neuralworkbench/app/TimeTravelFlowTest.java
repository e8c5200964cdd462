package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Going back into a run with mouse and keyboard, and going on from there. */
class TimeTravelFlowTest {

  @TempDir private Path folder;
  private OpenWindow window;

  @BeforeEach
  void train() {
    window = new OpenWindow(folder, OpenWindow.SMALL);
    assertFalse(window.robot.shows("#live-scrubber"));
    window.robot.choose("#speed", "Full speed");
    window.robot.press(KeyCode.F5);
    window.robot.waitForText("#run-state", "Finished");
    window.robot.waitForText("#scrubber-place", "200 epochs");
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void epochIsShownOnEveryScreenUntilTheEndIsAskedFor() {
    var robot = window.robot;
    robot.click("#scrubber-before");
    robot.waitForText("#scrubber-place", "Epoch 199 of 200 shown");
    robot.click("#scrubber-slider");
    robot.press(KeyCode.HOME);
    robot.waitForText("#scrubber-place", "Epoch 0 of 200 shown");
    robot.press(KeyCode.RIGHT);
    robot.press(KeyCode.RIGHT);
    robot.waitForText("#scrubber-place", "Epoch 2 of 200 shown");
    assertTrue(robot.text("#live-values").startsWith("after epoch 2  ·  training loss 0."));
    robot.shortcut(KeyCode.DIGIT5);
    assertEquals("The network is shown as it was after epoch 2.", robot.text("#predict-past"));
    robot.shortcut(KeyCode.DIGIT4);
    assertEquals("The network is shown as it was after epoch 2.", robot.text("#backprop-past"));
    robot.find("#backprop-scroll");
    robot.shortcut(KeyCode.DIGIT3);
    robot.waitForText("#evaluate-count", "45");
    robot.click("#evaluate-past-end");
    assertFalse(robot.shows("#evaluate-past"));
    robot.shortcut(KeyCode.DIGIT2);
    robot.waitForText("#scrubber-place", "200 epochs");
  }

  @Test
  void trainingGoesOnFromTheEpochThatShowsAndUndoBringsTheRestBack() {
    var robot = window.robot;
    robot.click("#scrubber-slider");
    robot.press(KeyCode.HOME);
    for (var i = 0; i < 5; i++) {
      robot.press(KeyCode.RIGHT);
    }
    robot.waitForText("#scrubber-place", "Epoch 5 of 200 shown");
    robot.click("#scrubber-branch");
    robot.waitForText("#scrubber-place", "5 epochs");
    assertTrue(robot.text("#plan").contains("195 more epochs"), robot.text("#plan"));
    robot.press(KeyCode.F5);
    robot.waitForText("#scrubber-place", "200 epochs");
    robot.waitForText("#run-state", "Finished");
    robot.shortcut(KeyCode.Z);
    robot.waitForText("#scrubber-place", "5 epochs");
    robot.shortcut(KeyCode.Z);
    robot.waitForText("#scrubber-place", "200 epochs");
  }
}
