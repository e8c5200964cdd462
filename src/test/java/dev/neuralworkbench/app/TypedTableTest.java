package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.ui.common.dialog.Dialogs.Unsaved;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A table is typed as into a spreadsheet. */
@Tag("thorough")
class TypedTableTest extends WindowCase {

  @BeforeEach
  void start() {
    window.robot.shortcut(KeyCode.N);
  }

  @Test
  void enterGoesToTheCellUnderTheOneInWhichTheRowWasBegun() {
    for (var row : new String[] {"xy", "12", "34"}) {
      row(row);
    }
    says("2 rows, 2 columns: x, y");
    assertEquals("", text("#editor-problem"));
  }

  @Test
  void allCellsAreClearedAndBroughtBack() {
    row("xy");
    row("12");
    says("1 row");
    window.robot.shortcut(KeyCode.A);
    window.robot.press(KeyCode.DELETE);
    assertEquals("", text("#editor-verdict"));
    window.robot.shortcut(KeyCode.Z);
    says("1 row");
  }

  @Test
  void pasteFillsTheTableEachTimeItIsBegunAnew() {
    copy("a\tb\n1\t2\n3\t4\n");
    window.robot.shortcut(KeyCode.V);
    says("2 rows, 2 columns: a, b");
    window.robot.shortcut(KeyCode.N);
    assertEquals("", text("#editor-verdict"));
    window.robot.shortcut(KeyCode.V);
    says("2 rows, 2 columns: a, b");
    window.dialogs.unsaved = Unsaved.DISCARD;
    window.robot.click("#editor-cancel");
    assertFalse(window.robot.shows("#editor-grid"));
    window.robot.shortcut(KeyCode.N);
    window.robot.shortcut(KeyCode.V);
    says("2 rows, 2 columns: a, b");
    copy("c\td\n5\t6\n");
    window.robot.shortcut(KeyCode.A);
    window.robot.shortcut(KeyCode.V);
    says("1 row, 2 columns: c, d");
  }

  @Test
  void cellsOfASpreadsheetOpenFromTheMenuWhateverScreenShows() {
    window.robot.click("#editor-cancel");
    window.robot.shortcut(KeyCode.DIGIT2);
    copy("a\tb\tkind\n1\t2\tx\n3\t4\ty\n5\t6\tx\n");
    window.robot.shortcut(KeyCode.SHIFT, KeyCode.V);
    window.robot.waitForText("#data-name", "Pasted table");
    window.robot.waitForText("#data-facts", "3 rows");
  }

  @Test
  void tableBegunOverAnotherIsBroughtBack() {
    row("xy");
    row("12");
    window.robot.shortcut(KeyCode.N);
    assertEquals("", text("#editor-verdict"));
    window.robot.shortcut(KeyCode.Z);
    says("1 row, 2 columns: x, y");
  }

  @Test
  void tableStaysOpenWhereTheQuestionAboutTheModelIsCancelled() {
    trainAnEpoch();
    window.robot.shortcut(KeyCode.N);
    copy("a\tb\n1\t2\n3\t4\n5\t7\n");
    window.robot.shortcut(KeyCode.V);
    window.robot.click("#editor-use");
    window.robot.waitUntil("asked", () -> window.dialogs.asked == 1);
    assertEquals("Save the model trained on circles?", window.dialogs.question);
    assertEquals("Unsaved changes will be lost.", window.dialogs.loss, "the table is not");
    window.robot.frames(10);
    assertTrue(window.robot.shows("#editor-grid"));
    says("3 rows, 2 columns: a, b");
    window.dialogs.unsaved = Unsaved.DISCARD;
    window.robot.click("#editor-use");
    window.robot.waitForText("#data-facts", "3 rows");
    assertFalse(window.robot.shows("#editor-grid"));
    assertEquals(2, window.dialogs.asked);
  }

  @Test
  void whatWasPaintedIsAskedAboutBeforeItIsLeft() {
    window.robot.click("#paint-plane");
    says("1 row, 3 columns");
    window.robot.click("#editor-cancel");
    assertEquals(
        "Save the table “Typed table”? It has not been used yet.", window.dialogs.question);
    assertTrue(window.robot.shows("#editor-grid"), "the question was cancelled");
    says("1 row, 3 columns");
    window.dialogs.unsaved = Unsaved.DISCARD;
    window.robot.click("#editor-cancel");
    assertFalse(window.robot.shows("#editor-grid"));
    assertEquals(2, window.dialogs.asked);
  }

  @Test
  void trainingSaysThatTheTableThatIsTypedIsNotUsedYet() {
    row("xy");
    trainAnEpoch();
    window.robot.waitForText("#error-sentence", "The table “Typed table” is not used yet");
    window.robot.click("#error-remedy");
    window.robot.waitUntilGone("#error-sentence");
    window.robot.find("#editor-grid");
  }

  /** The question is about what is typed, too, and leaves it as it is. */
  @Test
  void cellThatIsTypedIntoStaysOpenWhereAQuestionIsCancelled() throws IOException {
    row("xy");
    window.robot.type("12");
    var file = Files.writeString(folder.resolve("other.csv"), "x,y\n1,2\n2,4\n3,7\n");
    FxThread.run(() -> window.workbench.come(List.of(file)));
    window.robot.waitUntil("asked", () -> window.dialogs.asked == 1);
    assertEquals(
        "Save the table “Typed table”? It has not been used yet.", window.dialogs.question);
    window.robot.frames(3);
    assertEquals("12", text("#cell-field"));
    assertEquals("", text("#editor-verdict"), "no row is in the table yet");
  }

  @Test
  void pausedRunOfTheFirstSampleIsAskedAboutBeforeAFileReplacesIt() throws IOException {
    trainAnEpoch();
    var file = Files.writeString(folder.resolve("other.csv"), "x,y\n1,2\n2,4\n3,7\n");
    FxThread.run(() -> window.workbench.come(List.of(file)));
    window.robot.waitUntil("asked", () -> window.dialogs.asked == 1);
    assertEquals("Save the model trained on circles?", window.dialogs.question);
    window.robot.frames(10);
    assertTrue(window.robot.text("#status-facts").startsWith("circles"));
  }

  private void trainAnEpoch() {
    window.robot.press(KeyCode.F6);
    window.robot.waitForText("#live-state", "epoch 1");
  }

  /** Types two cells and ends the row. */
  private void row(String cells) {
    window.robot.type(cells.substring(0, 1));
    window.robot.press(KeyCode.TAB);
    window.robot.type(cells.substring(1));
    window.robot.press(KeyCode.ENTER);
  }

  private static void copy(String text) {
    FxThread.run(
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
  }

  private void says(String part) {
    assertTrue(text("#editor-verdict").contains(part), text("#editor-verdict"));
  }

  private String text(String id) {
    return window.robot.shows(id) ? window.robot.text(id) : "";
  }
}
