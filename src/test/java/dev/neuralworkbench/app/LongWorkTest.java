package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.ui.common.dialog.Dialogs.Unsaved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work that takes long shows how far it is, and can be given up without a trace. */
@Tag("thorough")
class LongWorkTest extends WindowCase {

  private static final int ROWS = 240_000;
  private static final int COLUMNS = 200;

  @TempDir private static Path data;

  @BeforeAll
  static void makeLargeFile() throws IOException {
    try (var file = Files.newBufferedWriter(large())) {
      for (var column = 1; column < COLUMNS; column++) {
        file.write("x" + column + ",");
      }
      file.write("last\n");
      var lines =
          new String[] {"0.5,".repeat(COLUMNS - 1) + "1\n", "0.7,".repeat(COLUMNS - 1) + "2\n"};
      for (var row = 0; row < ROWS; row++) {
        file.write(lines[row % 2]);
      }
    }
  }

  private static Path large() {
    return data.resolve("large.csv");
  }

  @BeforeEach
  void start() {
    window.train();
    window.robot.find("#picture-view"); // Which comes a moment later.
    window.dialogs.unsaved = Unsaved.DISCARD;
    window.dialogs.data = Optional.of(large());
  }

  @Test
  void readingDataShowsProgressAndCancelLeavesEverythingAsItWas() {
    var robot = window.robot;
    var title = FxThread.call(window.stage::getTitle);
    robot.click("#open-data");
    robot.waitForText("#status-progress-name", "Reading data");
    robot.waitUntil("progress", () -> progress() > 0);
    robot.waitForText("#status-progress-text", "left");
    robot.click("#status-cancel");
    robot.waitUntil("idle", () -> !window.scene().lookup("#status-progress").isVisible());
    assertTrue(robot.text("#status-facts").startsWith("circles"));
    assertTrue(robot.text("#live-state").startsWith("Finished"));
    assertEquals(title, FxThread.call(window.stage::getTitle));
    assertFalse(robot.shows("#error"));
    robot.clickText("Edit");
    robot.clickText("Undo: Train");
    robot.waitForText("#live-state", "No run yet");
  }

  @Test
  void readingRowsToAnswerShowsProgressAndCancelLeavesEarlierAnswers() {
    var robot = window.robot;
    robot.shortcut(KeyCode.DIGIT5);
    robot.click("#predict-rows-data");
    robot.waitForText("#predict-rows-facts", "circles: 300 rows predicted.");
    robot.click("#predict-rows-open");
    robot.waitForText("#predict-rows-working", "large.csv");
    robot.waitForText("#status-progress-name", "Reading rows");
    robot.waitUntil("progress", () -> progress() > 0);
    robot.click("#status-cancel");
    robot.waitUntil("idle", () -> !window.scene().lookup("#status-progress").isVisible());
    assertFalse(robot.shows("#predict-rows-working"));
    assertEquals("circles: 300 rows predicted.", robot.text("#predict-rows-facts"));
    assertFalse(robot.shows("#error"));
  }

  @Test
  void preparingARunCanBeGivenUpAndTrainedAgain() {
    var robot = window.robot;
    robot.click("#open-data");
    robot.waitForText("#data-facts", "240,000 rows");
    robot.waitForText("#plan", "Train starts");
    giveUpPreparing();
    robot.waitForText("#run-state", "Ready");
    assertFalse(robot.shows("#error"));
    robot.press(KeyCode.F5);
    robot.waitForText("#run-state", "Training");
    robot.click("#stop");
    robot.waitForText("#run-state", "Finished");
  }

  /** On a machine with other work the click may come too late, and ends the training: once more. */
  private void giveUpPreparing() {
    var robot = window.robot;
    for (var again = 0; again < 3 && !robot.text("#run-state").startsWith("Ready"); again++) {
      robot.press(KeyCode.F5);
      robot.waitForText("#status-progress-name", "Preparing rows");
      robot.click("#status-cancel");
      robot.waitUntil("an end", () -> !robot.text("#run-state").isEmpty() && !isBusy());
    }
  }

  private boolean isBusy() {
    return window.scene().lookup("#status-progress").isVisible();
  }

  private double progress() {
    return window.scene().lookup("#status-progress .progress-bar") instanceof ProgressBar bar
        ? bar.getProgress()
        : -1;
  }
}
