package dev.neuralworkbench.testing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureRecordTest {

  @TempDir private Path folder;

  @Test
  void failedTestLeavesAPictureAndTheTreeOfItsWindowEvenOfAClosedOne() throws IOException {
    var record = new FailureRecord(folder);
    var stage = FxThread.call(FailureRecordTest::window);
    FxThread.run(stage::close);
    record.write("a test", new AssertionError("what went wrong"));
    var place = folder.resolve("a test");
    assertTrue(Files.readString(place.resolve("error.txt")).contains("what went wrong"));
    var tree = Files.readString(place.resolve("window-1.txt"));
    assertTrue(tree.startsWith("Stage \"A window\" at "), tree);
    assertTrue(tree.contains("closed"), tree);
    var line = tree.lines().filter(it -> it.contains("#press")).findFirst().orElse(tree);
    assertTrue(line.startsWith("    Button #press \"Press\" [0.0 0.0 "), line);
    assertTrue(line.endsWith("invisible disabled .button"), line);
    assertTrue(Files.size(place.resolve("window-1.png")) > 100);
  }

  @Test
  void windowsOfTheTestBeforeAreForgotten() {
    var stage = FxThread.call(FailureRecordTest::window);
    FxThread.run(stage::close);
    assertTrue(OpenedWindows.all().contains(stage));
    new FailureRecord(folder).beforeEach(null);
    assertFalse(OpenedWindows.all().contains(stage));
  }

  private static Stage window() {
    var button = new Button("Press");
    button.setId("press");
    button.setDisable(true);
    button.setVisible(false);
    var stage = new Stage();
    stage.setTitle("A window");
    stage.setScene(new Scene(new VBox(button), 200, 100));
    stage.show();
    return stage;
  }
}
