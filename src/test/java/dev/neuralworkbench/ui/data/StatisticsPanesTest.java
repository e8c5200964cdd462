package dev.neuralworkbench.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.NumberStorage;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.FxWatchdog;
import dev.neuralworkbench.testing.PseudoWords;
import dev.neuralworkbench.testing.Screenshot;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.common.grid.CellGrid;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The parts of the data screen that tell what the columns hold. */
@Tag("thorough")
class StatisticsPanesTest {

  private static final String GAPS =
      """
      size,kind,weight,answer
      1,a,10,2.5
      2,b,,3.5
      3,a,30,1.5
      ,c,,4.5
      2,b,,3.5
      2,b,20,9.25
      """;

  private final UserRobot robot = new UserRobot();
  private DataWindow window;

  @AfterEach
  void close() {
    window.close();
  }

  private void show(Document document) {
    window = new DataWindow(document, robot);
  }

  private void showGaps() {
    show(Document.of(BundledSample.IRIS));
    FxThread.run(() -> window.sources.openText("gaps", GAPS));
    robot.waitForText("#data-name", "gaps");
  }

  private TableView<?> table() {
    return (TableView<?>) window.scene().lookup("#data-columns");
  }

  /** What a column of the table says, from top to bottom. */
  private List<String> texts(String id) {
    return FxThread.call(
        () ->
            table().lookupAll(".table-row-cell").stream()
                .map(row -> (TableRow<?>) row)
                .filter(row -> !row.isEmpty())
                .sorted((one, other) -> Integer.compare(one.getIndex(), other.getIndex()))
                .map(
                    row ->
                        row.getChildrenUnmodifiable().stream()
                            .filter(TableCell.class::isInstance)
                            .map(cell -> (TableCell<?, ?>) cell)
                            .filter(cell -> id.equals(cell.getTableColumn().getId()))
                            .map(TableCell::getText)
                            .findFirst()
                            .orElse(""))
                .toList());
  }

  @Test
  void columnsAreSortedByANumberAndThoseWithoutOneStayLast() {
    showGaps();
    robot.click("#table-columns");
    robot.frames(3);
    assertEquals(List.of("size", "kind", "weight", "answer"), texts("columns-name"));
    assertEquals(List.of("1 (16.7%)", "0", "3 (50%)", "0"), texts("columns-missing"));
    FxThread.run(() -> sortBy(table(), 5, SortType.ASCENDING));
    robot.frames(3);
    assertEquals(List.of("1", "1.5", "10", "\u2013"), texts("columns-min"));
    FxThread.run(() -> sortBy(table(), 5, SortType.DESCENDING));
    robot.frames(3);
    assertEquals(List.of("10", "1.5", "1", "\u2013"), texts("columns-min"));
    FxThread.run(() -> table().getSortOrder().clear());
    robot.frames(3);
    assertEquals(List.of("size", "kind", "weight", "answer"), texts("columns-name"));
    // As NumPy has them, the deviation with n below the line.
    assertEquals(List.of("2", "\u2013", "15", "2.75"), texts("columns-q1"));
    assertEquals(List.of("2", "\u2013", "20", "3.5"), texts("columns-median"));
    assertEquals(List.of("2", "\u2013", "25", "4.25"), texts("columns-q3"));
    assertEquals(List.of("3", "\u2013", "30", "9.25"), texts("columns-max"));
    assertEquals(List.of("2", "\u2013", "20", "4.125"), texts("columns-mean"));
    assertEquals(List.of("0.6325", "\u2013", "8.165", "2.474"), texts("columns-deviation"));
  }

  private static <S> void sortBy(TableView<S> table, int column, SortType type) {
    TableColumn<S, ?> by = table.getColumns().get(column);
    by.setSortType(type);
    table.getSortOrder().setAll(List.of(by));
  }

  @Test
  void columnThatIsChosenShowsBesideAndTheOtherWayRound() {
    showGaps();
    robot.click("#table-columns");
    robot.clickText("weight");
    robot.waitForText("#column-name", "weight");
    assertEquals("10 to 30", robot.text("#column-range"));
    robot.click("#table-rows");
    robot.click("#column-1-name");
    robot.click("#table-columns");
    robot.frames(3);
    assertEquals(1, FxThread.call(() -> table().getSelectionModel().getSelectedIndex()));
  }

  @Test
  void rowThatOccursAgainIsCountedAndShown() {
    showGaps();
    robot.click("#table-columns");
    assertEquals(
        "6 rows: 3 complete, 2 with 1 missing cell, 1 with 2 missing cells",
        robot.text("#columns-rows"));
    assertEquals(
        "1 row duplicates an earlier one, first row 5 (same as row 2)",
        robot.text("#columns-repeated"));
    robot.click("#columns-first-repeated");
    robot.frames(3);
    assertFalse(robot.shows("#data-columns"));
    var grid = (CellGrid<?>) robot.find("#data-table");
    assertEquals(4, FxThread.call(() -> grid.selected().get().row()));
  }

  @Test
  void cellOfTheCorrelationsShowsItsScatter() {
    show(Document.of(BundledSample.IRIS));
    robot.click("#table-correlation");
    robot.frames(3);
    var grid = (CellGrid<?>) robot.find("#correlation");
    FxThread.run(grid::requestFocus);
    for (var i = 0; i < 3; i++) {
      robot.press(KeyCode.RIGHT);
      robot.press(KeyCode.DOWN);
    }
    // R: cor(iris[1:4])["Petal.Length", "Petal.Width"]
    assertEquals(
        "petal_length_cm  \u00b7  petal_width_cm  \u00b7  r = 0.963  \u00b7  150 rows",
        robot.text("#correlation-chosen"));
    assertEquals(Set.of("1.00", "0.96"), FxThread.call(() -> shaded(grid, "positive-5")));
    assertEquals(
        Set.of("\u22120.43", "\u22120.37"), FxThread.call(() -> shaded(grid, "negative-2")));
    robot.frames(3);
    var scatter = (PlaneChart) robot.find("#scatter");
    assertEquals("petal_width_cm", FxThread.call(() -> scatter.shown().xName()));
    assertEquals("petal_length_cm", FxThread.call(() -> scatter.shown().yName()));
    robot.click("#about-column-tab");
    assertEquals("petal_length_cm", robot.text("#column-name"));
  }

  @Test
  void withoutAPairAndWithoutATableItIsSaid() {
    showGaps();
    robot.click("#table-correlation");
    FxThread.run(() -> window.sources.openText("one", "a,b\nx,1\ny,2\n"));
    robot.waitForText("#data-name", "one");
    assertTrue(robot.text("#correlation-none").contains("two numeric columns"));
    var iris = Document.of(BundledSample.IRIS);
    var data = iris.data();
    var absent =
        iris.withData(
            new DataReference(
                data.name(), data.rows(), data.hash(), data.columns(), data.source(), null));
    FxThread.run(() -> window.workspace.open("x", absent));
    robot.frames(3);
    assertFalse(robot.shows("#table-columns"));
    assertTrue(robot.shows("#data-absent"));
    FxThread.run(() -> window.workspace.open("x", iris));
    robot.frames(3);
    assertTrue(FxThread.call(() -> shaded(robotGrid(), "positive-5")).contains("0.96"));
  }

  private Node robotGrid() {
    return window.scene().lookup("#correlation");
  }

  private static Set<String> shaded(Node grid, String shade) {
    return grid.lookupAll(".grid-cell:" + shade).stream()
        .map(it -> ((Label) it).getText())
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void nothingIsClipped(Language language) {
    window = new DataWindow(Document.of(BundledSample.IRIS), robot, Sentences::of, language);
    FxThread.run(() -> window.sources.openText("gaps", GAPS));
    for (var part : List.of("columns", "correlation")) {
      robot.click("#table-" + part);
      robot.frames(4);
      Screenshot.write(window.scene(), "data-" + part + "-" + language);
      assertEquals(
          List.of(),
          FxThread.call(() -> ClippingCheck.clipped(window.scene())).stream()
              // What is scrolled out of sight is cut at the edge.
              .filter(it -> !it.contains("table-cell") && !it.contains("line-head"))
              .toList());
    }
  }

  @Test
  void everyTextComesFromABundle() {
    var pseudo = new PseudoWords(Sentences.of(Locale.ENGLISH));
    window = new DataWindow(Document.of(BundledSample.IRIS), robot, _ -> pseudo, Language.ENGLISH);
    FxThread.run(() -> window.sources.openText("gaps", GAPS));
    for (var part : List.of("columns", "correlation")) {
      robot.click("#table-" + part);
      robot.frames(4);
      assertEquals(List.of(), FxThread.call(() -> PseudoWords.unmarked(window.scene())));
    }
  }

  @Test
  void linesOfManyColumnsHoldNoWindow() {
    var columns =
        IntStream.range(0, 20_000)
            .<Column>mapToObj(
                i -> new NumberColumn("c" + i, NumberStorage.of(new short[] {1, (short) i, 7})))
            .toList();
    show(wide(columns, 3));
    try (var _ = new FxWatchdog()) {
      robot.click("#table-columns");
      robot.waitUntil("lines", () -> table().getItems().size() == 20_000);
      FxThread.run(() -> sortBy(table(), 0, SortType.DESCENDING));
      robot.frames(3);
      FxThread.run(() -> table().scrollTo(15_000));
      robot.frames(5);
      robot.click("#table-correlation");
      robot.waitForText("#correlation-sentence", "Shows the target and the first 59 of");
      robot.frames(5);
    }
  }

  @Test
  void searchThatWasCancelledCanBeginAgain() {
    var rows = 400_000;
    var random = new SplittableRandom(1);
    var columns =
        IntStream.range(0, 4)
            .<Column>mapToObj(i -> NumberColumn.of("x" + i, random.doubles(rows).toArray()))
            .toList();
    show(wide(columns, rows));
    robot.waitUntil("peace", () -> window.tasks.running().isEmpty());
    FxThread.run(
        () -> {
          ((ToggleButton) window.scene().lookup("#table-columns")).fire();
          var job = window.tasks.running().getFirst();
          assertEquals("job.statistics", job.nameKey);
          assertTrue(job.isStoppable());
          job.cancel();
        });
    robot.click("#columns-waiting-again");
    robot.waitUntil("lines", () -> table().getItems().size() == 4);
    robot.waitForText("#columns-rows", "400,000 rows, no missing cells");
  }

  private static Document wide(List<Column> columns, int rows) {
    var table = new Table("wide.csv", columns, rows);
    var schema =
        columns.stream()
            .map(column -> new DataReference.ColumnSchema(column.name(), true))
            .toList();
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
