package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.cli.Calls;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Showing;
import dev.neuralworkbench.ui.common.dialog.Dialogs.Unsaved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many rows answered at once, by mouse and keyboard. */
@Tag("thorough")
class RowsTest extends WindowCase {

  private static final Path IRIS = Path.of("src", "test", "resources", "data", "iris.csv");

  /** Pixels that rows have in a window of 1280, beside the picture, which covers what is wider. */
  private static final double BESIDE_THE_PICTURE = 760;

  @BeforeEach
  void start() {
    window.robot.choose("#speed", "Full speed");
  }

  @Test
  void rowsOfTheOpenDataAreAnsweredBesideTheBaselineAndSaved() throws IOException {
    trainIris();
    var robot = window.robot;
    robot.shortcut(KeyCode.DIGIT5);
    assertFalse(robot.shows("#predict-rows-table"));
    robot.click("#predict-rows-data");
    robot.waitForText("#predict-rows-facts", "iris.csv: 150 rows predicted.");
    robot.waitForText("#predict-rows-score", "Always predicting “setosa”");
    robot.waitForText("#predict-rows-score", "the most frequent class of these rows: 0.333");
    robot.waitForText("#predict-rows-note", "Evaluate scores");
    var saved = folder.resolve("答案.csv");
    window.dialogs.saved = Optional.of(saved);
    robot.click("#predict-rows-save");
    robot.waitForText("#status-message", "Saved the predictions for 150 rows to 答案.csv");
    assertEquals("iris predictions", window.dialogs.suggested);
    var lines = Files.readAllLines(saved);
    assertEquals(151, lines.size());
    assertEquals(
        "sepal_length_cm,sepal_width_cm,petal_length_cm,petal_width_cm,species,predicted species,"
            + "probability setosa,probability versicolor,probability virginica",
        lines.getFirst());
    assertTrue(lines.get(1).startsWith("5.1,3.5,1.4,0.2,setosa,setosa,"));
  }

  /** Rows with all that can be asked of them: names that are formulas, and unknown categories. */
  @Test
  void allThatCanBeDoneWithRowsIsInTheirPane() throws IOException {
    var rows = "red,1,5,p\n=2+3,2,6,q\nred,3,8,p\n=2+3,4,7,q\n".repeat(10);
    var data = Files.writeString(folder.resolve("colors.csv"), "color,=size,x,class\n" + rows);
    var model = folder.resolve("colors.nnw");
    var call = List.of("train", data.toString(), "-o", model.toString(), "--epochs", "1");
    assertEquals(0, new Calls(Locale.ENGLISH).call(call.toArray(String[]::new)));
    var robot = window.robot;
    window.dialogs.model = Optional.of(model);
    robot.click("#open-model");
    robot.waitForText("#status-message", "Opened colors.nnw");
    robot.shortcut(KeyCode.DIGIT5);
    var other = rows.replaceFirst("red", "blue").replaceFirst("5,p", "5,q");
    var asked = Files.writeString(folder.resolve("asked.csv"), "color,=size,x,class\n" + other);
    window.dialogs.data = Optional.of(asked);
    System.gc(); // What nothing but the binding holds is gone by then.
    robot.click("#predict-rows-open");
    robot.waitForText("#predict-rows-facts", "asked.csv: 40 rows predicted.");
    var scene = window.scene();
    for (var id : List.of("categories", "guard", "wrong", "open", "data", "save")) {
      var part = scene.lookup("#predict-rows-" + id);
      robot.waitUntil(id, () -> part.isVisible() && part.getParent().isVisible());
    }
    robot.frames(2);
    var pane = (Region) robot.find("#predict-rows");
    var least = FxThread.call(() -> pane.minWidth(-1));
    assertTrue(least <= BESIDE_THE_PICTURE, () -> "its buttons take " + least);
  }

  @Test
  void whatTheReaderLeftOutIsSaid() throws IOException {
    onlyTheModel();
    var robot = window.robot;
    var rows =
        Files.writeString(
            folder.resolve("lb.csv"),
            """
            sepal_length_cm,sepal_width_cm,petal_length_cm,petal_width_cm,note
            5.1,3.5 lb,1.4 kg,0.2,1 m
            7.2,3.0 lb,6.1,2.3,2 m
            """);
    window.dialogs.data = Optional.of(rows);
    robot.click("#predict-rows-open");
    robot.waitForText("#predict-rows-facts", "lb.csv: 2 rows predicted.");
    robot.waitForText(
        "#predict-rows-remarks",
        "Column “sepal_width_cm”: the unit lb was removed from the numbers.");
    robot.waitForText(
        "#predict-rows-problem",
        "Column “petal_length_cm”: 1 of 2 numbers have the unit kg, the others none.");
    assertFalse(robot.text("#predict-rows-remarks").contains("note"), "it is only copied");
  }

  @Test
  void columnsThatAreCalledOtherwiseAreToldByHandOrFoundByTheirLetters() throws IOException {
    onlyTheModel();
    var robot = window.robot;
    var rows =
        Files.writeString(
            folder.resolve("other.csv"),
            """
            ID,Petal Width (cm),Petal.Length.cm,breadth,sepal_length_cm
            007,0.2,1.4,3.5,5.1
            008,2.3,6.1,3.0,7.2
            """);
    window.dialogs.data = Optional.of(rows);
    robot.click("#predict-rows-open");
    robot.find("#predict-mapping");
    assertFalse(robot.shows("#error-sentence"));
    robot.choose("#predict-mapping-0", "breadth");
    robot.click("#predict-mapping-answer");
    robot.waitForText("#predict-rows-facts", "other.csv: 2 rows predicted.");
    assertFalse(robot.shows("#predict-mapping"));
    robot.click("#predict-rows-table");
    robot.press(KeyCode.DOWN);
    robot.press(KeyCode.DOWN);
    robot.waitForText("#predict-answer", "virginica");
    assertEquals("3", robot.text("#predict-input-1"));
    assertEquals("2.3", robot.text("#predict-input-3"));
  }

  /** Evaluate scores the rows of a file as Predict answers them, though its own data be absent. */
  @Test
  void modelFileAloneIsEvaluatedOnAFileWhoseColumnsAreToldByHand() throws IOException {
    onlyTheModel();
    var robot = window.robot;
    var rows =
        Files.writeString(
            folder.resolve("labeled.csv"),
            """
            petal_width_cm,petal_length_cm,breadth,sepal_length_cm,species
            0.2,1.4,3.5,5.1,setosa
            2.3,6.1,3.0,7.2,setosa
            2.3,6.1,3.0,7.2,
            """);
    window.dialogs.data = Optional.of(rows);
    robot.shortcut(KeyCode.DIGIT3);
    robot.click("#evaluate-file");
    robot.find("#predict-mapping");
    robot.choose("#predict-mapping-0", "breadth");
    robot.click("#predict-mapping-answer");
    robot.waitForText("#evaluate-count", "2 rows of labeled.csv with a known target.");
    robot.waitForText("#evaluate-verdict-line", "1 of 2 correct.");
    assertEquals("0.500", robot.text("#evaluate-accuracy"));
    robot.click("#evaluate-test");
    robot.waitForText("#evaluate-state", "The model was opened without its data.");
    robot.click("#evaluate-file");
    robot.waitForText("#evaluate-verdict-line", "1 of 2 correct.");
  }

  @Test
  void modelFileAloneAnswersAFileWhateverTheOrderOfItsColumns() throws IOException {
    onlyTheModel();
    var robot = window.robot;
    var rows =
        Files.writeString(
            folder.resolve("new.csv"),
            """
            id;petal_width_cm;petal_length_cm;sepal_width_cm;sepal_length_cm
            7;0.2;1.4;3.5;5.1
            8;2.3;6.1;3.0;7.2
            """);
    window.dialogs.data = Optional.of(rows);
    robot.click("#predict-rows-open");
    robot.waitForText("#predict-rows-facts", "new.csv: 2 rows predicted.");
    robot.waitForText("#predict-rows-note", "Unused columns: id.");
    assertFalse(robot.shows("#predict-rows-score"), "no target, no score");
    assertFalse(robot.shows("#predict-rows-problem"));
    robot.click("#predict-rows-table");
    robot.press(KeyCode.DOWN);
    robot.press(KeyCode.DOWN);
    robot.waitForText("#predict-answer", "virginica");
    assertEquals("7.2", robot.text("#predict-input-0"));
    assertEquals("2.3", robot.text("#predict-input-3"));
    robot.press(KeyCode.F9);
    assertTrue(robot.text("#plan").contains("iris.csv is not open"));
  }

  @Test
  void ownTableOfAModelFileIsAnsweredAndCanBeTrainedOn() throws IOException {
    onlyTheModel();
    window.dialogs.data = Optional.of(IRIS);
    window.robot.click("#predict-rows-open");
    window.robot.waitForText("#predict-rows-facts", "iris.csv: 150 rows predicted.");
    window.robot.press(KeyCode.F9);
    window.robot.waitForText("#plan", "Train continues");
  }

  /** Of the data's own rows those alone that are wrong; one that is chosen is entered. */
  @Test
  void wrongRowsAreListedAlone() {
    trainIris();
    var robot = window.robot;
    robot.shortcut(KeyCode.DIGIT5);
    robot.click("#predict-rows-data");
    robot.waitForText("#predict-rows-facts", "150 rows predicted.");
    var right = robot.text("#predict-rows-score").replaceAll(".*: (\\d+) of 150 .*", "$1");
    var wrong = 150 - Integer.parseInt(right);
    assertEquals(wrong + " wrong", robot.text("#predict-rows-wrong"));
    robot.click("#predict-rows-wrong");
    robot.click("#predict-rows-table");
    robot.press(KeyCode.DOWN);
    robot.waitForText("#predict-actual", "in row ");
    var actual = robot.text("#predict-actual");
    assertTrue(actual.contains("in row " + robot.text("#predict-row") + ":"), actual);
    // The row is entered at once, and predicted beside the window.
    robot.waitUntil(
        "another prediction than " + actual,
        () ->
            Showing.nodes().stream()
                .filter(Showing.withId("#predict-answer"))
                .noneMatch(it -> actual.endsWith(": " + Showing.text(it))));
  }

  @Test
  void rowsWithUnknownValuesAreNamedAndTheOthersAnswered() throws IOException {
    trainIris();
    var robot = window.robot;
    robot.shortcut(KeyCode.DIGIT5);
    window.dialogs.data =
        Optional.of(
            Files.writeString(
                folder.resolve("gap.csv"),
                """
                sepal_length_cm,sepal_width_cm,petal_length_cm,petal_width_cm
                5.1,3.5,1.4,0.2
                6.5,wide,5.1,2.0
                """));
    robot.click("#predict-rows-open");
    robot.waitForText("#predict-rows-facts", "gap.csv: 1 of 2 rows predicted.");
    robot.waitForText("#predict-rows-problem", "gap.csv, row 2");
    robot.waitForText("#predict-rows-problem", "“wide” is not a number");
  }

  @Test
  void rowsOfWhichNothingIsTheModelsAreNotAnsweredAndEarlierAnswersStay() throws IOException {
    trainIris();
    var robot = window.robot;
    robot.shortcut(KeyCode.DIGIT5);
    robot.click("#predict-rows-data");
    robot.waitForText("#predict-rows-facts", "150 rows");
    window.dialogs.data = Optional.of(Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n"));
    robot.click("#predict-rows-open");
    robot.find("#predict-mapping");
    robot.frames(5);
    assertTrue(cannotAnswer());
    assertEquals("iris.csv: 150 rows predicted.", robot.text("#predict-rows-facts"));
    robot.choose("#predict-mapping-2", "b");
    assertFalse(cannotAnswer());
    robot.click("#predict-mapping-cancel");
    assertFalse(robot.shows("#predict-mapping"));
  }

  private boolean cannotAnswer() {
    return FxThread.call(
        () -> window.stage.getScene().lookup("#predict-mapping-answer").isDisabled());
  }

  @ParameterizedTest
  @CsvSource({
    "empty.csv, '', 'empty.csv is empty'",
    "words.csv, 'sepal_length_cm,sepal_width_cm,petal_length_cm,petal_width_cm\na,b,c,d\n', "
        + "'“a” is not a number'"
  })
  void fileThatCannotBeAnsweredGetsASentenceAndEarlierAnswersStay(
      String name, String content, String part) throws IOException {
    trainIris();
    var robot = window.robot;
    robot.shortcut(KeyCode.DIGIT5);
    robot.click("#predict-rows-data");
    robot.waitForText("#predict-rows-facts", "150 rows");
    window.dialogs.data = Optional.of(Files.writeString(folder.resolve(name), content));
    robot.click("#predict-rows-open");
    robot.waitForText("#error-sentence", part);
    assertEquals("iris.csv: 150 rows predicted.", robot.text("#predict-rows-facts"));
    robot.click("#predict-rows-data");
    robot.frames(20);
    assertFalse(robot.shows("#error"));
  }

  @Test
  void anotherModelOfTheSameDataAnswersTheSameRowsAndOtherDataForgetThem() {
    trainIris();
    var robot = window.robot;
    robot.shortcut(KeyCode.DIGIT5);
    robot.click("#predict-rows-data");
    robot.waitForText("#predict-rows-facts", "150 rows");
    robot.click("#reset");
    robot.waitForText("#predict-empty", "Nothing is trained yet");
    robot.shortcut(KeyCode.Z);
    robot.waitForText("#predict-rows-facts", "150 rows");
    window.dialogs.unsaved = Unsaved.DISCARD;
    robot.clickText("File");
    robot.clickText("Samples");
    robot.clickText("Moons");
    robot.waitForText("#status-facts", "moons");
    robot.press(KeyCode.F5);
    robot.waitForText("#run-state", "Finished");
    robot.shortcut(KeyCode.DIGIT5);
    robot.waitForText("#predict-rows-empty", "x1, x2");
  }

  private void trainIris() {
    train(IRIS);
  }

  private void train(Path iris) {
    window.dialogs.data = Optional.of(iris);
    window.robot.shortcut(KeyCode.O);
    window.robot.waitForText("#status-facts", "iris.csv");
    window.robot.press(KeyCode.F5);
    window.robot.waitForText("#run-state", "Finished");
  }

  private void onlyTheModel() throws IOException {
    var table = Files.copy(IRIS, folder.resolve("iris.csv"));
    train(table);
    Files.delete(table);
    var file = folder.resolve("iris.nnw");
    window.dialogs.saved = Optional.of(file);
    window.robot.shortcut(KeyCode.S);
    window.robot.waitForText("#status-message", "Saved iris.nnw");
    // A model whose very table is open would keep it.
    window.dialogs.data = Optional.of(otherData());
    window.robot.click("#open-data");
    window.robot.waitForText("#status-message", "Opened other");
    window.dialogs.model = Optional.of(file);
    window.robot.click("#open-model");
    window.robot.waitForText("#status-message", "Opened iris.nnw");
  }

  private Path otherData() throws IOException {
    return Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n2,4\n3,6\n");
  }
}
