package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.PseudoWords;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every text of the window: from a bundle, and shown in full. */
@Tag("thorough")
class WindowTextTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Language.class)
  void noTextIsClippedInANarrowWindow(Language language) {
    var settings =
        OpenWindow.with(OpenWindow.SMALL, language, new Preferences.WindowSize(1000, 640, false));
    try (var window = new OpenWindow(folder, settings)) {
      assertEquals(List.of(), clipped(window));
      train(window);
      assertEquals(List.of(), clipped(window));
    }
  }

  @Test
  void everyTextComesFromABundle() {
    var pseudo = new PseudoWords(Sentences.of(Locale.ENGLISH));
    try (var window = new OpenWindow(folder, OpenWindow.SMALL, _ -> pseudo)) {
      assertEquals(List.of(), unmarked(window));
      train(window);
      showScreen(window, KeyCode.DIGIT2.getCode());
      window.robot.enter("#training-batchSize", "x");
      window.robot.press(KeyCode.TAB);
      assertEquals(List.of(), unmarked(window));
    }
  }

  private static void train(OpenWindow window) {
    window.train();
    window.robot.frames(20);
  }

  /** On every screen. */
  private static List<String> clipped(OpenWindow window) {
    var found = new TreeSet<String>();
    for (var screen = KeyCode.DIGIT1.getCode(); screen <= KeyCode.DIGIT6.getCode(); screen++) {
      showScreen(window, screen);
      found.addAll(FxThread.call(() -> ClippingCheck.clipped(window.scene())));
    }
    return List.copyOf(found);
  }

  private static List<String> unmarked(OpenWindow window) {
    var found = new TreeSet<String>();
    for (var screen = KeyCode.DIGIT1.getCode(); screen <= KeyCode.DIGIT6.getCode(); screen++) {
      showScreen(window, screen);
      found.addAll(FxThread.call(() -> PseudoWords.unmarked(window.scene())));
    }
    return List.copyOf(found);
  }

  private static void showScreen(OpenWindow window, int digit) {
    window.robot.shortcut(KeyCode.getKeyCode(String.valueOf((char) digit)));
    window.robot.frames(2);
  }
}
