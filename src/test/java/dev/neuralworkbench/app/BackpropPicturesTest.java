package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Screenshot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of the backprop screen in every phase, for people to look at. */
@Tag("display")
class BackpropPicturesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "1600, 1000, LIGHT, ENGLISH",
    "1024, 700, LIGHT, ENGLISH",
    "1280, 800, DARK, CHINESE",
  })
  void pictured(int width, int height, Appearance appearance, Language language) {
    var settings =
        OpenWindow.with(
            Preferences.DEFAULT,
            appearance,
            language,
            new Preferences.WindowSize(width, height, false));
    var name = ("bp-" + width + "-" + appearance).toLowerCase(Locale.ROOT);
    try (var window = new OpenWindow(folder, settings)) {
      window.robot.frames(5);
      window.robot.shortcut(KeyCode.DIGIT4);
      window.robot.waitForText("#backprop-count", "1");
      window.robot.frames(20);
      picture(window, name + "-a");
      for (var phase : List.of("forward", "loss", "backward", "update", "after")) {
        window.robot.click("#backprop-phase-" + phase);
        window.robot.frames(3);
        picture(window, name + "-" + phase);
      }
      window.robot.click("#backprop-phase-backward");
      window.robot.press(KeyCode.RIGHT);
      window.robot.frames(3);
      picture(window, name + "-gradient");
      window.robot.press(KeyCode.RIGHT);
      window.robot.frames(3);
      picture(window, name + "-hidden");
      window.robot.choose(
          "#backprop-source", language == Language.ENGLISH ? "Next mini-batch" : "下一个小批量");
      window.robot.frames(5);
      picture(window, name + "-batch");
      window.robot.click("#backprop-phase-backward");
      window.robot.press(KeyCode.RIGHT);
      window.robot.frames(3);
      picture(window, name + "-contributions");
      window.robot.click("#backprop-phase-update");
      window.robot.press(KeyCode.END);
      window.robot.click("#backprop-phase-update");
      for (var i = 0; i < 16; i++) {
        window.robot.press(KeyCode.RIGHT);
      }
      picture(window, name + "-adam");
      window.robot.click("#backprop-ledger");
      window.robot.frames(5);
      picture(window, name + "-ledger");
      window.robot.click("#backprop-check");
      window.robot.click("#backprop-check-start");
      window.robot.waitForText("#backprop-check-verdict", "65");
      window.robot.frames(5);
      picture(window, name + "-check");
      FxThread.run(
          () ->
              ((javafx.scene.control.TableView<?>) window.scene().lookup("#backprop-check-table"))
                  .getSelectionModel()
                  .select(0));
      window.robot.frames(5);
      picture(window, name + "-sweep");
      window.robot.click("#backprop-steps");
      window.robot.choose("#backprop-source", language == Language.ENGLISH ? "One row" : "一行");
      window.robot.click("#backprop-phase-backward");
      window.robot.press(KeyCode.RIGHT);
      window.robot.press(KeyCode.RIGHT);
      window.robot.press(KeyCode.F11);
      window.robot.frames(20);
      picture(window, name + "-presenter");
      window.robot.press(KeyCode.ESCAPE);
      window.robot.frames(20);
      window.robot.click("#backprop-more");
      window.robot.frames(5);
      Screenshot.write(window.scene(), name + "-more");
    }
  }

  private static void picture(OpenWindow window, String name) {
    Screenshot.write(window.scene(), name);
    var clipped = FxThread.call(() -> ClippingCheck.clipped(window.scene()));
    assertEquals(List.of(), List.copyOf(clipped), name);
  }
}
