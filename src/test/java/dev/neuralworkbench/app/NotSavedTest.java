package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Screenshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be saved is told with its reason, and stays unsaved. */
class NotSavedTest {

  @TempDir private Path folder;
  private OpenWindow window;

  @BeforeEach
  void start() {
    window = new OpenWindow(folder, OpenWindow.SMALL);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void modelThatFindsNoPlaceStaysUnsavedUntilItFindsOne() throws IOException {
    var robot = window.robot;
    robot.press(KeyCode.F6);
    robot.waitForText("#live-state", "epoch 1");
    window.dialogs.saved = Optional.of(folder.resolve("没有").resolve("m.nnw"));
    robot.shortcut(KeyCode.S);
    robot.waitForText(
        "#error-sentence", "m.nnw was not saved: there is no folder " + folder.resolve("没有") + ".");
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
