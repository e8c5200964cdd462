package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import java.nio.file.Files;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The model in use, written by the menu as a file of another program. */
@Tag("thorough")
class ExportSavingTest extends WindowCase {

  @Test
  void theMenuExportsTheModelInUse() throws Exception {
    assertTrue(FxThread.call(this::isDisabled), "nothing is trained");
    window.train();
    var file = folder.resolve("model.onnx");
    window.dialogs.saved = Optional.of(file);
    window.robot.click("#menu-file");
    window.robot.click("#menu-export");
    window.robot.click("#menu-export-onnx");
    window.robot.waitForText("#status-message", "Exported as model.onnx. Checked on");
    assertTrue(Files.size(file) > 1000);
    assertEquals("circles", window.dialogs.suggested);
    var changed = window.workspace().document().get().draft();
    FxThread.run(
        () ->
            window
                .workspace()
                .edit(
                    "command.change",
                    it -> it.withDraft(changed.withTraining(changed.training().withBatchSize(3)))));
    window.robot.click("#menu-file");
    window.robot.click("#menu-export");
    window.robot.click("#menu-export-onnx");
    window.robot.waitForText("#status-message", "Settings have changed since training. The file");
  }

  private boolean isDisabled() {
    return ((MenuBar) window.scene().lookup("#menu"))
        .getMenus().stream()
            .flatMap(it -> it.getItems().stream())
            .filter(it -> "menu-export".equals(it.getId()))
            .flatMap(it -> ((Menu) it).getItems().stream())
            .allMatch(MenuItem::isDisable);
  }
}
