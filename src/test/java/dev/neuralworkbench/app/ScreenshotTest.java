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

/**
 * Pictures of the window, for people to look at; no text in them is clipped. Each size, appearance
 * and language comes with another of each of the others.
 */
@Tag("display")
class ScreenshotTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "1280, 800, LIGHT, CHINESE",
    "1024, 700, LIGHT, ENGLISH",
    "1024, 700, DARK, CHINESE",
    "1600, 1000, DARK, ENGLISH"
  })
  void everyScreenIsPictured(int width, int height, Appearance appearance, Language language) {
    var settings =
        OpenWindow.with(
            Preferences.DEFAULT,
            appearance,
            language,
            new Preferences.WindowSize(width, height, false));
    var name = (width + "x" + height + "-" + appearance + "-" + language).toLowerCase(Locale.ROOT);
    try (var window = new OpenWindow(folder, settings)) {
      window.robot.frames(5);
      picture(window, name + "-start");
      window.train();
      // The picture of what was learned follows a moment later.
      window.robot.frames(120);
      picture(window, name + "-trained");
      window.robot.shortcut(KeyCode.DIGIT1);
      window.robot.frames(5);
      picture(window, name + "-data");
      window.robot.shortcut(KeyCode.DIGIT3);
      window.robot.waitForText("#evaluate-count", "45");
      window.robot.frames(10);
      picture(window, name + "-evaluate");
      window.robot.shortcut(KeyCode.DIGIT4);
      window.robot.click("#backprop-phase-backward");
      window.robot.press(KeyCode.RIGHT);
      window.robot.press(KeyCode.RIGHT);
      window.robot.frames(5);
      picture(window, name + "-backprop");
      window.robot.shortcut(KeyCode.DIGIT5);
      window.robot.frames(5);
      picture(window, name + "-predict");
      window.robot.click("#predict-rows-data");
      window.robot.waitForText("#predict-rows-facts", "300");
      window.robot.frames(10);
      picture(window, name + "-predict-rows");
    }
  }

  private static void picture(OpenWindow window, String name) {
    Screenshot.write(window.scene(), name);
    var clipped = FxThread.call(() -> ClippingCheck.clipped(window.scene()));
    assertEquals(List.of(), List.copyOf(clipped), name);
  }
}
