package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A control that is disabled while it has the focus hands it to no button of the tools. */
class KeptFocusTest extends WindowCase {

  @BeforeEach
  void start() {
    window.robot.choose("#speed", "Full speed");
  }

  @Test
  void focusStaysOnTheScreenWhenTheButtonThatHasItIsDisabled() {
    var robot = window.robot;
    robot.press(KeyCode.F5);
    robot.waitForText("#run-state", "Finished");
    robot.click("#reset");
    robot.waitForText("#live-state", "No run yet");
    robot.frames(3);
    assertTrue(hasFocusIn("#screens"));
    robot.press(KeyCode.SPACE);
    robot.waitForText("#run-state", "Finished");
  }

  @Test
  void focusStaysOnTheScreenWhenAStudyBegins() {
    var robot = window.robot;
    robot.press(KeyCode.F5);
    robot.waitForText("#run-state", "Finished");
    robot.shortcut(KeyCode.DIGIT3);
    robot.click("#evaluate-tab-compare");
    robot.click("#evaluate-study-start");
    robot.frames(5);
    assertTrue(hasFocusIn("#screens"));
  }

  private boolean hasFocusIn(String id) {
    return FxThread.call(
        () -> {
          var screen = window.scene().lookup(id);
          for (Node at = window.scene().getFocusOwner(); at != null; at = at.getParent()) {
            if (at.equals(screen)) {
              return true;
            }
          }
          return false;
        });
  }
}
