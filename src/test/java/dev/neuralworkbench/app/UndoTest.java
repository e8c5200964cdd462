package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.Speed;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Everything that a user changes can be taken back. */
@Tag("thorough")
class UndoTest extends WindowCase {

  @Test
  void editsAreTakenBackAndDoneAgainFromTheKeyboardAndTheMenu() {
    var robot = window.robot;
    robot.enter("#network-hidden-0-units", "12");
    robot.choose("#network-hidden-0-activation", "Tanh");
    robot.click("#add-layer");
    assertEquals("12", robot.text("#network-hidden-1-units"));
    robot.shortcut(KeyCode.Z);
    assertFalse(robot.shows("#network-hidden-1-units"));
    robot.shortcut(KeyCode.Z);
    robot.waitForText("#network-hidden-0-activation", "ReLU");
    robot.clickText("Edit");
    robot.clickText("Undo: Units");
    assertEquals("16", robot.text("#network-hidden-0-units"));
    robot.shortcut(KeyCode.SHIFT, KeyCode.Z);
    robot.shortcut(KeyCode.SHIFT, KeyCode.Z);
    robot.shortcut(KeyCode.SHIFT, KeyCode.Z);
    assertEquals("12", robot.text("#network-hidden-1-units"));
    assertEquals("Tanh", robot.text("#network-hidden-1-activation"));
  }

  @Test
  void rowsThatAreLeftOutByTheirNumbersAreTakenBackFromTheirField() {
    var robot = window.robot;
    robot.shortcut(KeyCode.DIGIT1);
    robot.click("#more-data");
    robot.enter("#preparation-leftOut-rows", "7");
    robot.press(KeyCode.ENTER);
    robot.type(", 9");
    robot.press(KeyCode.ENTER);
    assertEquals("7, 9", robot.text("#preparation-leftOut-rows"), "typing goes on at the end");
    robot.shortcut(KeyCode.Z);
    assertEquals("7", robot.text("#preparation-leftOut-rows"));
    robot.shortcut(KeyCode.Z);
    assertEquals("", robot.text("#preparation-leftOut-rows"));
  }

  @Test
  void undoWhileTrainingTakesBackTheTrainingAndRedoHasItAgain() {
    var robot = window.robot;
    var trainer = window.workbench.trainer();
    var iris = Document.of(BundledSample.IRIS);
    FxThread.run(() -> window.workspace().open("command.openData", iris));
    robot.frames(3);
    FxThread.run(() -> trainer.speed().set(Speed.AUTO));
    robot.press(KeyCode.F5);
    robot.waitUntil(
        "epochs", () -> trainer.run().get() != null && trainer.run().get().history().epochs() > 3);
    robot.shortcut(KeyCode.Z);
    robot.waitUntil("the end of the run", () -> !trainer.state().get().isActive());
    assertEquals(iris.data(), window.workspace().document().get().data());
    assertNull(FxThread.call(() -> window.workspace().document().get().trained()));
    robot.shortcut(KeyCode.SHIFT, KeyCode.Z);
    robot.waitUntil("the training", () -> window.workspace().document().get().trained() != null);
    assertTrue(
        FxThread.call(() -> window.workspace().document().get().trained().history().epochs() > 3));
  }

  @Test
  void redoDoesNotEndATraining() {
    var robot = window.robot;
    var trainer = window.workbench.trainer();
    var iris = Document.of(BundledSample.IRIS);
    FxThread.run(() -> window.workspace().open("command.openData", iris));
    robot.frames(3);
    robot.shortcut(KeyCode.Z);
    FxThread.run(() -> trainer.speed().set(Speed.AUTO));
    robot.press(KeyCode.F5);
    robot.waitUntil("a run", () -> trainer.state().get() == RunState.RUNNING);
    robot.shortcut(KeyCode.SHIFT, KeyCode.Z);
    robot.shortcut(KeyCode.Y);
    robot.frames(3);
    assertEquals(RunState.RUNNING, trainer.state().get());
    assertEquals("circles", window.workspace().document().get().data().name());
  }

  @Test
  void undoInsideAFieldTakesBackWhatItChanged() {
    var robot = window.robot;
    robot.enter("#training-stopping-epochs", "77");
    robot.shortcut(KeyCode.Z);
    assertEquals("200", robot.text("#training-stopping-epochs"));
  }

  /** A field that writes while its typing is taken back loses what it was taking back. */
  @Test
  void undoInsideAFieldOfNoStepTakesBackWhatWasTyped() {
    var robot = window.robot;
    robot.shortcut(KeyCode.DIGIT4);
    var before = robot.text("#backprop-row");
    robot.enter("#backprop-row", "12");
    for (var steps = 0; steps < 4 && !robot.text("#backprop-row").equals(before); steps++) {
      robot.shortcut(KeyCode.Z);
    }
    assertEquals(before, robot.text("#backprop-row"));
  }

  @Test
  void undoForgetsTextThatIsNoNumber() {
    var robot = window.robot;
    robot.enter("#training-stopping-epochs", "7x");
    assertTrue(robot.shows("#training-stopping-epochs-problem"));
    robot.shortcut(KeyCode.Z);
    assertEquals("7", robot.text("#training-stopping-epochs"));
    assertFalse(robot.shows("#training-stopping-epochs-problem"));
  }

  @Test
  void trainingAndResetAreStepsToo() {
    var robot = window.robot;
    window.train();
    robot.click("#reset");
    robot.waitForText("#live-state", "No run yet");
    robot.shortcut(KeyCode.Z);
    robot.waitForText("#live-state", "Finished");
    robot.shortcut(KeyCode.Z);
    robot.waitForText("#live-state", "No run yet");
    robot.shortcut(KeyCode.SHIFT, KeyCode.Z);
    robot.waitForText("#live-state", "Finished");
  }

  @Test
  void otherKeyForRedoDoesTheStepAgainInAFieldAndElsewhere() {
    var robot = window.robot;
    robot.enter("#network-hidden-0-units", "12");
    robot.shortcut(KeyCode.Z);
    assertEquals("16", robot.text("#network-hidden-0-units"));
    robot.shortcut(KeyCode.Y);
    assertEquals("12", robot.text("#network-hidden-0-units"));
    robot.shortcut(KeyCode.Z);
    robot.click("#tab-live");
    robot.shortcut(KeyCode.Y);
    assertEquals("12", robot.text("#network-hidden-0-units"));
  }

  @Test
  void undoInARowThatIsTriedOutTakesBackTypingAndNeverTheModel() throws IOException {
    window.close();
    window = new OpenWindow(folder, OpenWindow.SMALL, TestFiles.circlesModel(folder));
    var robot = window.robot;
    robot.waitUntil("opened", () -> window.stage.getTitle().startsWith("circles.nnw"));
    robot.shortcut(KeyCode.DIGIT5);
    var before = robot.text("#predict-input-0");
    robot.enter("#predict-input-0", "0.25");
    press(4, KeyCode.Z);
    assertEquals(before, robot.text("#predict-input-0"));
    assertEquals("circles.nnw – Neural Workbench", FxThread.call(window.stage::getTitle));
    press(4, KeyCode.Y);
    assertEquals("0.25", robot.text("#predict-input-0"));
    press(4, KeyCode.SHIFT, KeyCode.Z);
    assertEquals("0.25", robot.text("#predict-input-0"));
    assertEquals("circles.nnw – Neural Workbench", FxThread.call(window.stage::getTitle));
  }

  @Test
  void undoInTheTableThatIsTypedNeverLeavesIt() {
    var robot = window.robot;
    robot.enter("#network-hidden-0-units", "12");
    robot.shortcut(KeyCode.N);
    robot.type("a");
    robot.press(KeyCode.ENTER);
    robot.type("7");
    press(3, KeyCode.Z);
    robot.press(KeyCode.ESCAPE);
    press(3, KeyCode.Z);
    robot.click("#paint-B");
    press(3, KeyCode.Z);
    assertEquals("12", robot.text("#network-hidden-0-units"));
    assertTrue(robot.shows("#editor-grid"));
  }

  private void press(int times, KeyCode... keys) {
    for (var time = 0; time < times; time++) {
      window.robot.shortcut(keys);
    }
  }

  @Test
  void messageBelongsToTheDocumentThatItWasToldOf() throws IOException {
    var robot = window.robot;
    window.dialogs.data =
        Optional.of(Files.writeString(folder.resolve("a.csv"), "a,b\n1,2\n2,4\n"));
    robot.shortcut(KeyCode.O);
    robot.waitForText("#status-message", "Opened a.csv");
    robot.shortcut(KeyCode.Z);
    robot.waitForText("#status-facts", "circles");
    assertEquals("", robot.text("#status-message"));
    robot.shortcut(KeyCode.SHIFT, KeyCode.Z);
    robot.waitForText("#status-message", "Opened a.csv");
  }
}
