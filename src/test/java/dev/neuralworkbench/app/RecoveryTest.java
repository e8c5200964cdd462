package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.ui.common.dialog.Dialogs.Unsaved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A crash loses no more than a few seconds of work. */
@Tag("thorough")
class RecoveryTest extends WindowCase {

  private static final Path IRIS = Path.of("src", "test", "resources", "data", "iris.csv");

  @BeforeEach
  void start() {
    trainIris();
    window.robot.waitUntil("written down", () -> models() == 1);
  }

  @Test
  void workLostByACrashIsRestoredWithItsDataAndIsStillUnsaved() {
    crash();
    var robot = window.robot;
    var said = robot.text("#recovery-sentence");
    var begin = "The program ended without saving a network trained on iris.csv for \\d+ epochs";
    assertTrue(said.matches(begin + "\\. Last backup: today at \\d+:\\d\\d\\."), said);
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(window.scene())));
    robot.click("#recovery-restore");
    robot.waitForText("#status-message", "Restored iris.csv");
    robot.waitForText("#live-state", "restored");
    robot.waitForText("#plan", "Train continues");
    assertFalse(robot.shows("#recovery"));
    assertEquals("• iris.csv – Neural Workbench", FxThread.call(window.stage::getTitle));
    robot.shortcut(KeyCode.Z);
    robot.waitForText("#status-facts", "circles");
  }

  @Test
  void discardedWorkIsGoneAndWhatWasNotDecidedIsOfferedAgain() {
    crash();
    crash();
    window.robot.click("#recovery-discard");
    assertFalse(window.robot.shows("#recovery-discard"));
    crash();
    assertFalse(window.robot.shows("#recovery"));
  }

  @Test
  void discardedWorkIsBroughtBackUntilTheBarIsClosed() {
    crash();
    var robot = window.robot;
    robot.click("#recovery-discard");
    robot.waitForText("#recovery-sentence", "Discarded a network trained on iris.csv for");
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(window.scene())));
    robot.click("#recovery-bringBack");
    robot.click("#recovery-restore");
    robot.waitForText("#status-message", "Restored iris.csv");
    crash();
    robot = window.robot;
    robot.click("#recovery-discard");
    assertEquals(1, models());
    robot.click("#recovery-forgo");
    assertFalse(robot.shows("#recovery"));
    assertEquals(0, models());
  }

  @Test
  void closingInOrderLeavesNothingToRestore() {
    window.dialogs.unsaved = Unsaved.DISCARD;
    window.robot.shortcut(KeyCode.Q);
    window.robot.waitUntil("closed", () -> !window.stage.isShowing());
    window.robot.waitUntil("removed", () -> models() == 0);
    crash();
    assertFalse(window.robot.shows("#recovery"));
  }

  private void crash() {
    window.close();
    window = new OpenWindow(folder, null);
  }

  private void trainIris() {
    window.dialogs.data = Optional.of(IRIS);
    window.robot.shortcut(KeyCode.O);
    window.robot.waitForText("#status-facts", "iris.csv");
    window.train();
  }

  private long models() {
    var unsaved = folder.resolve("unsaved");
    if (!Files.exists(unsaved)) {
      return 0;
    }
    try (var files = Files.list(unsaved)) {
      return files.filter(file -> file.toString().endsWith(".nnw")).count();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
