package dev.neuralworkbench.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.sample.Sample.GeneratedSample;
import dev.neuralworkbench.data.sample.SampleKind;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.FxWatchdog;
import dev.neuralworkbench.testing.Screenshot;
import dev.neuralworkbench.testing.Uncaught;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("thorough")
class DataViewTest {

  private final UserRobot robot = new UserRobot();
  private DataWindow window;

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void targetIsSetWithTheMouseInTheHeadAndTakenBack() {
    show(Document.of(DataReference.of(GeneratedSample.of(SampleKind.CIRCLES))));
    robot.click("#column-0-role");
    robot.clickText("Target");
    assertEquals(0, target());
    assertEquals("Input", robot.text("#column-2-role"));
    assertEquals("form.role", FxThread.call(() -> window.workspace.undoName.get()));
    FxThread.run(window.workspace::undo);
    robot.frames(2);
    assertEquals("Target", robot.text("#column-2-role"));
    assertEquals(2, target());
  }

  @Test
  void typeIsSwitchedWithOneClick() {
    show(Document.of(DataReference.of(BundledSample.IRIS)));
    robot.click("#column-0-kind");
    assertEquals("Category", robot.text("#column-0-kind"));
    robot.click("#column-0-kind");
    assertEquals("Number", robot.text("#column-0-kind"));
  }

  @Test
  void clickOnAColumnShowsWhatIsKnownOfIt() {
    show(Document.of(DataReference.of(BundledSample.IRIS)));
    assertEquals("sepal_length_cm", robot.text("#column-name"));
    robot.click("#column-1-name");
    assertEquals("sepal_width_cm", robot.text("#column-name"));
    assertEquals("2 to 4.4", robot.text("#column-range"));
    assertEquals("3.057", robot.text("#column-mean"));
    assertEquals("3", robot.text("#column-median"));
    assertEquals("0.4344", robot.text("#column-deviation"));
    assertEquals("0", robot.text("#column-missing"));
    assertEquals(
        "One input, scaled to mean 0 and standard deviation 1.", robot.text("#column-becomes"));
  }

  @Test
  void inputsOfACategoryAreCountedInTheTrainingRowsAndSeldomOnesShouldBeIgnored() {
    show(Document.of(DataReference.of(BundledSample.IRIS)));
    var text = new StringBuilder("day,x,y\n");
    for (var row = 0; row < 400; row++) {
      text.append("d")
          .append(row * 7 % 390)
          .append(',')
          .append(row % 9)
          .append(",")
          .append(row % 8 + 0.5)
          .append("\n");
    }
    FxThread.run(() -> window.sources.openText("days", text.toString()));
    robot.waitForText("#data-name", "days");
    robot.click("#column-0-name");
    robot.click("#column-0-role");
    robot.clickText("Input");
    robot.waitForText("#column-becomes", "390 categories; ");
    var inputs = FxThread.call(() -> window.workspace.facts().get().wide()).inputs();
    assertTrue(inputs < 390);
    assertEquals(
        "390 categories; each one in the training rows becomes an input (one-hot): 1 for the row’s"
            + " own category, 0 for the others. Most values occur in only one or two rows, too few"
            + " to learn from. Consider ignoring the column.",
        robot.text("#column-becomes"));
  }

  @Test
  void scatterShowsTheColumnsThatAreChosen() {
    show(Document.of(DataReference.of(BundledSample.IRIS)));
    robot.click("#about-scatter-tab");
    robot.choose("#scatter-x", "petal_length_cm");
    var chart = (PlaneChart) robot.find("#scatter");
    assertEquals("petal_length_cm", FxThread.call(() -> chart.shown().xName()));
    assertEquals("sepal_width_cm", FxThread.call(() -> chart.shown().yName()));
  }

  @Test
  void roleIsSetFromTheKeyboard() {
    show(Document.of(DataReference.of(BundledSample.IRIS)));
    FxThread.run(() -> window.scene().lookup("#data-table").requestFocus());
    robot.press(KeyCode.HOME);
    robot.press(KeyCode.RIGHT);
    robot.press(KeyCode.ENTER);
    robot.press(KeyCode.DOWN);
    robot.press(KeyCode.DOWN);
    robot.press(KeyCode.DOWN);
    robot.press(KeyCode.ENTER);
    assertEquals(
        ColumnRole.IGNORED,
        FxThread.call(() -> document().draft().preparation().columns().get(1).role()));
  }

  /** A hidden screen follows nothing, but is laid out all the same. */
  @Test
  void tableOfFewerColumnsOpenedWhileTheScreenIsHiddenLeavesTheOldOneWhole() {
    show(Document.of(DataReference.of(BundledSample.IRIS)));
    var uncaught = FxThread.call(Uncaught::new);
    try (uncaught) {
      FxThread.run(window::hide);
      FxThread.run(
          () ->
              window.workspace.edit(
                  "x", _ -> Document.of(DataReference.of(GeneratedSample.of(SampleKind.SINE)))));
      FxThread.run(() -> ((Parent) window.scene().lookup("#data-table")).requestLayout());
      robot.frames(3);
      FxThread.run(window::show);
      robot.waitForText("#column-1-name", "y");
      assertEquals(List.of(), uncaught.told());
    }
  }

  @Test
  void modelWithoutItsDataSaysWhichTableItWasTrainedOn() {
    var iris = Document.of(DataReference.of(BundledSample.IRIS));
    var data = iris.data();
    show(
        iris.withData(
            new DataReference(
                data.name(), data.rows(), data.hash(), data.columns(), data.source(), null)));
    assertTrue(robot.text("#data-absent").contains("iris, a table of 150 rows and 5 columns"));
    robot.click("#open-its-data");
    assertEquals(1, window.sources.askedForItsData);
  }

  @Test
  void largeTableOpensAndScrollsWithoutHoldingTheWindow() {
    var document = large(60_000, 785);
    try (var _ = new FxWatchdog()) {
      show(document);
      robot.waitForText("#data-facts", "60,000 rows");
      FxThread.run(() -> window.scene().lookup("#data-table").requestFocus());
      for (var i = 0; i < 20; i++) {
        robot.press(KeyCode.PAGE_DOWN);
        robot.press(KeyCode.RIGHT);
      }
      robot.press(KeyCode.END);
      assertEquals("pixel784", robot.text("#column-784-name"));
      assertTrue(robot.shows("#column-783-kind"));
    }
  }

  private int target() {
    return FxThread.call(() -> document().draft().preparation().targetIndex());
  }

  private Document document() {
    return window.workspace.document().get();
  }

  @Test
  void howTheTableWasReadStandsAboveItWithWhatIsDoubtfulFirst() throws TableFormatException {
    show(Document.of(DataReference.ofFile(slips(), ReadingChoices.NONE)));
    assertEquals(
        "Column “age”: 1 of 22 cells is not a number and is treated as missing (row numbers in"
            + " brackets): “abc” (17). To keep it, read the column as text. Format: commas, UTF-8,"
            + " decimal point · 1 cell “-” treated as missing",
        robot.text("#data-reading"));
    assertTrue(isSeen("#column-0-name .icon"));
    assertFalse(isSeen("#column-1-name .icon"));
    robot.click("#column-0-name");
    assertTrue(
        robot.text("#column-note").startsWith("Column “age”: 1 of 22 cells is not a number"));
    robot.click("#column-1-name");
    assertFalse(isSeen("#column-note"));
  }

  @Test
  void whatIsDoubtfulOfAColumnIsPutRightAtOnePress() throws TableFormatException {
    show(Document.of(DataReference.ofFile(slips(), ReadingChoices.NONE)));
    robot.click("#column-0-name");
    robot.click("#reading-remedy-text");
    assertEquals(Optional.of(ReadingChoices.CellType.TEXT), window.sources.changed.type("age"));
    robot.click("#data-reading-change");
    assertEquals(1, window.sources.askedToChange);
  }

  @Test
  void howWhatWasTypedIsReadIsNotToBeChanged() throws TableFormatException {
    show(Document.of(DataReference.ofTyped(slips())));
    robot.click("#column-0-name");
    assertFalse(robot.shows("#reading-remedy-text"), "what was typed is in no file");
    assertFalse(robot.shows("#data-reading-change"));
  }

  @Test
  void howTheTableWasReadIsToldInChinese() throws TableFormatException {
    window =
        new DataWindow(
            Document.of(DataReference.ofFile(slips(), ReadingChoices.NONE)),
            robot,
            Sentences::of,
            Language.CHINESE);
    assertTrue(robot.text("#data-reading").startsWith("“age”列：22 个单元格中有 1 个不是数字"));
    Screenshot.write(window.scene(), "reading-zh");
  }

  @Test
  void samplesNeedNoWordOfHowTheyWereRead() {
    show(Document.of(DataReference.of(BundledSample.IRIS)));
    assertFalse(isSeen("#data-reading"));
  }

  private boolean isSeen(String id) {
    return FxThread.call(() -> window.scene().lookup(id).isVisible());
  }

  private static Table slips() throws TableFormatException {
    var rows = "1,2,a\n".repeat(15) + "1,-,b\nabc,2,a\n" + "2,3,b\n".repeat(5);
    return TableReader.parse("slips.csv", "age,size,kind\n" + rows);
  }

  private void show(Document document) {
    window = new DataWindow(document, robot);
  }

  /** Columns that share their numbers, to be made quickly. */
  private static Document large(int rows, int columns) {
    var pixels = IntStream.range(0, rows).mapToDouble(row -> row % 251).toArray();
    var shared = NumberColumn.of("pixel", pixels);
    var all = new ArrayList<Column>();
    all.add(NumberColumn.of("label", IntStream.range(0, rows).mapToDouble(r -> r % 10).toArray()));
    IntStream.range(1, columns).forEach(i -> all.add(shared.renamed("pixel" + i)));
    var table = new Table("digits.csv", all, rows);
    var schema =
        all.stream().map(column -> new DataReference.ColumnSchema(column.name(), true)).toList();
    return Document.of(
        new DataReference(
            table.name(),
            rows,
            "0".repeat(64),
            schema,
            new DataSource.FromFile(null, null),
            table));
  }
}
