package dev.neuralworkbench.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.table.ReadingChoices;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.FxWatchdog;
import dev.neuralworkbench.testing.PseudoWords;
import dev.neuralworkbench.testing.Screenshot;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.common.grid.CellGrid;
import dev.neuralworkbench.ui.common.grid.GridCell;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What in the table deceives, above it and beside it. */
@Tag("thorough")
class TrapsViewTest {

  private static final String CODE = "#trap-determines_class-1";

  private final UserRobot robot = new UserRobot();
  private DataWindow window;

  @AfterEach
  void close() {
    window.close();
  }

  /** 400 rows: a number, a code that gives the class away, a site of which two rows differ. */
  private static Table clinic() {
    var csv = new StringBuilder("x,code,site,class\n");
    for (var i = 0; i < 400; i++) {
      var ill = i * 7919 % 13 < 5;
      csv.append((i * 7919 % 1009) / 10.0 + (ill ? 8.03 : 0)).append(',');
      csv.append(ill ? "I" : "Z").append(i % 3).append(',');
      csv.append(i == 30 || i == 200 ? "Kiel" : "Bremen").append(',');
      csv.append(ill ? "ill\n" : "well\n");
    }
    try {
      return TableReader.parse("clinic.csv", csv.toString());
    } catch (TableFormatException e) {
      throw new AssertionError(e);
    }
  }

  private void show(Table table) {
    window = new DataWindow(Document.of(DataReference.ofFile(table, ReadingChoices.NONE)), robot);
  }

  private ColumnRole role(int column) {
    return FxThread.call(
        () -> window.workspace.document().get().draft().preparation().columns().get(column).role());
  }

  @Test
  void whereThereIsNothingToLookAtThereIsNoLine() {
    window = new DataWindow(Document.of(DataReference.of(BundledSample.IRIS)), robot);
    robot.frames(30);
    assertFalse(robot.shows("#traps-line"));
    FxThread.run(() -> window.sources.openText("clinic", text(clinic())));
    robot.waitForText("#traps-line", "2 data issues");
    FxThread.run(window.workspace::undo);
    robot.waitUntilGone("#traps-line");
  }

  private static String text(Table table) {
    var lines = new StringBuilder("x,code,site,class\n");
    for (var row = 0; row < table.rows(); row++) {
      for (var column = 0; column < 4; column++) {
        lines.append(table.column(column).text(row)).append(column < 3 ? "," : "\n");
      }
    }
    return lines.toString();
  }

  @Test
  void aPressOnTheLineTellsWhatWasFoundAndAnotherHidesIt() {
    show(clinic());
    robot.waitForText("#traps-line", "2 data issues");
    assertFalse(robot.shows("#traps"));
    robot.click("#traps-line");
    assertEquals(
        "“code” alone reveals “class”: without any other input, 400 of 400 rows are predicted"
            + " correctly. Always predicting the most frequent class gets 245 correct.",
        robot.text(CODE + "-found"));
    assertEquals(
        "1 input has the same value in nearly every row: site. 2 of 400 rows differ.",
        robot.text("#trap-nearly_constant-2-found"));
    robot.click("#traps-line");
    assertFalse(robot.shows("#traps"));
    robot.click("#traps-line");
    robot.click("#traps-close");
    assertFalse(robot.shows("#traps"));
  }

  @Test
  void onePressIgnoresTheColumnAndOneStepBackBringsItBack() {
    show(clinic());
    robot.waitForText("#traps-line", "2 data issues");
    robot.click("#traps-line");
    robot.click(CODE + "-ignore");
    assertEquals(ColumnRole.IGNORED, role(1));
    robot.waitForText("#traps-line", "1 data issue");
    assertFalse(robot.shows(CODE));
    robot.click("#trap-nearly_constant-2-ignore");
    robot.waitUntilGone("#traps-line");
    assertFalse(robot.shows("#traps"));
    FxThread.run(window.workspace::undo);
    FxThread.run(window.workspace::undo);
    assertEquals(ColumnRole.INPUT, role(1));
    robot.waitForText("#traps-line", "2 data issues");
  }

  @Test
  void whatMayBeHonestIsMarkedAsPossible() throws TableFormatException {
    var csv = new StringBuilder("net,tax,gross\n");
    for (var row = 0; row < 60; row++) {
      var net = row * 37 % 101 + 0.25;
      var tax = row * 13 % 59 / 4.0;
      csv.append("%s,%s,%s\n".formatted(net, tax, net + tax));
    }
    show(TableReader.parse("invoices.csv", csv.toString()));
    robot.waitForText("#traps-line", "1 data issue");
    robot.click("#traps-line");
    assertEquals("Possible", robot.text("#trap-sum-0-possible"));
    assertEquals("“gross” equals “net” + “tax” in 60 of 60 rows.", robot.text("#trap-sum-0-found"));
    FxThread.run(() -> window.sources.openText("clinic", text(clinic())));
    robot.waitForText("#traps-line", "2 data issues");
    robot.click("#traps-line");
    assertFalse(robot.shows(CODE + "-possible"));
  }

  @Test
  void aPressOnARowBringsItIntoSight() {
    show(clinic());
    robot.waitForText("#traps-line", "2 data issues");
    robot.click("#traps-line");
    var grid = (CellGrid<?>) robot.find("#data-table");
    robot.click("#trap-nearly_constant-2-row-200");
    assertEquals(new GridCell(200, 2), FxThread.call(() -> grid.selected().get()));
    robot.click(CODE + "-column-1");
    assertEquals(new GridCell(-1, 1), FxThread.call(() -> grid.selected().get()));
    assertEquals("code", robot.text("#column-name"));
    robot.click("#trap-nearly_constant-2-row-30");
    assertEquals(new GridCell(30, 2), FxThread.call(() -> grid.selected().get()));
    assertEquals("site", robot.text("#column-name"));
  }

  @Test
  void everyTextIsFromTheBundlesAndFits() {
    window =
        new DataWindow(
            Document.of(DataReference.ofFile(clinic(), ReadingChoices.NONE)),
            robot,
            language -> new PseudoWords(Sentences.of(language)),
            Language.ENGLISH);
    robot.waitUntil("line", () -> window.scene().lookup("#traps-line").isVisible());
    robot.click("#traps-line");
    robot.frames(5);
    assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(window.scene())));
    assertEquals(List.of(), FxThread.call(() -> PseudoWords.unmarked(window.scene())));
    Screenshot.write(window.scene(), "traps");
  }

  @Test
  void aLargeTableIsLookedThroughBesideTheWindow() throws TableFormatException {
    var rows = new StringBuilder("x,y,one,class\n");
    for (var i = 0; i < 60_000; i++) {
      rows.append(i * 37 % 1009).append(',').append(i * 7919L % 60_013).append(",5,");
      rows.append(i * 31 % 7 < 3 ? "a\n" : "b\n");
    }
    var large =
        Document.of(
            DataReference.ofFile(TableReader.parse("large", rows.toString()), ReadingChoices.NONE));
    show(clinic());
    try (var _ = new FxWatchdog()) {
      FxThread.run(() -> window.workspace.edit("x", _ -> large));
      // One value, and whole numbers of which none comes back.
      robot.waitForText("#traps-line", "2 data issues");
    }
  }
}
