package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Screenshot;
import dev.neuralworkbench.testing.Showing;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The large text for a class. */
class PresenterTest {

  @TempDir private Path folder;

  @Test
  void textGrowsWithTheWindowAndNeverBeyondWhatFitsTheSmallest() {
    assertEquals(1, Presenter.factor(860, 530));
    assertEquals(1280 / 860.0, Presenter.factor(1280, 800));
    assertEquals(1600 / 860.0, Presenter.factor(1600, 1000));
    assertEquals(1080 / 530.0, Presenter.factor(1920, 1080));
    assertEquals(1, Presenter.factor(800, 600));
    assertEquals(3, Presenter.factor(3840, 2160));
  }

  @Test
  @Tag("display")
  void f11AndEscapeSwitchItAndTheMenuShowsIt() {
    try (var window =
        new OpenWindow(
            folder,
            OpenWindow.with(OpenWindow.SMALL, new Preferences.WindowSize(1280, 800, false)))) {
      assertFalse(checked(window));
      window.robot.press(KeyCode.F11);
      assertTrue(checked(window));
      window.robot.frames(30);
      assertTrue(size(window) > 14);
      window.robot.press(KeyCode.ESCAPE);
      assertFalse(checked(window));
      window.robot.press(KeyCode.F11);
      window.robot.press(KeyCode.F11);
      assertFalse(checked(window));
      window.robot.frames(30);
      assertEquals(14, size(window));
    }
  }

  @ParameterizedTest
  @CsvSource({"1280, 800, LIGHT, ENGLISH", "1600, 1000, DARK, CHINESE"})
  @Tag("display")
  void everythingIsLargeAndNothingIsClipped(
      int width, int height, Appearance appearance, Language language) {
    var settings =
        OpenWindow.with(
            Preferences.DEFAULT,
            appearance,
            language,
            new Preferences.WindowSize(width, height, false));
    try (var window = new OpenWindow(folder, settings)) {
      window.train();
      window.robot.press(KeyCode.F11);
      window.robot.frames(30);
      var factor =
          FxThread.call(
              () -> Presenter.factor(window.scene().getWidth(), window.scene().getHeight()));
      assertEquals(14 * factor, size(window), 0.01);
      for (var screen : List.of("1", "2", "3", "4", "5")) {
        window.robot.shortcut(KeyCode.getKeyCode(screen));
        window.robot.frames(60);
        if (screen.equals("5")) {
          window.robot.click("#predict-rows-data");
          window.robot.waitForText("#predict-rows-facts", "300");
          window.robot.frames(10);
        }
        if (screen.equals("2")) {
          listIsLargeToo(window, factor);
        }
        var name = "presenter-" + width + "-" + language + "-" + screen;
        Screenshot.write(window.scene(), name);
        assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(window.scene())), name);
        assertEquals(List.of(), FxThread.call(() -> tooSmall(window.scene(), factor)), name);
      }
    }
  }

  /**
   * On 1600 by 1000 pixels text of 20 and indices of 16 are read from a picture of half the size.
   */
  private static List<String> tooSmall(Scene scene, double factor) {
    var times = factor / Presenter.factor(1600, 1000);
    return Showing.tree(scene.getRoot())
        .filter(it -> it instanceof Text text && !text.getText().isBlank())
        .map(Text.class::cast)
        .filter(it -> it.getFont().getSize() < times * (isOfAFormula(it) ? 16 : 20))
        .map(Text::getText)
        .toList();
  }

  private static boolean isOfAFormula(Node text) {
    return Stream.iterate(text, Objects::nonNull, Node::getParent)
        .anyMatch(it -> it.getStyleClass().contains("maths"));
  }

  private static void listIsLargeToo(OpenWindow window, double factor) {
    window.robot.click("#picture-view");
    window.robot.frames(10);
    var list = FxThread.call(() -> popup().getScene());
    assertEquals(14 * factor, size(list, ".menu-item .label"), 0.01);
    window.robot.press(KeyCode.ESCAPE);
    window.robot.frames(10);
    assertTrue(checked(window), "Escape closes the list and not the view");
  }

  private static double size(OpenWindow window) {
    return size(window.scene(), "#plan");
  }

  private static double size(Scene scene, String lookup) {
    return FxThread.call(() -> ((Labeled) scene.getRoot().lookup(lookup)).getFont().getSize());
  }

  private static Window popup() {
    return Window.getWindows().stream()
        .filter(window -> window instanceof PopupWindow && window.isShowing())
        .findFirst()
        .orElseThrow();
  }

  private static boolean checked(OpenWindow window) {
    return FxThread.call(
        () ->
            ((MenuBar) window.scene().lookup("#menu"))
                .getMenus().stream()
                    .flatMap(menu -> menu.getItems().stream())
                    .filter(item -> "menu-presenter".equals(item.getId()))
                    .map(CheckMenuItem.class::cast)
                    .allMatch(CheckMenuItem::isSelected));
  }
}
