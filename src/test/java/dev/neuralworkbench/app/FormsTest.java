package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Screenshot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything of an experiment, chosen by mouse and keyboard. */
@Tag("thorough")
class FormsTest {

  @TempDir private Path folder;

  @Test
  void optimizerScheduleAndEndAreChosenAndTakenBack() {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var robot = window.robot;
      var rate = robot.text("#training-optimizer-learningRate");
      robot.choose("#training-optimizer", "SGD");
      assertEquals("0.1", robot.text("#training-optimizer-learningRate"));
      assertTrue(robot.shows("#training-ownRate"), "a rate that nobody chose is told");
      assertEquals(
          "Default of this optimizer (before: " + rate + ").", robot.text("#training-ownRate"));
      robot.choose("#training-optimizer", "Adagrad");
      robot.shortcut(KeyCode.Z);
      assertEquals("0.1", robot.text("#training-optimizer-learningRate"));
      assertFalse(robot.shows("#training-ownRate"), "nothing is told of a rate that is back");
      robot.choose("#training-optimizer", "Adagrad");
      robot.choose("#training-optimizer", "SGD");
      assertTrue(robot.shows("#training-ownRate"));
      robot.enter("#training-optimizer-momentum", "0.9");
      assertTrue(robot.shows("#training-ownRate"), "it is the same rate");
      robot.enter("#training-optimizer-learningRate", "0.2");
      assertFalse(robot.shows("#training-ownRate"));
      robot.choose("#training-schedule", "Step");
      robot.enter("#training-schedule-every", "25");
      robot.press(KeyCode.TAB);
      robot.shortcut(KeyCode.A);
      robot.type("0.1");
      assertEquals("0.1", robot.text("#training-schedule-factor"));
      robot.enter("#training-stopping-earlyStopping-patience", "0");
      assertTrue(robot.shows("#training-stopping-earlyStopping-patience-problem"));
      robot.enter("#training-stopping-earlyStopping-patience", "5");
      robot.choose("#training-stopping-earlyStopping-monitor", "Training loss (running)");
      robot.click("#training-stopping-earlyStopping");
      assertFalse(robot.shows("#training-stopping-earlyStopping-patience"));
      robot.shortcut(KeyCode.Z);
      assertEquals("5", robot.text("#training-stopping-earlyStopping-patience"));
    }
  }

  @Test
  void earlyStoppingSwitchedOffAndOnAgainKeepsItsNumbers() {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var robot = window.robot;
      robot.enter("#training-stopping-earlyStopping-patience", "7");
      robot.enter("#training-stopping-earlyStopping-minDelta", "0.25");
      robot.choose("#training-stopping-earlyStopping-monitor", "Training loss (running)");
      robot.click("#training-stopping-earlyStopping");
      assertFalse(robot.shows("#training-stopping-earlyStopping-patience"));
      robot.click("#training-stopping-earlyStopping");
      assertEquals("7", robot.text("#training-stopping-earlyStopping-patience"));
      assertEquals("0.25", robot.text("#training-stopping-earlyStopping-minDelta"));
      assertEquals(
          "Training loss (running)", robot.text("#training-stopping-earlyStopping-monitor"));
    }
  }

  @Test
  void layersAreAddedMovedAndStartedAndAPresetReplacesThem() {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var robot = window.robot;
      robot.waitForText("#preset", "Plain");
      robot.click("#add-layer");
      robot.enter("#network-hidden-1-units", "3");
      robot.waitForText("#preset", "Custom");
      robot.click("#network-hidden-0-down");
      assertEquals("3", robot.text("#network-hidden-0-units"));
      robot.click("#more-network");
      robot.choose("#network-hidden-0-initializer", "Normal");
      assertEquals("Normal", robot.text("#network-hidden-0-initializer"));
      robot.choose("#preset", "Logistic regression");
      assertFalse(robot.shows("#network-hidden-0-units"));
      robot.waitForText("#network-parameters", "3 weights and biases");
      assertEquals("SGD", robot.text("#training-optimizer"));
      robot.shortcut(KeyCode.Z);
      assertEquals("Normal", robot.text("#network-hidden-0-initializer"));
    }
  }

  /** The pressed button goes, and with it the focus: to no control far away. */
  @Test
  void formStaysWhereItIsWhenRowsAreHeldOut() throws IOException {
    var rows = IntStream.range(0, 60).mapToObj(i -> i + "," + i * i % 7 + "," + "ab".charAt(i % 2));
    var lines = Stream.concat(Stream.of("one,other,class"), rows).toList();
    var file = Files.write(folder.resolve("own.csv"), lines);
    try (var window = new OpenWindow(folder, OpenWindow.SMALL, file)) {
      window.robot.waitUntil("the form", () -> window.scene().lookup("#form-holdOut") != null);
      var button = (Button) window.scene().lookup("#form-holdOut");
      var test = window.scene().lookup("#preparation-split-test");
      var plan = window.scene().lookup("#plan");
      FxThread.run(
          () -> {
            var below = plan.localToScene(0, 0).getY() - button.localToScene(0, 0).getY();
            window.stage.setHeight(window.stage.getHeight() - below + 2 * button.getHeight());
            button.requestFocus();
          });
      window.robot.frames(10);
      var before = FxThread.call(() -> test.localToScene(0, 0).getY());
      FxThread.run(button::fire);
      window.robot.frames(5);
      assertFalse(window.robot.shows("#form-holdOut"));
      assertEquals(before, FxThread.call(() -> test.localToScene(0, 0).getY()), 1);
    }
  }

  @Test
  void removedFieldTakesAlongWhatWasWrongInIt() {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var robot = window.robot;
      robot.click("#add-layer");
      robot.enter("#network-hidden-1-units", "1.5");
      assertEquals(
          "1.5 is not a whole number. From 1 to 65,536.",
          robot.text("#network-hidden-1-units-problem"));
      robot.click("#network-hidden-1-remove");
      assertTrue(robot.text("#plan").startsWith("Train starts"), robot.text("#plan"));
      robot.choose("#training-optimizer", "SGD");
      robot.enter("#training-optimizer-momentum", "");
      robot.press(KeyCode.DELETE);
      assertEquals(
          "Enter a number. From 0, below 1.", robot.text("#training-optimizer-momentum-problem"));
      robot.choose("#training-optimizer", "Adam");
      assertTrue(robot.text("#plan").startsWith("Train starts"), robot.text("#plan"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, '“NaN” is not a number. From 1 to 65,536.'",
    "1e400, '“1e400” is too large. From 1 to 65,536.'",
    "-3, '-3 is out of range. From 1 to 65,536.'",
    "'0,5', '“0,5” has a comma. Use a decimal point, such as 0.5. From 1 to 65,536.'",
    "1e12, '1,000,000,000,000 is out of range. From 1 to 65,536.'",
    "ten, '“ten” is not a number. From 1 to 65,536.'"
  })
  void nonsenseIsToldApartAndTheLastNumberStays(String typed, String said) {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var robot = window.robot;
      robot.enter("#network-hidden-0-units", typed);
      assertEquals(said, robot.text("#network-hidden-0-units-problem"));
      robot.press(KeyCode.TAB);
      assertEquals(typed, robot.text("#network-hidden-0-units"), "what was typed is not lost");
      robot.shortcut(KeyCode.Z);
      assertNotEquals(typed, robot.text("#network-hidden-0-units"));
      while (!robot.text("#network-hidden-0-units").equals("16")) {
        robot.shortcut(KeyCode.Z);
      }
      assertFalse(robot.shows("#network-hidden-0-units-problem"));
    }
  }

  @Test
  void digitsOfAChineseInputMethodAreNumbers() {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var robot = window.robot;
      robot.enter("#training-optimizer-learningRate", "０。０５");
      robot.press(KeyCode.TAB);
      assertEquals("0.05", robot.text("#training-optimizer-learningRate"));
    }
  }

  @Test
  void labelsAreSmoothedWhereTheLossCanAlone() {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var robot = window.robot;
      robot.click("#more-network");
      assertTrue(robot.shows("#network-labelSmoothing"));
      robot.click("#section-data");
      robot.choose("#preparation-target", "x1");
      assertFalse(robot.shows("#network-labelSmoothing"));
    }
  }

  @Test
  void seldomNeededChoicesAreFoldedOutAndStaySo() {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var robot = window.robot;
      assertFalse(robot.shows("#training-penalty-l1"));
      robot.click("#more-training");
      robot.enter("#training-penalty-l1", "0.5");
      robot.enter("#training-clipNorm", "-1");
      robot.click("#more-training");
      assertTrue(robot.shows("#training-clipNorm-problem"), "a problem is not folded away");
      robot.enter("#training-clipNorm", "1");
      assertFalse(robot.shows("#training-clipNorm"));
      robot.click("#more-training");
      robot.shortcut(KeyCode.Q);
      robot.waitUntil("closed", () -> !window.stage.isShowing());
    }
    try (var window = new OpenWindow(folder, null)) {
      assertTrue(window.robot.shows("#training-penalty-l1"));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void nothingIsClippedWhateverIsChosen(Language language) {
    var settings =
        OpenWindow.with(
            OpenWindow.SMALL,
            language,
            new Preferences.WindowSize(1000, 640, false),
            Set.of("data-form"));
    try (var window = new OpenWindow(folder, settings)) {
      var robot = window.robot;
      for (var name : List.of("data", "network", "training")) {
        robot.click("#more-" + name);
      }
      robot.click("#add-dropout");
      robot.click("#training-schedule");
      robot.press(KeyCode.END);
      robot.press(KeyCode.ENTER);
      for (var i = 0; i < 5; i++) {
        robot.click("#training-optimizer");
        robot.press(i == 0 ? KeyCode.HOME : KeyCode.DOWN);
        robot.press(KeyCode.ENTER);
        robot.frames(2);
        assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(window.scene())));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1024, 700, LIGHT, ENGLISH",
    "1024, 700, DARK, CHINESE",
    "1600, 1000, LIGHT, ENGLISH"
  })
  @Tag("display")
  void formsArePictured(int width, int height, Appearance appearance, Language language) {
    var settings =
        OpenWindow.with(
            Preferences.DEFAULT,
            appearance,
            language,
            new Preferences.WindowSize(width, height, false),
            Set.of("data-form", "data", "network", "training"));
    try (var window = new OpenWindow(folder, settings)) {
      window.robot.click("#training-schedule");
      window.robot.press(KeyCode.END);
      window.robot.press(KeyCode.ENTER);
      for (var id : List.of("#preparation-target", "#preset", "#training-seed", "#more-training")) {
        window.robot.hover(id);
        window.robot.frames(5);
        var name = "forms-" + width + "-" + language + id.replace("#", "-");
        Screenshot.write(window.scene(), name);
      }
    }
  }
}
