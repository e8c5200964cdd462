package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.ui.common.dialog.Dialogs.Unsaved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Opening and saving, by mouse and keyboard; only the system's dialogs are answered by the test.
 */
@Tag("thorough")
class FilesTest extends WindowCase {

  private static final Path IRIS = Path.of("src", "test", "resources", "data", "iris.csv");

  @Test
  void modelOpenedAsDataIsToldAsOneAndChangesNothing() throws IOException {
    var robot = window.robot;
    window.dialogs.data = Optional.of(TestFiles.circlesModel(folder));
    robot.shortcut(KeyCode.O);
    robot.waitForText(
        "#error-sentence", "circles.nnw is a model file, not a table. Open it as a model");
    assertTrue(robot.text("#status-facts").startsWith("circles"));
    assertEquals("", robot.text("#status-message"));
  }

  @Test
  void whatWasToldOfOtherRowsGoesWithThem() {
    var robot = window.robot;
    robot.shortcut(KeyCode.DIGIT1);
    robot.click("#data-samples");
    robot.click("#gallery-moons");
    robot.waitForText("#status-message", "Opened moons: 300 rows");
    robot.shortcut(KeyCode.DIGIT1);
    robot.enter("#recipe-rows", "100");
    robot.waitForText("#status-facts", "100 rows");
    assertEquals("", robot.text("#status-message"));
  }

  @Test
  void tableIsOpenedTrainedSavedAndOpenedAgain() throws IOException {
    var robot = window.robot;
    var file = Files.createDirectories(folder.resolve("测试 目录")).resolve("花.nnw");
    var table = Files.copy(IRIS, folder.resolve("iris.csv"));
    window.dialogs.data = Optional.of(table);
    robot.shortcut(KeyCode.O);
    robot.waitForText("#data-facts", "150 rows");
    robot.press(KeyCode.F5);
    robot.waitForText("#run-state", "Finished");
    assertEquals("• iris.csv – Neural Workbench", title());
    window.dialogs.saved = Optional.of(file);
    robot.shortcut(KeyCode.S);
    robot.waitForText("#status-message", "Saved 花.nnw");
    assertEquals("iris", window.dialogs.suggested);
    assertEquals("花.nnw – Neural Workbench", title());
    robot.clickText("File");
    robot.clickText("Samples");
    robot.clickText("Moons");
    robot.waitForText("#status-facts", "moons");
    // A model takes up its table where it finds it.
    window.dialogs.data = Optional.of(Files.move(table, folder.resolve("moved.csv")));
    window.dialogs.model = Optional.of(file);
    robot.click("#open-model");
    robot.waitForText("#status-facts", "iris.csv");
    robot.enter("#predict-input-0", "5.1");
    robot.enter("#predict-input-1", "3.5");
    robot.enter("#predict-input-2", "1.4");
    robot.enter("#predict-input-3", "0.2");
    robot.waitForText("#predict-answer", "setosa");
    robot.enter("#predict-input-2", "6");
    robot.enter("#predict-input-3", "2.4");
    robot.waitForText("#predict-answer", "virginica");
    robot.shortcut(KeyCode.DIGIT2);
    robot.waitForText("#live-state", "restored");
    robot.waitForText("#plan", "iris.csv is not open");
    robot.shortcut(KeyCode.DIGIT1);
    robot.click("#open-its-data");
    robot.waitForText("#data-facts", "150 rows");
    robot.waitForText("#plan", "Train continues");
    assertEquals("花.nnw – Neural Workbench", title());
    assertEquals(0, window.dialogs.asked);
  }

  @Test
  void openingIsAStepThatCanBeTakenBack() {
    openIris();
    window.robot.waitForText("#status-facts", "iris.csv");
    window.robot.shortcut(KeyCode.Z);
    window.robot.waitForText("#status-facts", "circles");
    window.robot.shortcut(KeyCode.SHIFT, KeyCode.Z);
    window.robot.waitForText("#status-facts", "iris.csv");
  }

  @Test
  void tableWithFewerColumnsTakesThePlaceOfAWiderOne() {
    var robot = window.robot;
    for (var sample : List.of("Diabetes", "XOR", "Digits", "Sine")) {
      robot.clickText("File");
      robot.clickText("Samples");
      robot.clickText(sample);
      robot.waitForText("#status-facts", sample.toLowerCase(Locale.ROOT));
      robot.frames(5); // No exception meanwhile: the harness fails on any output.
      robot.shortcut(KeyCode.DIGIT2);
      robot.frames(2);
      robot.shortcut(KeyCode.DIGIT1);
      robot.frames(2);
    }
  }

  @Test
  void unsavedWorkIsAskedAboutBeforeItIsReplacedAndBeforeClosing() {
    var robot = window.robot;
    openIris();
    robot.waitForText("#status-facts", "iris.csv");
    robot.press(KeyCode.F5);
    robot.waitForText("#run-state", "Finished");
    robot.shortcut(KeyCode.O);
    robot.frames(3);
    assertEquals(1, window.dialogs.asked);
    assertEquals("Save the model trained on iris.csv?", window.dialogs.question);
    robot.shortcut(KeyCode.Q);
    robot.frames(3);
    assertEquals(2, window.dialogs.asked);
    assertTrue(window.stage.isShowing());
    window.dialogs.unsaved = Unsaved.SAVE;
    window.dialogs.saved = Optional.of(folder.resolve("kept.nnw"));
    robot.shortcut(KeyCode.Q);
    robot.waitUntil("closed", () -> !window.stage.isShowing());
    assertTrue(Files.exists(folder.resolve("kept.nnw")));
  }

  @Test
  void typedTableIsAskedAboutAndSavedAsAFileOfItsOwn() throws IOException {
    var robot = window.robot;
    robot.shortcut(KeyCode.N);
    for (var row : List.of("xy", "12", "24")) {
      robot.type(row.substring(0, 1));
      robot.press(KeyCode.TAB);
      robot.type(row.substring(1));
      robot.press(KeyCode.ENTER);
    }
    robot.click("#editor-use");
    robot.waitForText("#data-facts", "2 rows");
    assertEquals("• Typed table – Neural Workbench", title());
    robot.shortcut(KeyCode.Q);
    robot.waitUntil("asked", () -> window.dialogs.asked == 1);
    assertEquals("Save the rows of the table “Typed table”?", window.dialogs.question);
    assertTrue(window.stage.isShowing());
    var file = folder.resolve("typed.csv");
    window.dialogs.saved = Optional.of(file);
    robot.clickText("File");
    robot.clickText("Save table as CSV…");
    robot.waitForText("#status-message", "Saved typed.csv");
    assertEquals("Typed table", window.dialogs.suggested);
    assertEquals("x,y\n1,2\n2,4\n", Files.readString(file));
    assertEquals("Typed table – Neural Workbench", title());
    robot.shortcut(KeyCode.Q);
    robot.waitUntil("closed", () -> !window.stage.isShowing());
    assertEquals(1, window.dialogs.asked);
  }

  @Test
  void closingWhileARunGoesOnAsksAboutWhatItHasLearned() {
    var robot = window.robot;
    robot.press(KeyCode.F5);
    robot.waitForText("#live-state", "Training");
    robot.shortcut(KeyCode.Q);
    robot.waitUntil("asked", () -> window.dialogs.asked == 1);
    assertTrue(window.stage.isShowing());
    window.dialogs.unsaved = Unsaved.DISCARD;
    robot.shortcut(KeyCode.Q);
    robot.waitUntil("closed", () -> !window.stage.isShowing());
  }

  @ParameterizedTest
  @CsvSource({
    "empty.csv, '', empty",
    "column.csv, 'a\n1\n2\n', column.csv",
    "broken.nnw, '{\"format\": \"neural-workbench\", \"version\"', broken.nnw",
    "other.nnw, '{\"name\": \"x\"}', other.nnw",
    "later.nnw, '{\"format\": \"neural-workbench\", \"version\": 99}', 99"
  })
  void badFileGetsASentenceAndChangesNothing(String name, String content, String part)
      throws IOException {
    var robot = window.robot;
    var file = Files.writeString(folder.resolve(name), content);
    window.dialogs.data = Optional.of(file);
    window.dialogs.model = Optional.of(file);
    robot.click(name.endsWith(".nnw") ? "#open-model" : "#open-data");
    robot.waitForText("#error-sentence", part);
    assertTrue(robot.text("#status-facts").startsWith("circles"));
    assertEquals("circles – Neural Workbench", title());
    robot.click("#error-close");
    assertFalse(robot.shows("#error"));
    robot.press(KeyCode.F6);
    robot.waitForText("#live-state", "epoch 1");
  }

  @Test
  void wrongNumbersSayWhatIsWrongAndKeepTrainFromStarting() {
    var robot = window.robot;
    robot.enter("#network-hidden-0-units", "0");
    assertTrue(robot.shows("#network-hidden-0-units-problem"));
    assertEquals(
        "Training cannot start. Units: 0 is out of range. From 1 to 65,536.", robot.text("#plan"));
    robot.press(KeyCode.F5);
    robot.frames(5);
    assertEquals("Ready", robot.text("#run-state"));
    for (var empty : List.of("evaluate-action", "predict-train")) {
      robot.shortcut(empty.startsWith("evaluate") ? KeyCode.DIGIT3 : KeyCode.DIGIT5);
      robot.waitForText("#" + empty + "-problem", "0 is out of range. From 1 to 65,536.");
      assertTrue(window.scene().lookup("#" + empty).isDisabled());
    }
    robot.press(KeyCode.F9);
    robot.enter("#network-hidden-0-units", "4");
    robot.enter("#training-optimizer-learningRate", "1e6");
    assertTrue(robot.text("#training-optimizer-learningRate-problem").contains("100"));
    robot.enter("#training-optimizer-learningRate", "0.1");
    assertTrue(robot.text("#plan").startsWith("Train starts"));
    assertFalse(robot.shows("#predict-train-problem"));
    robot.find("#predict-train");
  }

  @Test
  void filesAreRememberedFromOneStartToTheNext() {
    openIris();
    window.robot.waitForText("#status-facts", "iris.csv");
    window.close();
    window = new OpenWindow(folder, null);
    window.robot.clickText("File");
    window.robot.clickText("Recent files");
    window.robot.clickText(IRIS.toAbsolutePath().toString());
    window.robot.waitForText("#status-facts", "iris.csv");
  }

  @Test
  void fileNamedAtTheStartIsOpened() {
    window.close();
    window = new OpenWindow(folder, OpenWindow.SMALL, IRIS);
    window.robot.waitForText("#status-facts", "iris.csv");
  }

  @Test
  void modelAndRowsNamedAtTheStartPredict() throws IOException {
    var model = TestFiles.circlesModel(folder);
    var rows = TestFiles.circlesRows(folder);
    window.close();
    window = new OpenWindow(folder, OpenWindow.SMALL, model, rows);
    window.robot.waitForText("#predict-rows-facts", "rows.csv: 2 rows predicted.");
    assertEquals("circles.nnw – Neural Workbench", title());
    assertEquals(0, window.dialogs.asked);
  }

  private void openIris() {
    window.dialogs.data = Optional.of(IRIS);
    window.robot.shortcut(KeyCode.O);
  }

  private String title() {
    return FxThread.call(window.stage::getTitle);
  }
}
