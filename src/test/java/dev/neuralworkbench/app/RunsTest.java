package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.model.RunLog;
import dev.neuralworkbench.testing.FxThread;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runs of a student who changes one thing and trains again, by mouse and keyboard. */
class RunsTest {

  @TempDir private Path folder;
  private OpenWindow window;

  @BeforeEach
  void open() {
    window = new OpenWindow(folder, OpenWindow.SMALL);
    window.robot.choose("#speed", "Full speed");
  }

  @AfterEach
  void close() {
    window.close();
  }

  private void trains() {
    window.robot.press(KeyCode.F5);
    window.robot.waitForText("#run-state", "Finished");
  }

  private TableView<?> list() {
    return (TableView<?>) window.scene().lookup("#runs-list");
  }

  private RunLog log() {
    return window.workspace().document().get().runs();
  }

  private void waitFor(String what, Supplier<Boolean> holds) {
    window.robot.waitUntil(what, holds::get);
  }

  @Test
  void runsStandSideBySideAndAreOpenedAgain() {
    window.robot.shortcut(KeyCode.DIGIT6);
    window.robot.waitForText("#runs-none", "No training has been started");
    trains();
    var first = FxThread.call(() -> window.workspace().document().get().trained());
    FxThread.run(
        () ->
            window
                .workspace()
                .editDraft("x", it -> it.withTraining(it.training().withLearningRate(0.002))));
    trains();
    window.robot.shortcut(KeyCode.DIGIT6);
    waitFor("two rows", () -> list().getItems().size() == 2);
    assertTrue(
        FxThread.call(
            () ->
                list().getColumns().stream().anyMatch(it -> it.getText().equals("Learning rate"))));
    FxThread.run(() -> list().getSelectionModel().selectAll());
    window.robot.waitForText("#runs-sentence", "From run 1 to run 2: learning rate");
    FxThread.run(() -> list().getSelectionModel().clearAndSelect(0));
    window.robot.click("#runs-open");
    waitFor("the first model", () -> first.equals(window.workspace().document().get().trained()));
    window.robot.waitForText("#runs-sentence", "Run 1 can be opened");
  }

  @Test
  void runsArePinnedAndDeletedByTheKeyboardAndBroughtBack() {
    trains();
    window.robot.shortcut(KeyCode.DIGIT6);
    waitFor("a row", () -> list().getItems().size() == 1);
    FxThread.run(
        () -> {
          list().requestFocus();
          list().getSelectionModel().clearAndSelect(0);
        });
    window.robot.click("#runs-pin");
    waitFor("pinned", () -> log().mark(1).pinned());
    FxThread.run(list()::requestFocus);
    window.robot.press(KeyCode.DELETE);
    waitFor("deleted", () -> log().present().isEmpty());
    window.robot.shortcut(KeyCode.Z);
    waitFor("back", () -> log().present().size() == 1);
    assertEquals(1, FxThread.call(() -> list().getItems().size()));
    assertTrue(log().mark(1).pinned());
  }
}
