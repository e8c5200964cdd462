package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanLabelTest {

  @TempDir private Path folder;

  @Test
  void formsAboveItStayWhereTheyAreWhenItsWordsTakeAnotherLine() {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var robot = window.robot;
      robot.choose("#speed", "Full speed");
      var before = height(window);
      robot.press(KeyCode.F5);
      robot.waitForText("#run-state", "Finished");
      robot.enter("#network-hidden-0-units", "12");
      robot.waitForText("#plan", "Layers changed: Train starts from initial weights. The");
      robot.frames(3);
      assertEquals(before, height(window));
      assertTrue(before > 20);
    }
  }

  private static double height(OpenWindow window) {
    return FxThread.call(() -> ((Region) window.scene().lookup("#plan")).getHeight());
  }
}
