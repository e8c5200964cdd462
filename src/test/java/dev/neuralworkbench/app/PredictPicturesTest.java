package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Screenshot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.workspace.RunState;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The predict screen with few and many inputs, classes and numbers, for people to look at. */
@Tag("display")
class PredictPicturesTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "1280, 800, LIGHT, ENGLISH, File, Samples, Digits",
    "1024, 700, DARK, ENGLISH, File, Samples, Diabetes",
    "1280, 800, LIGHT, CHINESE, 文件, 示例, 葡萄酒",
    "1024, 700, LIGHT, ENGLISH, File, Samples, Breast cancer"
  })
  void rowsOfASampleAreAnswered(
      int width,
      int height,
      Appearance appearance,
      Language language,
      String file,
      String samples,
      String sample) {
    var settings =
        OpenWindow.with(
            Preferences.DEFAULT,
            appearance,
            language,
            new Preferences.WindowSize(width, height, false));
    try (var window = new OpenWindow(folder, settings)) {
      var robot = window.robot;
      robot.clickText(file);
      robot.clickText(samples);
      robot.clickText(sample);
      robot.waitUntil("opened", () -> window.workbench.trainer().state().get() == RunState.IDLE);
      robot.frames(20);
      window.train();
      robot.shortcut(KeyCode.DIGIT5);
      robot.frames(10);
      robot.click("#predict-rows-data");
      robot.waitUntil("answered", () -> window.scene().lookup("#predict-rows-facts").isVisible());
      robot.frames(10);
      robot.click("#predict-rows-table");
      robot.frames(20);
      var name = "predict-" + width + "-" + language + "-" + sample.replace(' ', '-');
      Screenshot.write(window.scene(), name);
      var clipped = FxThread.call(() -> ClippingCheck.clipped(window.scene()));
      // The status bar keeps room for progress, and a long message is cut there.
      clipped.removeIf(text -> text.contains("#status-message"));
      assertEquals(List.of(), clipped, name);
    }
  }

  @ParameterizedTest
  @CsvSource({"1280, 800, LIGHT, ENGLISH", "1024, 700, DARK, CHINESE"})
  void remarksOnRowsAreShown(int width, int height, Appearance appearance, Language language)
      throws IOException {
    var settings =
        OpenWindow.with(
            Preferences.DEFAULT,
            appearance,
            language,
            new Preferences.WindowSize(width, height, false));
    var text = new StringBuilder("island,bill,mass,species\n");
    for (var i = 0; i < 120; i++) {
      text.append(List.of("Biscoe", "Dream", "Torgersen").get((i / 3) % 3))
          .append(",%s,%d,".formatted(38 + i % 3 * 5 + i % 7 / 2.0, 3500 + i % 3 * 400 + i))
          .append(List.of("Adelie", "Chinstrap", "Gentoo").get(i % 3))
          .append('\n');
    }
    var known = Files.writeString(folder.resolve("penguins.csv"), text);
    var asked =
        Files.writeString(
            folder.resolve("new.csv"),
            """
            id,island,bill,mass,species
            1,Dream,40,3600,Adelie
            2,Bermuda,48,4400,Gentoo
            3,Bermuda,43,4000,Emperor
            4,Dream,,3600,Adelie
            5,Dream,400,3600,Adelie
            6,Dream,wide,3600,Adelie
            """);
    try (var window = new OpenWindow(folder, settings)) {
      var robot = window.robot;
      window.dialogs.data = Optional.of(known);
      robot.shortcut(KeyCode.O);
      robot.waitForText("#status-facts", "penguins");
      window.train();
      robot.shortcut(KeyCode.DIGIT5);
      window.dialogs.data = Optional.of(asked);
      robot.click("#predict-rows-open");
      robot.waitForText("#predict-rows-facts", "new.csv");
      robot.click("#predict-rows-table");
      robot.press(KeyCode.UP);
      robot.frames(20);
      var name = "predict-remarks-" + width + "-" + language;
      Screenshot.write(window.scene(), name);
      var clipped = FxThread.call(() -> ClippingCheck.clipped(window.scene()));
      clipped.removeIf(found -> found.contains("#status-message"));
      assertEquals(List.of(), clipped, name);
    }
  }
}
