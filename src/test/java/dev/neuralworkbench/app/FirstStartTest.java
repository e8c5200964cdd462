package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Showing;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.skin.ComboBoxBaseSkin;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** A stranger starts the program and presses keys. */
class FirstStartTest extends WindowCase {

  @Test
  void keyTrainsTheSampleAndCurvesAreDrawn() {
    var begun = System.nanoTime();
    window.robot.press(KeyCode.F5);
    window.robot.waitForText("#run-state", "Training");
    window.robot.waitForText("#scrubber-place", "of 200");
    window.robot.waitForText("#live-state", "Training");
    window.robot.waitForText("#run-state", "Finished");
    assertTrue(System.nanoTime() - begun > 7_500_000_000L, "a run can be watched for 8 s");
    window.robot.waitForText("#live-state", "Finished: all 200 epochs done");
    assertTrue(window.robot.text("#plan").contains("200 more epochs"));
  }

  /** Also a list that nobody has come near yet. */
  @Test
  void everyListShowsWhatIsChosen() {
    var shown =
        FxThread.call(
            () ->
                Showing.nodes().stream()
                    .filter(it -> it instanceof ComboBox<?> box && box.getValue() != null)
                    .map(it -> (ComboBoxBaseSkin<?>) ((ComboBox<?>) it).getSkin())
                    .map(it -> ((Labeled) it.getDisplayNode()).getText())
                    .toList());
    assertTrue(shown.contains("Auto"), () -> "" + shown);
    assertTrue(shown.stream().noneMatch(it -> it == null || it.isBlank()), () -> "" + shown);
  }

  @Test
  void spaceBarTrainsFromThePictureAndHoldsAndGoesOn() {
    window.robot.press(KeyCode.SPACE);
    window.robot.waitForText("#run-state", "Training");
    window.robot.press(KeyCode.SPACE);
    window.robot.waitForText("#run-state", "Paused");
    assertEquals("Resume", window.robot.text("#train"));
    window.robot.press(KeyCode.SPACE);
    window.robot.waitForText("#run-state", "Training");
    window.robot.click("#stop");
    window.robot.waitForText("#run-state", "Finished");
    window.robot.waitForText("#live-state", "Stopped manually");
  }

  @Test
  void spaceBarInAFieldDoesNotTrain() {
    window.robot.click("#training-seed");
    window.robot.press(KeyCode.SPACE);
    window.robot.frames(10);
    assertEquals("Ready", window.robot.text("#run-state"));
  }

  @Test
  void stepsTrainOneBatchOrOneEpochAtATime() {
    window.robot.press(KeyCode.F7);
    window.robot.waitForText("#run-state", "Paused");
    window.robot.click("#step-epoch");
    window.robot.waitForText("#live-state", "Paused after epoch 1 of 200");
    window.robot.press(KeyCode.F6);
    window.robot.waitForText("#live-state", "Paused after epoch 2 of 200");
    window.robot.click("#reset");
    window.robot.waitForText("#run-state", "Ready");
    assertTrue(window.robot.text("#plan").contains("initial weights"));
  }

  @Test
  void fullSpeedIsOneChoiceAway() {
    window.train();
  }
}
