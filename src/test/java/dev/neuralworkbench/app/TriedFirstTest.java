package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.model.OwnTable;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Showing;
import dev.neuralworkbench.testing.Spoken;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.ui.common.TextSize;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.common.form.ChoiceField;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms begin with what one tries; data are a line, reasons a sign, until they are wanted. */
@Tag("thorough")
class TriedFirstTest {

  /** What one tries, from the top. */
  private static final List<String> TRIED =
      List.of(
          "#network-hidden-0-units",
          "#network-hidden-0-activation",
          "#training-optimizer-learningRate",
          "#training-batchSize",
          "#training-penalty-l2",
          "#training-stopping-epochs");

  private static final double DEEPEST = 260;

  @TempDir private Path folder;

  record Look(Sample sample, int width, int height, Language language) {}

  static Stream<Look> looks() {
    return Stream.of(
            GeneratedSample.of(SampleKind.CIRCLES),
            GeneratedSample.of(SampleKind.SPIRAL), // Two hidden layers.
            BundledSample.IRIS,
            BundledSample.DIGITS)
        .flatMap(
            sample ->
                Stream.of(Language.values())
                    .flatMap(
                        language ->
                            Stream.of(
                                new Look(sample, 1366, 768, language),
                                new Look(sample, 1024, 700, language))));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void sixFieldsShowWithinTheFirst260Pixels(Look look) {
    var size = new Preferences.WindowSize(look.width, look.height, false);
    try (var window =
        new OpenWindow(folder, OpenWindow.with(OpenWindow.SMALL, look.language, size))) {
      open(window, look.sample);
      FxThread.run(
          () -> {
            var column = bounds(window.scene().lookup("#experiment"));
            assertEquals(300, column.getWidth(), 2);
            var before = column.getMinY();
            for (var id : TRIED) {
              var field = bounds(window.scene().lookup(id));
              assertTrue(field.getMinY() >= before - 1, id + " is not in its turn");
              assertTrue(field.getMaxY() - column.getMinY() <= DEEPEST, id + " at " + field);
              assertTrue(column.contains(field), id);
              before = field.getMinY();
            }
            assertEquals(List.of(), ClippingCheck.clipped(window.scene()));
          });
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void nothingOfTheFormsIsCutAtAnySizeOfText(Language language) {
    var settings =
        OpenWindow.with(
            OpenWindow.SMALL,
            language,
            new Preferences.WindowSize(1366, 768, false),
            Set.of("data-form", "data", "network", "training"));
    try (var window = new OpenWindow(folder, settings)) {
      var cut = new TreeSet<String>();
      for (var text : TextSize.values()) {
        FxThread.run(() -> window.workbench.theme.text.set(text));
        FxThread.run(() -> window.workbench.window.forms.open.set(true));
        window.robot.frames(10);
        FxThread.call(() -> ClippingCheck.clipped(window.scene())).stream()
            .filter(it -> isOfForms(window, it))
            .forEach(it -> cut.add(text + ": " + it));
      }
      assertEquals(Set.of(), cut);
    }
  }

  private static boolean isOfForms(OpenWindow window, String found) {
    return FxThread.call(
        () ->
            Showing.tree(window.scene().lookup("#experiment"))
                .anyMatch(it -> it.getId() != null && found.contains("#" + it.getId() + " ")));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyNameOfAListHasRoomInItsField(Language language) {
    var settings =
        OpenWindow.with(
            OpenWindow.SMALL, language, Set.of("data-form", "data", "network", "training"));
    try (var window = new OpenWindow(folder, settings)) {
      var robot = window.robot;
      robot.click("#training-schedule");
      robot.press(KeyCode.END);
      robot.press(KeyCode.ENTER);
      for (var sample : List.of(BundledSample.IRIS, BundledSample.DIABETES, BundledSample.XOR)) {
        open(window, sample);
        assertEquals(List.of(), FxThread.call(() -> tooLong(window)), sample.id());
      }
    }
  }

  private static List<String> tooLong(OpenWindow window) {
    var found = new ArrayList<String>();
    Showing.tree(window.scene().lookup("#experiment"))
        .filter(ChoiceField.class::isInstance)
        .map(it -> (ChoiceField<?>) it)
        .filter(it -> !it.getStyleClass().contains("data"))
        .forEach(field -> found.addAll(tooLong(field)));
    return found;
  }

  /** Its list may not be made yet: what is beside the name is the same in all. */
  private static <T> List<String> tooLong(ChoiceField<T> field) {
    var arrow = ((Region) field.lookup(".arrow-button")).getWidth();
    var inset = ((Region) field.lookup(".list-cell")).snappedLeftInset();
    var room = field.getWidth() - arrow - inset;
    return field.getItems().stream()
        .map(it -> field.getConverter().toString(it))
        .filter(name -> width(name) > room)
        .map(name -> name + " in " + field.getId() + " of " + room)
        .toList();
  }

  private static double width(String name) {
    var text = new Text(name);
    text.setFont(Font.font("System", Theme.TEXT));
    return text.getLayoutBounds().getWidth();
  }

  @Test
  void dataAreALineUntilItIsOpened() throws IOException {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL, table())) {
      var robot = window.robot;
      robot.waitForText("#status-facts", "table.csv");
      robot.shortcut(KeyCode.DIGIT2);
      robot.waitForText("#section-data", "51"); // 60 rows, 15 % of them for the test
      assertEquals("2 inputs → class · 51/CV/9", robot.text("#section-data"));
      assertFalse(robot.shows("#preparation-target"));
      robot.click("#section-data");
      robot.enter("#preparation-split-validation", "0.2");
      robot.waitForText("#section-data", "39/12/9");
      assertTrue(robot.shows("#preparation-split-validation"));
      FxThread.run(() -> window.scene().lookup("#section-data").requestFocus());
      robot.press(KeyCode.SPACE);
      assertFalse(robot.shows("#preparation-target"), "folded by the key");
      assertEquals(
          "Data · 2 inputs → class · 39/12/9",
          FxThread.call(() -> Spoken.of(window.scene().lookup("#section-data")).name()));
      robot.press(KeyCode.SPACE);
      assertTrue(robot.shows("#preparation-target"), "opened by the key");
      robot.choose("#preparation-target", "x");
      robot.waitForText("#section-data", "2 inputs → number");
    }
  }

  @Test
  void dataLeadOnTheirScreenAndFollowOnOthers() {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var robot = window.robot;
      assertTrue(isAbove(window, "#preset", "#section-data"));
      robot.shortcut(KeyCode.DIGIT1);
      robot.frames(3);
      assertTrue(robot.shows("#preparation-target"));
      assertTrue(isAbove(window, "#preparation-scaling", "#preset"));
      robot.shortcut(KeyCode.DIGIT2);
      robot.frames(3);
      assertFalse(robot.shows("#preparation-target"), "nobody opened it here");
      assertTrue(isAbove(window, "#training-stopping-epochs", "#section-data"));
    }
  }

  @Test
  void lineThatWasOpenedStaysSo() {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      window.robot.click("#section-data");
      assertTrue(window.robot.shows("#preparation-target"));
      window.robot.shortcut(KeyCode.Q);
      window.robot.waitUntil("closed", () -> !window.stage.isShowing());
    }
    try (var window = new OpenWindow(folder, null)) {
      assertTrue(window.robot.shows("#preparation-target"));
      assertTrue(isAbove(window, "#preset", "#section-data"));
    }
  }

  @Test
  void somethingWrongWithTheDataOpensThemAndIsToldInTheirLine() {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var robot = window.robot;
      FxThread.run(
          () ->
              window
                  .workspace()
                  .prepare(
                      "form.role",
                      it ->
                          it.withRole(0, ColumnRole.IGNORED, table(window))
                              .withRole(1, ColumnRole.IGNORED, table(window))));
      robot.waitForText("#section-data", "see problems");
      assertTrue(robot.shows("#preparation-columns-problem"));
      assertTrue(robot.text("#plan").startsWith("Training cannot start."), robot.text("#plan"));
      var data = (TitledPane) robot.find("#section-data");
      FxThread.run(() -> data.setExpanded(false));
      robot.frames(2);
      assertEquals("see problems", robot.text("#section-data"));
      robot.shortcut(KeyCode.Z);
      robot.waitForText("#section-data", "2 inputs → class");
    }
  }

  @Test
  void reasonsAreReadByMouseAndKeyboardAndScreenReader() {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var robot = window.robot;
      FxThread.run(
          () -> window.workspace().open("command.openData", OwnTable.of(BundledSample.IRIS)));
      robot.waitForText("#preset", "Recommended");
      assertFalse(isTold("16 units"), "behind the sign");
      FxThread.run(() -> window.scene().lookup("#preset").requestFocus());
      robot.press(KeyCode.SHIFT, KeyCode.TAB);
      var sign = (Button) FxThread.call(() -> window.scene().getFocusOwner());
      assertEquals("network-reasons", sign.getId());
      assertTrue(sign.getAccessibleHelp().startsWith("16 units"), sign.getAccessibleHelp());
      assertEquals("Why these settings", FxThread.call(() -> Spoken.of(sign).name()));
      robot.press(KeyCode.SPACE);
      robot.waitUntil("the reason", () -> isTold("16 units"));
      robot.press(KeyCode.ESCAPE);
      robot.waitUntil("closed", () -> !isTold("16 units"));
      assertEquals(sign, FxThread.call(() -> window.scene().getFocusOwner()), "focus stays");
      robot.press(KeyCode.ENTER);
      robot.waitUntil("the reason", () -> isTold("16 units"));
      robot.press(KeyCode.TAB);
      robot.waitUntil("closed as the focus leaves", () -> !isTold("16 units"));
      robot.click("#network-reasons");
      robot.waitUntil("the reason", () -> isTold("16 units"));
      robot.press(KeyCode.ESCAPE);
      robot.choose("#preset", "Small network");
      assertFalse(robot.shows("#network-reasons"), "no reason for what is not recommended");
    }
  }

  private static boolean isTold(String beginning) {
    return Window.getWindows().stream()
        .anyMatch(it -> it instanceof Tooltip tip && tip.getText().startsWith(beginning));
  }

  private static void open(OpenWindow window, Sample sample) {
    var document = Document.of(sample);
    FxThread.run(() -> window.workspace().open("command.openData", document));
    window.robot.waitUntil("facts", () -> window.workspace().facts().get().known());
    window.robot.frames(5);
  }

  /** Two inputs and two classes. */
  private Path table() throws IOException {
    var lines = new ArrayList<>(List.of("x,y,kind"));
    for (var row = 0; row < 60; row++) {
      lines.add(row * 0.25 + "," + row % 7 * 0.5 + "," + (row % 2 == 0 ? "a" : "b"));
    }
    return Files.write(folder.resolve("table.csv"), lines);
  }

  private static Table table(OpenWindow window) {
    return window.workspace().document().get().data().table();
  }

  private static boolean isAbove(OpenWindow window, String upper, String lower) {
    return FxThread.call(
        () ->
            bounds(window.scene().lookup(upper)).getMaxY()
                <= bounds(window.scene().lookup(lower)).getMinY());
  }

  private static Bounds bounds(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }
}
