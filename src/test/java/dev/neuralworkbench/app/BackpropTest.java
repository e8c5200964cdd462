package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.ui.drawing.network.NetworkDrawing;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A teacher takes a class through one step of training, with the keyboard. */
@Tag("thorough")
class BackpropTest extends WindowCase {

  @BeforeEach
  void start() {
    window.robot.shortcut(KeyCode.DIGIT4);
    window.robot.waitForText("#backprop-count", "Step 1 of");
  }

  @Test
  void arrowKeysWalkThroughTheStepAtOnce() {
    window.robot.press(KeyCode.RIGHT);
    window.robot.waitForText("#backprop-count", "Step 2 of");
    window.robot.press(KeyCode.PAGE_DOWN);
    window.robot.waitForText("#backprop-count", "Step 3 of");
    window.robot.press(KeyCode.LEFT);
    window.robot.waitForText("#backprop-count", "Step 2 of");
    window.robot.press(KeyCode.END);
    window.robot.waitForText("#backprop-heading", "Change in the loss");
    window.robot.press(KeyCode.HOME);
    window.robot.waitForText("#backprop-heading", "Scaled value of x1");
  }

  /** Wherever the mouse was last, but in a text that is being edited, the keys walk. */
  @Test
  void keysStepAfterEveryChoiceAndButton() {
    window.robot.choose("#backprop-source", "Next mini-batch");
    window.robot.waitForText("#backprop-rows", "batch 1 of");
    keysStep();
    window.robot.choose("#backprop-grain", "Layer");
    keysStep();
    window.robot.click("#backprop-phase-preparation");
    keysStep();
    window.robot.click("#backprop-more");
    window.robot.clickText("Decimal comma");
    keysStep();
    window.robot.click("#backprop-last");
    keysStep();
    window.robot.click("#backprop-heading");
    keysStep();
    window.robot.click("#backprop-drawing");
    keysStep();
    window.robot.click("#backprop-ledger");
    window.robot.press(KeyCode.RIGHT);
    window.robot.press(KeyCode.END);
    window.robot.click("#backprop-steps");
    keysStep();
  }

  private void keysStep() {
    var robot = window.robot;
    robot.press(KeyCode.HOME);
    robot.waitForText("#backprop-count", "Step 1 of");
    var step = 1;
    for (var key :
        List.of(KeyCode.RIGHT, KeyCode.PAGE_DOWN, KeyCode.SPACE, KeyCode.ENTER, KeyCode.RIGHT)) {
      robot.press(key);
      step++;
      robot.waitForText("#backprop-count", "Step " + step + " of");
    }
    for (var key : List.of(KeyCode.LEFT, KeyCode.PAGE_UP)) {
      robot.press(key);
      step--;
      robot.waitForText("#backprop-count", "Step " + step + " of");
    }
    robot.press(KeyCode.END);
    robot.waitForText("#backprop-heading", "Change in the loss");
    robot.press(KeyCode.HOME);
    robot.waitForText("#backprop-count", "Step 1 of");
  }

  @Test
  void spaceAfterApplyingStepsOnAndAppliesNothing() {
    window.robot.click("#backprop-apply");
    window.robot.waitForText("#backprop-applied", "row 1");
    keysStep();
    assertNextStepIs(2);
  }

  /** The screen without a display takes a button that was clicked for one that is still pressed. */
  @Test
  void spaceAppliesForWhoeverGoesToTheButtonWithTab() {
    FxThread.run(() -> window.scene().lookup("#backprop-last").requestFocus());
    window.robot.press(KeyCode.TAB);
    window.robot.press(KeyCode.SPACE);
    window.robot.waitForText("#backprop-applied", "row 1");
    keysStep();
    assertNextStepIs(2);
  }

  private void assertNextStepIs(int number) {
    window.robot.click("#backprop-ledger");
    window.robot.waitForText("#backprop-ledger-sentence", "step t = " + number + ".");
    window.robot.click("#backprop-steps");
  }

  @Test
  void keysStepAfterEnterInAField() {
    window.robot.enter("#backprop-row", "12");
    window.robot.press(KeyCode.ENTER);
    keysStep();
    window.robot.choose("#backprop-source", "Manual row");
    window.robot.enter("#backprop-input-0", "0.5");
    window.robot.press(KeyCode.ENTER);
    keysStep();
    // What cannot be read is still being edited.
    window.robot.enter("#backprop-row", "12a");
    window.robot.press(KeyCode.ENTER);
    window.robot.press(KeyCode.BACK_SPACE);
    assertEquals("12", window.robot.text("#backprop-row"));
  }

  @Test
  void theQuizIsTakenWithTheKeyboardAlone() {
    window.robot.click("#backprop-asks");
    window.robot.press(KeyCode.HOME);
    // A raw number is no question.
    for (var step = 2; step <= 4; step++) {
      window.robot.press(KeyCode.ENTER);
      window.robot.waitForText("#backprop-count", "Step " + step + " of");
    }
    window.robot.type("12345");
    window.robot.press(KeyCode.ENTER);
    window.robot.waitForText("#backprop-verdict", "the absolute value is smaller. Try once more.");
    window.robot.type("12345");
    window.robot.press(KeyCode.ENTER);
    window.robot.waitForText("#backprop-verdict", "Incorrect: see");
    window.robot.press(KeyCode.ENTER);
    window.robot.waitForText("#backprop-count", "Step 5 of");
    window.robot.type("-1.5");
    window.robot.press(KeyCode.ENTER);
    window.robot.waitForText("#backprop-verdict", "Try once more.");
    window.robot.type("-1.5");
    window.robot.press(KeyCode.ENTER);
    window.robot.waitForText("#backprop-score", "of 2 correct");
    window.robot.press(KeyCode.RIGHT);
    window.robot.waitForText("#backprop-count", "Step 6 of");
  }

  @Test
  void aPhaseIsGoneToByAClickAndItsPlaceIsLit() {
    assertNotNull(drawing());
    window.robot.click("#backprop-phase-backward");
    window.robot.waitForText("#backprop-heading", "δ of output 1");
    window.robot.press(KeyCode.RIGHT);
    window.robot.waitForText("#backprop-heading", "Gradients of the weights into unit 1");
    window.robot.choose("#backprop-grain", "Weight");
    window.robot.waitForText("#backprop-heading", "Gradient of the weight from input 1");
    window.robot.click("#backprop-next");
    window.robot.waitForText("#backprop-heading", "Gradient of the weight from input 2");
  }

  @Test
  void theQuizAsksBeforeItShows() {
    window.robot.click("#backprop-asks");
    window.robot.click("#backprop-phase-loss");
    window.robot.waitForText("#backprop-score", "0 of 0");
    window.robot.click("#backprop-positive");
    window.robot.waitForText("#backprop-verdict", "Correct");
    window.robot.waitForText("#backprop-score", "1 of 1");
    window.robot.click("#backprop-next");
    window.robot.click("#backprop-answer");
    window.robot.type("12345");
    window.robot.press(KeyCode.ENTER);
    window.robot.waitForText("#backprop-verdict", "the absolute value is smaller. Try once more.");
    window.robot.type("12345");
    window.robot.press(KeyCode.ENTER);
    window.robot.waitForText("#backprop-verdict", "Incorrect: see");
    window.robot.waitForText("#backprop-score", "1 of 2");
  }

  @Test
  void theGradientsAreCheckedAndTheWorstIsNamed() {
    window.robot.click("#backprop-check");
    window.robot.waitForText("#backprop-check-verdict", "Nothing has been checked yet");
    window.robot.click("#backprop-check-start");
    window.robot.waitForText("#backprop-check-verdict", "every gradient agrees");
    var table = rows("#backprop-check-table");
    assertEquals(65, table);
    FxThread.run(
        () ->
            ((TableView<?>) window.scene().lookup("#backprop-check-table"))
                .getSelectionModel()
                .select(0));
    window.robot.waitUntil(
        "every ε",
        () -> ((TableView<?>) window.scene().lookup("#backprop-sweep")).getItems().size() == 10);
    window.robot.click("#backprop-ledger");
    window.robot.waitForText("#backprop-ledger-sentence", "step t = 1");
    assertEquals(65, rows("#backprop-ledger-table"));
    window.robot.click("#backprop-steps");
    window.robot.waitForText("#backprop-count", "Step 1 of");
  }

  private int rows(String id) {
    return FxThread.call(() -> ((TableView<?>) window.scene().lookup(id)).getItems().size());
  }

  @Test
  void aMiniBatchIsAppliedAndUndone() {
    window.robot.choose("#backprop-source", "Next mini-batch");
    window.robot.waitForText("#backprop-rows", "batch 1 of");
    window.robot.press(KeyCode.END);
    window.robot.click("#backprop-apply");
    window.robot.waitForText("#backprop-rows", "batch 2 of");
    window.robot.shortcut(KeyCode.Z);
    window.robot.waitForText("#backprop-rows", "batch 1 of");
  }

  @Test
  void aRowIsAppliedAndUndone() {
    window.robot.enter("#backprop-row", "12");
    window.robot.click("#backprop-apply");
    window.robot.click("#backprop-ledger");
    window.robot.waitForText("#backprop-ledger-sentence", "step t = 2");
    assertEquals("12", window.robot.text("#backprop-row"));
    window.robot.shortcut(KeyCode.Z);
    window.robot.waitForText("#backprop-ledger-sentence", "step t = 1");
  }

  @Test
  void anotherRowIsTypedAndTheNumbersFollow() {
    var before = window.robot.text("#backprop-values");
    window.robot.enter("#backprop-row", "12");
    window.robot.waitUntil(
        "other values",
        () -> !((Label) window.scene().lookup("#backprop-values")).getText().equals(before));
    // The arrow keys are the field's while it is typed in.
    window.robot.press(KeyCode.LEFT);
    window.robot.waitForText("#backprop-count", "Step 1 of");
  }

  private NetworkDrawing drawing() {
    return FxThread.call(() -> (NetworkDrawing) window.scene().lookup("#backprop-drawing"));
  }
}
