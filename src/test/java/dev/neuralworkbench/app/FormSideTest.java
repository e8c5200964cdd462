package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The forms give way to screens that need the room, unless the user has chosen otherwise. */
@Tag("display")
class FormSideTest {

  @TempDir private Path folder;

  private OpenWindow open(double width, double height) {
    return new OpenWindow(
        folder,
        OpenWindow.with(OpenWindow.SMALL, new Preferences.WindowSize(width, height, false)));
  }

  @Test
  void formsAreHiddenWhereTheScreenIsWantedAndShownByAKeyFromThenOn() {
    try (var window = open(1366, 768)) {
      var robot = window.robot;
      assertTrue(robot.shows("#experiment"));
      robot.shortcut(KeyCode.DIGIT3);
      assertFalse(robot.shows("#experiment"));
      robot.press(KeyCode.F9);
      assertTrue(robot.shows("#experiment"));
      robot.shortcut(KeyCode.DIGIT5);
      assertFalse(robot.shows("#experiment"));
      robot.shortcut(KeyCode.DIGIT3);
      assertTrue(robot.shows("#experiment"), "chosen for this screen");
      robot.shortcut(KeyCode.DIGIT2);
      robot.click("#show-forms");
      assertFalse(robot.shows("#experiment"));
    }
  }

  @Test
  void aWideWindowLeavesItsRoomToWhatWasLearned() {
    try (var window = open(1600, 1000)) {
      assertTrue(window.robot.shows("#experiment"));
      window.robot.shortcut(KeyCode.DIGIT3);
      assertFalse(window.robot.shows("#experiment"));
    }
  }

  @Test
  void edgeIsMovedByKeysWithinItsBounds() {
    try (var window = open(1366, 768)) {
      var robot = window.robot;
      var before = width(window);
      assertEquals(301, before, 1);
      var edge = robot.find("#forms-edge");
      FxThread.run(edge::requestFocus);
      robot.press(KeyCode.RIGHT);
      assertEquals(before + 14, width(window), 1);
      for (var i = 0; i < 20; i++) {
        robot.press(KeyCode.RIGHT);
      }
      assertEquals(420, width(window), 1);
      for (var i = 0; i < 20; i++) {
        robot.press(KeyCode.LEFT);
      }
      assertEquals(280, width(window), 1);
    }
  }

  private static double width(OpenWindow window) {
    return FxThread.call(() -> ((Region) window.scene().lookup("#experiment")).getWidth());
  }
}
