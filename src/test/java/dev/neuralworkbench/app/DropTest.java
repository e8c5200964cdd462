package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.DragSource;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files dragged onto the window with the mouse, through the system's drag and drop. */
@Tag("display")
class DropTest extends WindowCase {

  private static final Path IRIS = Path.of("src", "test", "resources", "data", "iris.csv");

  @Test
  void dataFileIsOpened() {
    drop("Drop to open iris.csv as data", IRIS);
    window.robot.waitForText("#data-facts", "150 rows");
  }

  @Test
  void modelFileIsOpened() {
    var file = folder.resolve("circles.nnw");
    window.dialogs.saved = Optional.of(file);
    window.robot.press(KeyCode.F6);
    window.robot.waitForText("#live-state", "epoch 1");
    window.robot.shortcut(KeyCode.S);
    window.robot.waitForText("#status-message", "Saved");
    window.robot.click("#reset");
    window.robot.waitForText("#live-state", "No run yet");
    drop("Drop to open the model circles.nnw", file);
    window.robot.waitForText("#status-message", "Opened circles.nnw");
    window.robot.click("#show-forms");
    window.robot.waitForText("#plan", "continues");
  }

  @Test
  void modelAndDataTogetherPredict() throws IOException {
    var model = TestFiles.circlesModel(folder);
    var rows = TestFiles.circlesRows(folder);
    drop("Drop to open the model circles.nnw and predict the rows of rows.csv", rows, model);
    window.robot.waitForText("#predict-rows-facts", "rows.csv: 2 rows predicted.");
    window.robot.waitForText("#status-message", "Opened circles.nnw");
  }

  @Test
  void dataDroppedOnThePredictScreenAreAnsweredAndElsewhereOpened() throws IOException {
    var model = TestFiles.circlesModel(folder);
    var rows = TestFiles.circlesRows(folder);
    drop("Drop to open the model circles.nnw", model);
    window.robot.waitForText("#predict-rows-empty", "Drop a table here");
    dropFiles("Drop to predict the rows of rows.csv", "#predict-rows", List.of(rows.toFile()));
    window.robot.waitForText("#predict-rows-facts", "rows.csv: 2 rows predicted.");
    window.robot.click("#show-forms");
    dropFiles("Drop to open rows.csv as data", "#experiment", List.of(rows.toFile()));
    window.robot.waitForText("#data-facts", "2 rows");
  }

  @Test
  void fileThatIsNeitherGetsASentenceAndChangesNothing() throws IOException {
    var file = Files.write(folder.resolve("picture.bin"), new byte[] {0, 1, 2, 3, 0, 0, 9});
    drop("Drop to open picture.bin as data", file);
    window.robot.waitForText("#error-sentence", "picture.bin");
    assertTrue(window.robot.text("#status-facts").startsWith("circles"));
  }

  private void drop(String expected, Path... files) {
    var dragged = Stream.of(files).map(Path::toAbsolutePath).map(Path::toFile).toList();
    dropFiles(expected, "#screens", dragged);
  }

  private void dropFiles(String expected, String onto, List<File> files) {
    try (var _ = new DragSource(1100, 100, files)) {
      window.robot.drag(
          "#drag-source", onto, () -> window.robot.waitForText("#drop-sentence", expected));
    }
    assertFalse(window.robot.shows("#drop-sheet"));
  }
}
