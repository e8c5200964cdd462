package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.file.OwnFolder;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.MouseEvents;
import dev.neuralworkbench.testing.Showing;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.TextSize;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import dev.neuralworkbench.ui.workspace.preferences.PreferencesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was chosen outlives even a crash, and a later start brings its files to the window. */
class RememberedTest {

  @TempDir private Path folder;

  @Test
  void sizeLookAndLanguageAreThereAtTheNextStart() {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var usual = FxThread.call(() -> textSize(window));
      FxThread.run(
          () -> {
            window.workbench.theme.text.set(TextSize.PERCENT_125);
            window.workbench.theme.appearance.set(Appearance.DARK);
            window.workbench.messages.language().set(Language.CHINESE);
          });
      window.robot.waitUntil("larger text", () -> textSize(window) == usual * 1.25);
    }
    var kept = new PreferencesFile(new OwnFolder(folder)).read();
    assertEquals(TextSize.PERCENT_125, kept.window().text());
    assertEquals(Appearance.DARK, kept.appearance());
    assertEquals(Language.CHINESE, kept.language());
    try (var window = new OpenWindow(folder, null)) {
      window.robot.waitUntil("larger text", () -> textSize(window) > 14);
      assertEquals(TextSize.PERCENT_125, FxThread.call(() -> window.workbench.theme.text.get()));
    }
  }

  private static double textSize(OpenWindow window) {
    return ((Label) window.scene().lookup("#status-facts")).getFont().getSize();
  }

  @Test
  void theWindowIsWhereItWasUnlessThatScreenIsGone() {
    var size = OpenWindow.SMALL.window();
    var there = new Preferences.WindowSize(size.width(), 800, false, 0, 70, size.text());
    try (var window = new OpenWindow(folder, OpenWindow.with(OpenWindow.SMALL, there))) {
      assertEquals(70, FxThread.call(window.stage::getY));
    }
    var gone = new Preferences.WindowSize(size.width(), 800, false, 9000, 70, size.text());
    try (var window = new OpenWindow(folder, OpenWindow.with(OpenWindow.SMALL, gone))) {
      assertTrue(FxThread.call(window.stage::getX) < 1000);
    }
  }

  @Test
  void screenThatShowedAndColumnsThatWereDraggedAreAsTheyWere() {
    double dragged;
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      window.robot.shortcut(KeyCode.DIGIT1);
      window.robot.frames(10);
      var usual = FxThread.call(() -> headWidth(window));
      FxThread.run(
          () -> {
            var handle = window.scene().lookup(".grid-handle");
            MouseEvents.fire(handle, MouseEvent.MOUSE_PRESSED, 0, 0);
            MouseEvents.fire(handle, MouseEvent.MOUSE_DRAGGED, 60, 0);
          });
      window.robot.waitUntil("dragged", () -> headWidth(window) > usual + 50);
      dragged = FxThread.call(() -> headWidth(window));
      FxThread.run(() -> window.workbench.theme.appearance.set(Appearance.DARK));
    }
    try (var window = new OpenWindow(folder, null)) {
      window.robot.frames(10);
      assertTrue(window.robot.shows("#data-panes"), "the screen that showed");
      assertEquals(dragged, FxThread.call(() -> headWidth(window)), 1.5);
    }
  }

  private static double headWidth(OpenWindow window) {
    return ((Region) window.scene().lookup(".column-head")).getWidth();
  }

  @Test
  void firstStartSaysWhatToPressAndNoLaterOneDoes() {
    try (var window = new OpenWindow(folder, null)) {
      assertTrue(window.robot.shows("#first-steps"));
      window.robot.press(KeyCode.F5);
      window.robot.waitForText("#run-state", "Training");
      assertTrue(window.robot.shows("#first-steps"), "it says what to look at, too");
      assertFalse(firstSteps(window).contains("Press Train"), "that is done");
      FxThread.run(() -> window.workbench.trainer().stop());
      window.robot.waitForText("#run-state", "Finished");
      window.robot.waitUntilGone("#first-steps");
    }
    try (var window = new OpenWindow(folder, null)) {
      assertFalse(window.robot.shows("#first-steps"));
    }
  }

  private static String firstSteps(OpenWindow window) {
    return FxThread.call(
        () ->
            Showing.tree(window.scene().lookup("#first-steps"))
                .map(Showing::text)
                .collect(Collectors.joining("\n")));
  }

  /** A program that is killed has no time to remember anything. */
  @Test
  void firstStartThatIsKilledWasTheFirst() {
    var window = new OpenWindow(folder, null);
    assertTrue(Files.exists(folder.resolve("settings.json")));
    window.close();
  }

  @Test
  void aLaterStartBringsItsFiles() throws IOException {
    var table = Files.writeString(folder.resolve("花 1.csv"), "a,b,kind\n1,2,x\n3,4,y\n5,6,x\n");
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      FxThread.run(() -> window.workbench.come(List.of(table)));
      window.robot.waitForText("#status-facts", "花 1.csv");
    }
  }

  /** Else the answer to the question would be about another document. */
  @Test
  void whatIsBeingAskedIsAnsweredBeforeTheFilesOfALaterStart() throws IOException {
    var table = Files.writeString(folder.resolve("later.csv"), "a,b,kind\n1,2,x\n3,4,y\n5,6,x\n");
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var question = new Object();
      Platform.runLater(() -> Platform.enterNestedEventLoop(question));
      assertTrue(FxThread.call(() -> window.workbench.come(List.of(table))));
      window.robot.frames(60);
      assertTrue(window.robot.text("#status-facts").startsWith("circles"));
      FxThread.run(() -> Platform.exitNestedEventLoop(question, true));
      window.robot.waitForText("#status-facts", "later.csv");
    }
  }
}
