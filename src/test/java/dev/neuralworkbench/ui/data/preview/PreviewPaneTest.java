package dev.neuralworkbench.ui.data.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.ReadingChoices.CellType;
import dev.neuralworkbench.problem.Records;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Screenshot;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Theme;
import dev.neuralworkbench.ui.common.work.FxBackgroundTasks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is looked at: what was found shows with its reason, and the rows follow the choices. */
class PreviewPaneTest {

  @TempDir Path folder;

  private final UserRobot robot = new UserRobot();
  private final PreviewViewModel model =
      new PreviewViewModel(new FxBackgroundTasks(), (_, choices) -> read = choices);
  private final Stage stage = FxThread.call(this::open);
  private @Nullable ReadingChoices read;

  private Stage open() {
    var pane = new PreviewPane(model, new Messages(Sentences::of, Language.ENGLISH));
    var window = new Stage();
    window.setScene(new Scene(pane, 900, 640));
    new Theme(Appearance.LIGHT).dress(window.getScene());
    window.show();
    return window;
  }

  @AfterEach
  void close() {
    FxThread.run(stage::close);
  }

  private void look(String text) throws IOException {
    var file = Files.writeString(folder.resolve("t.txt"), text);
    FxThread.run(() -> model.begin(file, ReadingChoices.NONE));
  }

  private String column(int index) {
    return FxThread.call(() -> model.table.get().column(index).name());
  }

  private boolean cannotUse() {
    return FxThread.call(() -> stage.getScene().lookup("#preview-use").isDisabled());
  }

  private void waitForTable() {
    robot.waitUntil("a table", () -> model.table.get() != null);
  }

  @Test
  void linesOfAFileAreReadInItsEncodingAndGoWithIt() throws IOException {
    var file = folder.resolve("latin.txt");
    Files.write(file, "Größe\n1\n2\n".getBytes(StandardCharsets.ISO_8859_1));
    var latin = Records.with(ReadingChoices.NONE, "encoding", "ISO-8859-1");
    FxThread.run(() -> model.begin(file, latin));
    robot.waitForText("#preview-lines", "Größe");
    var next = Files.writeString(folder.resolve("next.csv"), "x,y\n1,2\n");
    FxThread.run(
        () -> {
          model.begin(next, ReadingChoices.NONE);
          assertEquals("", model.lines.get());
        });
    waitForTable();
  }

  @Test
  void aFileThatIsRefusedIsReadOnceTheDelimiterIsChosen() throws IOException {
    look("a:b\n1:x\n2:7y\n3:9\n");
    robot.waitForText("#preview-problem", "single column");
    assertTrue(robot.text("#preview-lines").startsWith("  1  a:b\n  2  1:x"), "as it stands");
    assertTrue(cannotUse());
    robot.choose("#preview-delimiter", ":");
    waitForTable();
    assertEquals("b", column(1));
    assertFalse(cannotUse());
    robot.click("#preview-type-1");
    robot.clickText("number");
    robot.waitUntil("numbers", () -> model.table.get().column(1).missing() == 2);
    robot.click("#preview-use");
    assertEquals(":", read.delimiter());
    assertEquals(CellType.NUMBER, read.type("b").orElseThrow());
    assertFalse(model.open.get());
  }

  @Test
  void nestedObjectsAreFlattenedAtOnePress() throws IOException {
    look("[{\"a\": {\"b\": 1.5}, \"y\": 2}, {\"a\": {\"b\": 2.5}, \"y\": 3}]");
    robot.waitForText("#preview-problem", "Flatten nested objects");
    assertFalse(robot.shows("#preview-delimiter"), "there are none in JSON");
    robot.click("#preview-flatten");
    waitForTable();
    assertEquals("a.b", column(0));
    robot.click("#preview-flatten");
    robot.waitForText("#preview-problem", "Flatten nested objects");
    robot.click("#preview-flatten");
    waitForTable();
    robot.click("#preview-use");
    assertTrue(read.flattens());
    look("x,y\n1,2\n3,4\n");
    waitForTable();
    assertFalse(robot.shows("#preview-flatten"), "nothing is nested");
  }

  @Test
  void whatManyColumnsHoldIsTakenForMissingAtOnePress() throws IOException {
    look("a,b,c,d\n" + "1.5,2.5,3.5,4.5\n".repeat(8) + "gone,gone,gone,nope\n".repeat(2));
    waitForTable();
    var id = "#preview-doubt-0";
    robot.click(id + "-each");
    assertTrue(robot.text(id + "-details").startsWith("Column “a”: 2 of 10 cells"));
    assertEquals(3, robot.text(id + "-details").lines().count());
    robot.click(id + "-each");
    assertFalse(robot.shows(id + "-details"));
    robot.click(id + "-missing");
    robot.waitUntil("numbers", () -> !isText(0) && !isText(1) && !isText(2));
    assertEquals("gone", robot.text("#preview-missing"));
    assertTrue(isText(3));
    robot.click("#preview-doubt-0-number");
    robot.waitUntil("numbers", () -> !isText(3));
    assertFalse(robot.shows("#preview-doubts"), "nothing else is doubtful");
  }

  @Test
  void eachGuessShowsWithItsReasonAndFollowsAnother() throws IOException {
    look("x;y;z\n1,5;2;a\n2,5;3;b\n3,5;4;a\n");
    waitForTable();
    Screenshot.write(stage.getScene(), "preview");
    robot.choose("#preview-decimal", "1,234.5");
    robot.waitUntil("the point", () -> ".".equals(model.choices.get().decimal()) && isText(0));
    robot.choose("#preview-header", "a row of data");
    robot.waitUntil("rows", () -> model.table.get().rows() == 4);
    assertEquals("column_1", column(0));
    robot.enter("#preview-missing", "a,b");
    assertEquals("a,b", robot.text("#preview-missing"), "while it is typed");
    robot.press(KeyCode.ENTER);
    assertEquals("a, b", robot.text("#preview-missing"));
    robot.waitUntil("missing", () -> model.table.get().column(2).missing() == 3);
    robot.click("#preview-forget");
    robot.waitUntil("found", () -> model.choices.get().equals(ReadingChoices.NONE));
    robot.waitUntil("numbers", () -> !isText(0));
    robot.press(KeyCode.ESCAPE);
    assertFalse(model.open.get());
    assertEquals(null, read);
  }

  private boolean isText(int column) {
    return model.table.get() != null
        && model.table.get().column(column) instanceof dev.neuralworkbench.data.table.TextColumn;
  }
}
