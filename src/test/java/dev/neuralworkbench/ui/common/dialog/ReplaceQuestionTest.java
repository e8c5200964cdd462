package dev.neuralworkbench.ui.common.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Patience;
import dev.neuralworkbench.testing.Screenshot;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("display")
class ReplaceQuestionTest {

  private final UserRobot robot = new UserRobot();
  private final Path file = Path.of("/home/lin/模型", "a".repeat(60), "wine with a long name.nnw");
  private Stage stage;

  @BeforeEach
  void open() {
    stage =
        FxThread.call(
            () -> {
              var window = new Stage();
              window.setScene(new Scene(new Pane(), 900, 600));
              window.show();
              return window;
            });
  }

  @AfterEach
  void close() {
    FxThread.run(stage::hide);
  }

  private CompletableFuture<Boolean> ask(Language language, Appearance appearance) {
    var answer = new CompletableFuture<Boolean>();
    Platform.runLater(
        () -> {
          var messages = new Messages(Sentences::of, language);
          answer.complete(
              new SystemDialogs(stage, messages, new Theme(appearance)).mayReplace(file));
        });
    return answer;
  }

  @ParameterizedTest
  @CsvSource({"ENGLISH, LIGHT", "CHINESE, DARK"})
  void questionShowsWhole(Language language, Appearance appearance) throws Exception {
    var answer = ask(language, appearance);
    var scene = robot.find("#replace-replace").getScene();
    robot.frames(3);
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(scene)));
    Screenshot.write(scene, "replace-" + language);
    robot.click("#replace-cancel");
    assertFalse(answer.get(Patience.SECONDS, TimeUnit.SECONDS));
  }

  @Test
  void onlyTheButtonReplaces() throws Exception {
    for (var key : List.of(KeyCode.ENTER, KeyCode.ESCAPE)) {
      var answer = ask(Language.ENGLISH, Appearance.LIGHT);
      robot.find("#replace-replace");
      robot.press(key);
      assertFalse(answer.get(Patience.SECONDS, TimeUnit.SECONDS));
      robot.waitUntilGone("#replace-replace");
    }
    var answer = ask(Language.ENGLISH, Appearance.LIGHT);
    robot.click("#replace-replace");
    assertTrue(answer.get(Patience.SECONDS, TimeUnit.SECONDS));
  }
}
