package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Screenshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What cannot be saved is told with its reason, and stays unsaved. */
@Tag("thorough")
class NotSavedTest extends WindowCase {

  @Test
  void folderThatIsGoneIsNamedAndAnotherPlaceOffered() throws IOException {
    var robot = window.robot;
    var gone = Files.createDirectory(folder.resolve("gone"));
    window.dialogs.saved = Optional.of(gone.resolve("m.nnw"));
    robot.press(KeyCode.F6);
    robot.waitForText("#live-state", "epoch 1");
    robot.shortcut(KeyCode.S);
    robot.waitForText("#status-message", "Saved m.nnw");
    robot.press(KeyCode.F6);
    robot.waitForText("#live-state", "epoch 2");
    Files.delete(gone.resolve("m.nnw"));
    Files.delete(gone);
    robot.shortcut(KeyCode.S);
    robot.waitForText(
        "#error-sentence", "m.nnw was not saved: the folder " + gone + " does not exist.");
    assertKept("• m.nnw – Neural Workbench", 2);
    assertOffersAnotherPlace();
  }

  @Test
  void diskThatIsFullIsToldAndAnotherPlaceOffered() throws IOException {
    var robot = window.robot;
    var full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "a system with a device that is always full");
    window.dialogs.saved = Optional.of(full);
    robot.press(KeyCode.F6);
    robot.waitForText("#live-state", "epoch 1");
    robot.shortcut(KeyCode.S);
    robot.waitForText("#error-sentence", "full was not saved: the disk is full. Free some space");
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(window.scene())));
    assertKept("• circles – Neural Workbench", 1);
    assertOffersAnotherPlace();
  }

  /** Beside "was not saved" it would say that it was. */
  @Test
  void whatWasSavedBeforeIsNoLongerSaid() {
    var robot = window.robot;
    window.dialogs.saved = Optional.of(folder.resolve("m.nnw"));
    robot.press(KeyCode.F6);
    robot.waitForText("#live-state", "epoch 1");
    robot.shortcut(KeyCode.S);
    robot.waitForText("#status-message", "Saved m.nnw");
    window.dialogs.saved = Optional.of(folder.resolve("没有").resolve("n.nnw"));
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.S);
    robot.waitForText("#error-sentence", "was not saved");
    assertEquals("", robot.text("#status-message"));
  }

  @Test
  void folderThatTakesNoFileIsToldAndAnotherPlaceOffered() throws IOException {
    var robot = window.robot;
    var closed = Path.of("/sys");
    assumeTrue(Files.isDirectory(closed), "a system with a folder that is closed to everybody");
    window.dialogs.saved = Optional.of(closed.resolve("m.nnw"));
    robot.press(KeyCode.F6);
    robot.waitForText("#live-state", "epoch 1");
    robot.shortcut(KeyCode.S);
    robot.waitForText(
        "#error-sentence", "m.nnw was not saved: no file can be created in the folder /sys.");
    assertOffersAnotherPlace();
  }

  @Test
  void workThatCannotBeBackedUpIsToldWithTheFolderAndSavedAtAPress() throws IOException {
    var robot = window.robot;
    Files.writeString(folder.resolve("unsaved"), "in the way");
    robot.press(KeyCode.F6);
    robot.waitForText("#live-state", "epoch 1");
    robot.waitForText(
        "#error-sentence", "the folder " + folder.resolve("unsaved") + " cannot be written to");
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(window.scene())));
    Screenshot.write(window.scene(), "not-kept");
    assertKept("• circles – Neural Workbench", 1);
    assertOffersAnotherPlace();
  }

  private void assertKept(String title, int epochs) {
    assertEquals(title, FxThread.call(window.stage::getTitle));
    var trained = FxThread.call(() -> window.workspace().document().get().trained());
    assertEquals(epochs, trained.history().epochs());
  }

  private void assertOffersAnotherPlace() throws IOException {
    var robot = window.robot;
    window.dialogs.saved = Optional.of(folder.resolve("kept.nnw"));
    robot.click("#error-remedy");
    robot.waitForText("#status-message", "Saved kept.nnw");
    assertFalse(robot.shows("#error"));
    assertEquals("kept.nnw – Neural Workbench", FxThread.call(window.stage::getTitle));
    try (var files = Files.walk(folder)) {
      assertEquals(List.of(), files.filter(it -> it.toString().endsWith(".saving")).toList());
    }
  }

  @Test
  void modelThatFindsNoPlaceStaysUnsavedUntilItFindsOne() throws IOException {
    var robot = window.robot;
    robot.press(KeyCode.F6);
    robot.waitForText("#live-state", "epoch 1");
    window.dialogs.saved = Optional.of(folder.resolve("没有").resolve("m.nnw"));
    robot.shortcut(KeyCode.S);
    robot.waitForText(
        "#error-sentence",
        "m.nnw was not saved: the folder " + folder.resolve("没有") + " does not exist.");
    Screenshot.write(window.scene(), "not-saved");
    assertTrue(FxThread.call(window.stage::getTitle).startsWith("•"));
    window.dialogs.saved = Optional.of(Files.createDirectory(folder.resolve("m.nnw")));
    robot.shortcut(KeyCode.S);
    robot.waitForText("#error-sentence", "m.nnw is a folder.");
    window.dialogs.saved = Optional.of(folder.resolve("kept.nnw"));
    robot.shortcut(KeyCode.S);
    robot.waitForText("#status-message", "Saved kept.nnw");
    assertEquals("kept.nnw – Neural Workbench", FxThread.call(window.stage::getTitle));
  }
}
