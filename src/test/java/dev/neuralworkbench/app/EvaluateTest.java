package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A student trains, and asks how good the network is on rows that it has not seen. */
class EvaluateTest extends WindowCase {

  @BeforeEach
  void start() {
    window.robot.choose("#speed", "Full speed");
  }

  @Test
  void accuracyOnTestRowsIsReadBesideTheBaseline() {
    window.robot.shortcut(KeyCode.DIGIT3);
    window.robot.waitForText("#evaluate-state", "Nothing is trained yet");
    assertFalse(window.robot.shows("#evaluate-confusion"), "no scores before there are any");
    window.robot.click("#evaluate-action");
    window.robot.waitForText("#run-state", "Finished");
    window.robot.click("#evaluate-test");
    window.robot.waitForText("#evaluate-count", "test rows");
    assertTrue(Double.parseDouble(window.robot.text("#evaluate-accuracy")) > 0.8);
    window.robot.waitForText("#evaluate-linear", "No linear model");
    window.robot.click("#evaluate-training");
    window.robot.waitForText("#evaluate-count", "training rows");
  }

  @Test
  void aRunThatTrainsIsNotOfferedAgain() {
    window.robot.choose("#speed", "Each batch");
    window.robot.press(KeyCode.F5);
    window.robot.shortcut(KeyCode.DIGIT3);
    window.robot.waitForText("#evaluate-state", "The first run is training.");
    assertFalse(window.robot.shows("#evaluate-action"));
  }

  @Test
  void cellOfTheConfusionMatrixListsItsRows() {
    window.robot.press(KeyCode.F5);
    window.robot.waitForText("#run-state", "Finished");
    window.robot.shortcut(KeyCode.DIGIT3);
    window.robot.waitForText("#evaluate-count", "validation rows");
    window.robot.click("#confusion-0-0");
    var count = window.robot.text("#confusion-0-0");
    window.robot.waitForText("#evaluate-rows-heading", ": " + count + " rows");
    assertEquals("Test rows", window.robot.text("#evaluate-test"));
  }
}
