package dev.neuralworkbench.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.UserRobot;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Light and dark reach every window: the main one, menus, tooltips and dialogs. */
class ThemeTest {

  private final UserRobot robot = new UserRobot();
  private final Theme theme = FxThread.call(() -> new Theme(Appearance.LIGHT));
  private final Label label = FxThread.call(() -> new Label("owner"));
  private final Stage stage = FxThread.call(Stage::new);
  private final ContextMenu menu = FxThread.call(() -> new ContextMenu(new MenuItem("entry")));
  private final Tooltip tip = FxThread.call(() -> new Tooltip("sentence"));

  @AfterEach
  void close() {
    FxThread.run(stage::close);
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void windowsFollowWhetherTheyShowAtTheSwitchOrOnlyAfterIt(Appearance first) {
    var other = first == Appearance.DARK ? Appearance.LIGHT : Appearance.DARK;
    FxThread.run(
        () -> {
          theme.appearance.set(first);
          var scene = new Scene(new StackPane(label), 300, 200);
          theme.dress(scene);
          stage.setScene(scene);
          stage.show();
        });
    assertLooks(first, () -> stage);
    for (var popup : List.<Runnable>of(this::showMenu, this::showTip, this::showDialog)) {
      for (var appearance : List.of(first, other, first)) {
        FxThread.run(() -> theme.appearance.set(appearance));
        FxThread.run(popup);
        assertLooks(appearance, this::newest);
        var opposite = appearance == first ? other : first;
        FxThread.run(() -> theme.appearance.set(opposite));
        assertLooks(opposite, this::newest);
        assertLooks(opposite, () -> stage);
        FxThread.run(() -> newest().hide());
      }
    }
  }

  private void assertLooks(Appearance appearance, Supplier<Window> window) {
    robot.frames(3);
    var picture = FxThread.call(() -> window.get().getScene().snapshot(null));
    var x = (int) picture.getWidth() / 2;
    // Between the edge, which may be a shadow, and the text.
    var y = (int) picture.getHeight() - 14;
    var brightness = picture.getPixelReader().getColor(x, y).getBrightness();
    assertEquals(appearance == Appearance.LIGHT, brightness > 0.5, appearance + " " + brightness);
  }

  private Window newest() {
    return Window.getWindows().getLast();
  }

  private void showMenu() {
    menu.show(label, stage.getX() + 20, stage.getY() + 20);
  }

  private void showTip() {
    tip.show(label, stage.getX() + 20, stage.getY() + 20);
  }

  private void showDialog() {
    var dialog = new Alert(Alert.AlertType.INFORMATION);
    dialog.initOwner(stage);
    theme.dress(dialog.getDialogPane());
    dialog.show();
  }
}
