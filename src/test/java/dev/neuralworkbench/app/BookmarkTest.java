package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.WorkedNetwork;
import dev.neuralworkbench.testing.FxThread;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lecture opens where it was saved. */
class BookmarkTest {

  @TempDir private Path folder;

  private static void open(OpenWindow window, Document document) {
    FxThread.run(() -> window.workspace().open("command.openWorked", document));
    window.robot.shortcut(KeyCode.DIGIT4);
    window.robot.waitForText("#backprop-count", "of");
  }

  @Test
  void aFileSavedOnBackpropOpensThere() {
    var file = folder.resolve("lecture.nnw");
    String heading;
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      open(window, WorkedNetwork.SOLVED_XOR.document("XOR"));
      window.robot.enter("#backprop-row", "3");
      window.robot.press(KeyCode.ENTER);
      window.robot.choose("#backprop-grain", "Weight");
      for (var i = 0; i < 14; i++) {
        window.robot.press(KeyCode.RIGHT);
      }
      window.robot.waitForText("#backprop-count", "Step 15 of");
      heading = window.robot.text("#backprop-heading");
      window.dialogs.saved = Optional.of(file);
      window.robot.shortcut(KeyCode.S);
      window.robot.waitForText("#status-message", "lecture.nnw");
    }
    try (var window = new OpenWindow(folder, OpenWindow.SMALL, file)) {
      window.robot.waitForText("#backprop-count", "Step 15 of");
      assertEquals(heading, window.robot.text("#backprop-heading"));
      assertEquals("3", window.robot.text("#backprop-row"));
      // Saved elsewhere, it opens to predict, as every model does.
      window.robot.shortcut(KeyCode.DIGIT2);
      window.robot.shortcut(KeyCode.S);
      window.robot.waitForText("#status-message", "Saved");
    }
    try (var window = new OpenWindow(folder, OpenWindow.SMALL, file)) {
      window.robot.waitUntil(
          "the form",
          () ->
              window.scene().lookup("#predict-fill") != null
                  && window
                      .scene()
                      .lookup("#tab-predict")
                      .getPseudoClassStates()
                      .toString()
                      .contains("selected"));
      assertTrue(window.robot.text("#status-message").contains("lecture.nnw"));
    }
  }
}
