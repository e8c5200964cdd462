package dev.neuralworkbench.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.PseudoWords;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import java.util.List;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows from elsewhere: made by a rule, chosen, typed, pasted. */
@Tag("thorough")
class OtherDataTest {

  private static final Sample CIRCLES = GeneratedSample.of(SampleKind.CIRCLES);

  private final UserRobot robot = new UserRobot();

  @Test
  void knobMakesTheSetAnewAndUndoBringsTheOldOneBack() {
    try (var window = show(CIRCLES)) {
      robot.enter("#recipe-rows", "80");
      robot.waitForText("#data-facts", "80 rows");
      robot.click("#recipe-again");
      assertEquals("1", robot.text("#recipe-seed"));
      FxThread.run(window.workspace::undo);
      FxThread.run(window.workspace::undo);
      robot.waitForText("#data-facts", "300 rows");
      robot.choose("#recipe-kind", "Spiral");
      assertEquals("spiral", robot.text("#data-name"));
    }
  }

  @Test
  void sampleIsChosenFromTheGallery() {
    try (var _ = show(CIRCLES)) {
      robot.click("#data-samples");
      robot.click("#gallery-wine");
      robot.waitForText("#data-name", "wine");
      assertFalse(robot.shows("#recipe-rows"));
      assertFalse(robot.shows("#gallery-wine"));
    }
  }

  @Test
  void tableIsTypedWithTheKeyboardAndUsed() {
    try (var window = show(CIRCLES)) {
      robot.click("#data-new");
      for (var row : List.of("x y", "1 2", "2 4", "3 7")) {
        robot.type(row.substring(0, 1));
        robot.press(KeyCode.TAB);
        robot.type(row.substring(2));
        robot.press(KeyCode.ENTER);
        robot.press(KeyCode.LEFT);
      }
      assertEquals("3 rows, 2 columns: x, y", robot.text("#editor-verdict"));
      robot.click("#editor-use");
      robot.waitForText("#data-facts", "3 rows");
      robot.click("#data-edit");
      robot.press(KeyCode.DOWN);
      robot.type("9");
      robot.click("#editor-use");
      robot.frames(2);
      var table = FxThread.call(() -> window.workspace.document().get().data().table());
      assertEquals("9", table.column(0).text(0));
    }
  }

  @Test
  void rowsOfTwoClassesArePaintedWithTheMouse() {
    try (var _ = show(CIRCLES)) {
      robot.click("#data-new");
      robot.frames(10);
      robot.drag("#paint-plane", "#paint-D", () -> {});
      robot.click("#paint-B");
      robot.click("#paint-plane");
      var rows = robot.text("#editor-verdict");
      assertTrue(rows.endsWith("3 columns: x1, x2, class"), rows);
      robot.click("#editor-grid");
      robot.shortcut(KeyCode.Z); // The point of B alone.
      assertNotEquals(rows, robot.text("#editor-verdict"));
      robot.shortcut(KeyCode.SHIFT, KeyCode.Z);
      assertEquals(rows, robot.text("#editor-verdict"));
      robot.click("#editor-use");
      robot.waitForText("#data-facts", "3 columns");
      robot.click("#data-edit");
      assertTrue(robot.shows("#paint-plane"));
    }
  }

  @Test
  void unfinishedTableSaysWhatItLacksAndCanBeLeft() {
    try (var _ = show(CIRCLES)) {
      robot.click("#data-new");
      robot.type("x");
      robot.press(KeyCode.ENTER);
      assertTrue(robot.shows("#editor-problem"));
      robot.shortcut(KeyCode.Z);
      assertFalse(robot.shows("#editor-problem"));
      robot.click("#editor-cancel");
      assertEquals("circles", robot.text("#data-name"));
    }
  }

  @Test
  void cellsOfASpreadsheetArePasted() {
    try (var window = show(CIRCLES)) {
      copy("a\tb\n1\t2\n3\t4\n");
      FxThread.run(() -> window.scene().lookup("#data-table").requestFocus());
      robot.shortcut(KeyCode.V);
      robot.waitForText("#data-name", "Pasted table");
      assertTrue(robot.text("#data-facts").startsWith("2 rows · 2 columns"));
      robot.click("#data-new");
      robot.shortcut(KeyCode.V);
      assertEquals("2 rows, 2 columns: a, b", robot.text("#editor-verdict"));
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void textsAreFromBundlesAndShowInFull(Language language) {
    var words = Sentences.of(language);
    for (var sample : List.of(CIRCLES, BundledSample.IRIS, BundledSample.DIABETES)) {
      var document = Document.of(DataReference.of(sample));
      try (var window = new DataWindow(document, robot, _ -> new PseudoWords(words), language)) {
        assertEquals(List.of(), FxThread.call(() -> PseudoWords.unmarked(window.scene())));
        robot.click("#data-new");
        assertEquals(List.of(), FxThread.call(() -> PseudoWords.unmarked(window.scene())));
      }
      try (var window = new DataWindow(document, robot, _ -> words, language)) {
        assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(window.scene())));
        robot.click("#data-new");
        assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(window.scene())));
      }
    }
  }

  private DataWindow show(Sample sample) {
    return new DataWindow(Document.of(DataReference.of(sample)), robot);
  }

  private static void copy(String text) {
    FxThread.run(
        () -> {
          var content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
        });
  }
}
