package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.split.RowSplit;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.Model;
import dev.neuralworkbench.model.OwnTable;
import dev.neuralworkbench.model.TrainingPlan;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.model.answer.ModelPredictor;
import dev.neuralworkbench.model.file.ModelFile;
import dev.neuralworkbench.nn.blas.BlasProducts;
import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.ui.common.dialog.Dialogs.Unsaved;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Going back into a run with mouse and keyboard, and going on from there. */
@Tag("thorough")
class TimeTravelFlowTest extends WindowCase {

  private static final Document DOCUMENT = OwnTable.of(GeneratedSample.of(SampleKind.CIRCLES));

  @BeforeEach
  void train() {
    FxThread.run(() -> window.workspace().open("command.openData", DOCUMENT));
    assertEquals("–", window.robot.text("#scrubber-place"));
    window.train();
    window.robot.waitForText("#scrubber-name", "Epoch in use");
  }

  @Test
  void epochIsShownOnEveryScreenUntilTheEndIsAskedFor() {
    var robot = window.robot;
    var inUse = robot.text("#scrubber-place").replaceAll("(\\d+) of 200", "$1");
    robot.click("#scrubber-before");
    var before = Integer.parseInt(inUse) - 1;
    robot.waitForText("#scrubber-place", before + " of 200");
    robot.waitForText("#scrubber-name", "Epoch shown");
    robot.click("#scrubber-slider");
    robot.press(KeyCode.HOME);
    robot.waitForText("#scrubber-place", "0 of 200");
    robot.press(KeyCode.RIGHT);
    robot.press(KeyCode.RIGHT);
    robot.waitForText("#scrubber-place", "2 of 200");
    assertTrue(robot.text("#live-validation-loss").startsWith("0."));
    robot.shortcut(KeyCode.DIGIT5);
    assertEquals("The network is shown as it was after epoch 2.", robot.text("#predict-past"));
    robot.shortcut(KeyCode.DIGIT4);
    assertEquals("The network is shown as it was after epoch 2.", robot.text("#backprop-past"));
    robot.find("#backprop-scroll");
    robot.shortcut(KeyCode.DIGIT3);
    robot.waitForText("#evaluate-count", "45");
    robot.click("#evaluate-past-end");
    assertFalse(robot.shows("#evaluate-past"));
    robot.shortcut(KeyCode.DIGIT2);
    robot.waitForText("#scrubber-place", "of 200");
  }

  @Test
  void confusionMatrixAndPredictionAreThoseOfTheEpochThatShows() {
    var robot = window.robot;
    var model = afterEpochs(3);
    robot.shortcut(KeyCode.DIGIT3);
    robot.waitForText("#evaluate-count", "45");
    assertNotEquals(confusion(model), matrix());
    robot.shortcut(KeyCode.DIGIT2);
    robot.click("#scrubber-slider");
    robot.press(KeyCode.HOME);
    for (var i = 0; i < 3; i++) {
      robot.press(KeyCode.RIGHT);
    }
    robot.waitForText("#scrubber-place", "3 of 200");
    robot.shortcut(KeyCode.DIGIT3);
    robot.waitUntil("the matrix", () -> matrixNow().equals(confusion(model)));
    robot.shortcut(KeyCode.DIGIT5);
    robot.click("#predict-fill");
    var predicted = answers(model, new int[] {0}).probability(0, 1);
    robot.waitForText("#predict-percent-1", "%.1f%%".formatted(100 * predicted));
  }

  @Test
  void trainingGoesOnFromTheEpochThatShowsAndUndoBringsTheRestBack() {
    var robot = window.robot;
    robot.click("#scrubber-slider");
    robot.press(KeyCode.HOME);
    for (var i = 0; i < 5; i++) {
      robot.press(KeyCode.RIGHT);
    }
    robot.waitForText("#scrubber-place", "5 of 200");
    robot.click("#scrubber-branch");
    robot.waitForText("#scrubber-place", "5 of 200");
    assertTrue(robot.text("#plan").contains("195 more epochs"), robot.text("#plan"));
    assertEquals("Epoch", robot.text("#scrubber-name"));
    robot.press(KeyCode.F5);
    robot.waitForText("#run-state", "Finished");
    robot.waitForText("#scrubber-name", "Epoch in use");
    robot.shortcut(KeyCode.Z);
    robot.waitForText("#scrubber-place", "5 of 200");
    robot.shortcut(KeyCode.Z);
    robot.waitForText("#scrubber-name", "Epoch in use");
  }

  /** A step from an earlier epoch goes on from there, as Continue from here does. */
  @Test
  void whatAStepFromAnEarlierEpochForgetsIsSaidBefore() {
    var robot = window.robot;
    robot.shortcut(KeyCode.DIGIT4);
    robot.waitForText("#backprop-count", "Step 1 of");
    assertFalse(robot.text("#backprop-weights-note").contains("forgets"), "nothing is after it");
    robot.shortcut(KeyCode.DIGIT2);
    robot.click("#scrubber-slider");
    robot.press(KeyCode.HOME);
    robot.press(KeyCode.RIGHT);
    robot.press(KeyCode.RIGHT);
    robot.waitForText("#scrubber-place", "2 of 200");
    robot.shortcut(KeyCode.DIGIT4);
    robot.waitForText(
        "#backprop-weights-note", "discards the training after epoch 2. Undo restores");
    robot.click("#backprop-apply");
    robot.waitForText("#backprop-applied", "row 1");
    assertEquals(2, window.workspace().document().get().trained().history().epochs());
    robot.frames(5);
    assertFalse(robot.text("#backprop-weights-note").contains("forgets"), "nothing is after it");
    robot.shortcut(KeyCode.Z);
    assertEquals(200, window.workspace().document().get().trained().history().epochs());
  }

  /** The form, the plan and the live screen count the same epochs. */
  @Test
  void aStepAtTheEndOfARunAsksForNoMoreEpochs() {
    var robot = window.robot;
    robot.shortcut(KeyCode.DIGIT4);
    robot.choose("#backprop-source", "Next mini-batch");
    for (var batch = 1; batch <= 3; batch++) {
      robot.waitForText("#backprop-rows", "epoch 201, batch " + batch);
      robot.click("#backprop-apply");
    }
    robot.waitForText("#backprop-rows", "epoch 201, batch 4");
    robot.shortcut(KeyCode.DIGIT2);
    robot.waitForText("#live-state", "All 200 epochs done, then single steps");
    assertEquals("200 of 200", robot.text("#scrubber-place"));
    assertEquals("200", robot.text("#training-stopping-epochs"));
    assertTrue(robot.text("#plan").contains("200 more epochs"), robot.text("#plan"));
  }

  @Test
  void thatAFileKeepsTheLastEpochAloneIsSaidWhereOthersAreChosen() throws Exception {
    var robot = window.robot;
    var file = folder.resolve("m.nnw");
    ModelFile.write(file, DOCUMENT.withTrained(afterEpochs(7)), "test");
    window.dialogs.model = Optional.of(file);
    window.dialogs.unsaved = Unsaved.DISCARD;
    robot.shortcut(KeyCode.SHIFT, KeyCode.O);
    robot.waitForText("#status-message", "Opened m.nnw");
    robot.shortcut(KeyCode.DIGIT2);
    robot.waitForText("#scrubber-name", "Epoch in use");
    assertEquals("7 of 200", robot.text("#scrubber-place"));
    var place = window.stage.getScene().lookup("#scrubber-place");
    assertTrue(place.getAccessibleHelp().contains("trains through them again"));
  }

  /** The document's network after so many epochs, trained apart from the window. */
  private static Model afterEpochs(int epochs) {
    var plan = TrainingPlan.of(DOCUMENT);
    var data = PreparedData.of(plan.experiment().preparation(), table());
    var session = plan.session(data, BlasProducts.best());
    for (var i = 0; i < epochs; i++) {
      session.trainEpoch();
    }
    return plan.model(session, data);
  }

  private static Answers answers(Model model, int[] rows) {
    return new ModelPredictor(model, BlasProducts.best()).predict(table(), rows, Progress.NONE);
  }

  /** Counts of the test rows by true class and answer. */
  private static List<Integer> confusion(Model model) {
    var rows = RowSplit.of(model.experiment().preparation(), table()).test();
    var answers = answers(model, rows);
    var counts = new ArrayList<>(List.of(0, 0, 0, 0));
    for (var i = 0; i < rows.length; i++) {
      var actual = table().column("class").text(rows[i]).equals("A") ? 0 : 1;
      var cell = 2 * actual + answers.predictedClass(i);
      counts.set(cell, counts.get(cell) + 1);
    }
    return counts;
  }

  private List<Integer> matrix() {
    return FxThread.call(this::matrixNow);
  }

  private List<Integer> matrixNow() {
    return Stream.of("0-0", "0-1", "1-0", "1-1")
        .map(cell -> (Button) window.scene().lookup("#confusion-" + cell))
        .map(button -> button == null ? -1 : Integer.parseInt(button.getText()))
        .toList();
  }

  private static Table table() {
    return DOCUMENT.data().table();
  }
}
