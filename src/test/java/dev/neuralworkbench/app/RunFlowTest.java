package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.train.Intervention;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A student holds a run, changes its learning rate, steps, and lets it go on. */
class RunFlowTest {

  @TempDir private Path folder;

  @Test
  void runIsHeldItsRateChangedSteppedAndResumedToItsEnd() {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var robot = window.robot;
      robot.press(KeyCode.F5);
      robot.waitForText("#live-state", "Training");
      robot.click("#train");
      robot.waitForText("#run-state", "Paused");
      robot.enter("#training-optimizer-learningRate", "0.05");
      robot.press(KeyCode.ENTER);
      robot.click("#step-epoch");
      robot.waitForText("#live-state", "Paused after epoch");
      var held = robot.text("#live-state");
      robot.click("#step-batch");
      robot.frames(10);
      assertEquals(held, robot.text("#live-state"), "a batch is no epoch");
      assertEquals("Within epoch", robot.text("#scrubber-name"));
      robot.choose("#speed", "Full speed");
      assertEquals("Resume", robot.text("#train"));
      robot.click("#train");
      robot.waitForText("#run-state", "Finished");
      robot.waitForText("#live-state", " restored");
      var history = FxThread.call(() -> window.workbench.trainer().run().get().history());
      var rates =
          history.interventions().stream()
              .filter(Intervention.RateChange.class::isInstance)
              .map(Intervention.RateChange.class::cast)
              .toList();
      assertEquals(List.of(0.05), rates.stream().map(Intervention.RateChange::after).toList());
      assertTrue(rates.getFirst().epoch() > 0, "it is told from when on the rate was another");
    }
  }

  /** Weights that are restored are those of an epoch, wherever in another the run was ended. */
  @Test
  void runEndedWithinAnEpochShowsTheBestOneUnchanged() {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var robot = window.robot;
      robot.press(KeyCode.F6);
      robot.waitForText("#live-state", "Paused after epoch 1 of 200");
      robot.press(KeyCode.F6);
      robot.waitForText("#live-state", "Paused after epoch 2 of 200");
      robot.press(KeyCode.F7);
      robot.waitForText("#scrubber-place", "3 of 200");
      var validation = robot.text("#live-validation-loss");
      robot.click("#stop");
      robot.waitForText("#live-state", "Stopped manually after epoch 2");
      assertFalse(robot.text("#live-state").contains("edited"), robot.text("#live-state"));
      assertEquals("2 of 2", robot.text("#scrubber-place"));
      assertNotEquals(validation, robot.text("#live-validation-loss"));
    }
  }

  /** Keys run and step while the field has the focus still: what stands in it is what counts. */
  @Test
  void rateThatIsTypedInAPauseCountsForTheNextKey() {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var robot = window.robot;
      robot.press(KeyCode.F6);
      robot.waitForText("#live-state", "Paused after epoch 1 of 200");
      robot.enter("#training-optimizer-learningRate", "0.02");
      robot.press(KeyCode.F6);
      robot.waitForText("#live-state", "Paused after epoch 2 of 200");
      robot.choose("#speed", "Full speed");
      robot.enter("#training-optimizer-learningRate", "0.03");
      robot.press(KeyCode.F5);
      robot.waitForText("#run-state", "Finished");
      var history = FxThread.call(() -> window.workbench.trainer().run().get().history());
      assertEquals(0.02, history.learningRate(1));
      assertEquals(0.03, history.learningRate(2));
    }
  }

  /** Changed settings start afresh; a key of its own goes on with the weights that there are. */
  @Test
  void settingsChangedWhileARunIsHeldCountFromTheNextStart() {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var robot = window.robot;
      robot.press(KeyCode.F6);
      robot.waitForText("#live-state", "Paused after epoch 1 of 200");
      robot.waitForText("#plan", "Paused: Resume (F5) continues.");
      robot.enter("#training-batchSize", "8");
      robot.shortcut(KeyCode.SHIFT, KeyCode.F5);
      robot.waitForText(
          "#live-comparison", "This run did not start from the initial weights of its seed");
      robot.click("#stop");
      robot.waitForText("#run-state", "Finished");
      robot.enter("#training-batchSize", "9");
      robot.waitForText(
          "#plan", "Settings changed: Train starts from initial weights. Ctrl+Shift+F5 continues");
      robot.press(KeyCode.F6);
      robot.waitForText("#live-comparison", "Compared with the previous run: batch size 8 → 9");
    }
  }

  @Test
  void noSpeedAndNoTimeLeftAreToldOfARunThatIsHeld() {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var robot = window.robot;
      for (var epoch = 1; epoch <= 3; epoch++) {
        robot.press(KeyCode.F6);
        robot.waitForText("#live-state", "Paused after epoch " + epoch);
      }
      robot.frames(30);
      assertEquals("", robot.text("#status-progress-name"), "the epoch is told on the screen");
      assertEquals("", robot.text("#status-progress-text"));
    }
  }
}
