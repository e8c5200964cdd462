package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Showing;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The program's own dialogs, on a display. */
@Tag("display")
class DialogsTest extends WindowCase {

  @Override
  protected OpenWindow open() {
    return OpenWindow.withItsOwnDialogs(folder, OpenWindow.SMALL);
  }

  @Test
  void unsavedWorkIsAskedAboutAndKeptOrLost() {
    var robot = window.robot;
    robot.press(KeyCode.F6);
    robot.waitForText("#live-state", "epoch 1");
    robot.shortcut(KeyCode.Q);
    var save = robot.find("#unsaved-save");
    assertEquals("Save", robot.text("#unsaved-save"));
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(save.getScene())));
    robot.press(KeyCode.ESCAPE);
    robot.waitUntilGone("#unsaved-save");
    assertTrue(window.stage.isShowing());
    robot.shortcut(KeyCode.Q);
    robot.click("#unsaved-cancel");
    robot.waitUntilGone("#unsaved-save");
    assertTrue(window.stage.isShowing());
    assertTrue(FxThread.call(window.stage::getTitle).startsWith("•"));
    robot.shortcut(KeyCode.Q);
    robot.click("#unsaved-discard");
    robot.waitUntil("closed", () -> !window.stage.isShowing());
  }

  @Test
  void aStartDuringAQuestionIsAskedAboutAfterItsAnswer() throws IOException {
    var robot = window.robot;
    startLater("a.csv");
    robot.waitForText("#status-facts", "a.csv");
    robot.press(KeyCode.F6);
    robot.waitForText("#live-state", "epoch 1");
    startLater("b.csv");
    var first = robot.find("#unsaved-save").getScene();
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(first)));
    startLater("c.csv");
    robot.press(KeyCode.ESCAPE);
    robot.waitUntil(
        "the next question",
        () ->
            Showing.nodes().stream()
                .map(Showing::text)
                .anyMatch(it -> it.endsWith("To be opened next: c.csv")));
    robot.click("#unsaved-discard");
    robot.waitForText("#status-facts", "c.csv");
  }

  private void startLater(String name) throws IOException {
    var text = "x,y,kind\n1,2,x\n3,4,y\n5,6,x\n2,7,y\n";
    var table = Files.writeString(folder.resolve(name), text);
    FxThread.run(() -> assertTrue(window.workbench.come(List.of(table))));
  }

  @Test
  void aboutTellsTheVersionAndIsLeftWithAKey() {
    var robot = window.robot;
    robot.clickText("Help");
    robot.clickText("About Neural Workbench");
    robot.find("#about-close");
    robot.press(KeyCode.ESCAPE);
    robot.waitUntilGone("#about-close");
    assertFalse(robot.shows("#error"));
  }

  @Test
  void helpStaysBesideTheWindowAndFollowsIt() {
    var robot = window.robot;
    robot.press(KeyCode.F1);
    var help = robot.find("#help").getScene().getWindow();
    assertTrue(FxThread.call(() -> help.getHeight() >= 400), "a window that nothing squeezes");
    assertTrue(FxThread.call(() -> title(help).equals("Live")), () -> title(help));
    FxThread.run(window.stage::requestFocus);
    robot.waitUntil("the window has the keyboard", window.stage::isFocused);
    robot.shortcut(KeyCode.DIGIT4);
    robot.waitUntil("the page follows", () -> title(help).equals("Backprop"));
    robot.press(KeyCode.F1);
    robot.waitUntil("the help has the keyboard again", help::isFocused);
    assertEquals(
        1L, FxThread.call(() -> Showing.nodes().stream().filter(Showing.withId("#help")).count()));
    robot.press(KeyCode.ESCAPE);
    robot.waitUntilGone("#help");
  }

  private static String title(Window help) {
    return help.getScene().lookup("#help-page .screen-title") instanceof Label label
        ? label.getText()
        : "";
  }

  @Test
  void menusAreOpenedByTheirLettersAndUsedWithTheKeyboard() {
    var robot = window.robot;
    robot.hover("#run-state"); // Not over a list that opens.
    robot.press(KeyCode.ALT, KeyCode.V);
    robot.find("#menu-presenter");
    robot.press(KeyCode.ESCAPE);
    robot.waitUntilGone("#menu-presenter");
    robot.press(KeyCode.ALT, KeyCode.F);
    robot.find("#menu-open-data");
    robot.press(KeyCode.DOWN);
    robot.press(KeyCode.DOWN);
    robot.press(KeyCode.RIGHT);
    robot.press(KeyCode.DOWN);
    robot.press(KeyCode.ENTER);
    robot.waitForText("#status-facts", "moons");
  }
}
