package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.file.OwnFolder;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.preferences.PreferencesFile;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Language and theme, switched while the window shows. */
class SwitchTest extends WindowCase {

  @Test
  void everyTextFollowsTheLanguage() {
    var robot = window.robot;
    robot.enter("#training-batchSize", "0.5");
    robot.click("#section-data");
    robot.click("#menu-view");
    robot.clickText("Language");
    robot.clickText("简体中文");
    robot.waitForText("#train", "训练");
    assertEquals("就绪", robot.text("#run-state"));
    assertEquals("标准化", robot.text("#preparation-scaling"));
    assertTrue(robot.text("#training-batchSize-problem").contains("0.5"));
    assertTrue(robot.text("#plan").startsWith("无法开始"));
    robot.click("#menu-view");
    robot.clickText("语言");
    robot.clickText("English");
    robot.waitForText("#train", "Train");
    assertEquals("Standardize", robot.text("#preparation-scaling"));
  }

  @Test
  void themeIsSwitchedByItsButtonAndRemembered() {
    var robot = window.robot;
    assertTrue(brightness() > 0.8);
    robot.click("#theme");
    robot.frames(3);
    assertTrue(brightness() < 0.3);
    robot.shortcut(KeyCode.Q);
    robot.waitUntil("closed", () -> !window.stage.isShowing());
    var settings = new PreferencesFile(new OwnFolder(folder)).read();
    assertEquals(Appearance.DARK, settings.appearance());
    assertEquals(Language.ENGLISH, settings.language());
  }

  @Test
  void themeIsSwitchedFromTheMenuWhileARunGoesOn() {
    var robot = window.robot;
    // Goes on for longer than a busy machine takes for the menus.
    FxThread.run(() -> window.workbench.trainer().speed().set(Speed.BATCH_A_FRAME));
    robot.press(KeyCode.F5);
    robot.waitForText("#live-state", "Training");
    for (var appearance : List.of("Dark", "Light")) {
      robot.click("#menu-view");
      robot.clickText("Appearance");
      robot.clickText(appearance);
      robot.frames(3);
      assertEquals(appearance.equals("Light"), brightness() > 0.5, appearance);
      assertEquals("Training", robot.text("#run-state"));
    }
  }

  /** What is styled from scratch is laid out again too, and both together held the window. */
  @Test
  void switchOfTheThemeLeavesMostOfTheWindowLaidOut() {
    for (var appearance : List.of(Appearance.DARK, Appearance.LIGHT)) {
      window.robot.frames(5);
      var shares =
          FxThread.call(
              () -> {
                var root = window.scene().getRoot();
                var before = toLayOut(root);
                window.workbench.theme.appearance.set(appearance);
                root.applyCss();
                return List.of(before, toLayOut(root));
              });
      assertEquals(0, shares.getFirst());
      assertTrue(shares.getLast() < 0.2, appearance + ": " + shares);
    }
  }

  /** Share of the panes and controls that wait for their layout. */
  private static double toLayOut(Parent root) {
    var all = new ArrayList<Parent>(List.of(root));
    for (var i = 0; i < all.size(); i++) {
      for (var child : all.get(i).getChildrenUnmodifiable()) {
        if (child instanceof Parent parent) {
          all.add(parent);
        }
      }
    }
    return (double) all.stream().filter(Parent::isNeedsLayout).count() / all.size();
  }

  /** Of the ground of the status bar, from 0 to 1. */
  private double brightness() {
    var image = FxThread.call(() -> window.scene().snapshot(null));
    var color = image.getPixelReader().getColor(2, (int) image.getHeight() - 3);
    return color.getBrightness();
  }
}
