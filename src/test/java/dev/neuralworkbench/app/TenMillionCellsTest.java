package dev.neuralworkbench.app;

import dev.neuralworkbench.data.cell.NumberStyle;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberBuilder;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.model.DataReference;
import dev.neuralworkbench.model.DataSource;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Screenshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A million rows of ten columns on the data screen: to scroll, to ask what a column holds or for a
 * scatter, and to look through all columns holds the JavaFX thread no longer than 100 ms of the
 * reference machine, the toolkit's own work included. Each is done again, as in {@link
 * ManyRunsTest}, while it took longer; the window's watchdog watches the first time too.
 */
@Tag("slow")
class TenMillionCellsTest {

  private static final int ROWS = 1_000_000;
  private static final int COLUMNS = 10;

  @TempDir private Path folder;

  /** Numbers of every width in memory, some missing, and a class. */
  private static List<Column> columns() {
    var random = new SplittableRandom(1);
    var columns = new ArrayList<Column>();
    for (var i = 0; i < COLUMNS; i++) {
      var numbers = new NumberBuilder();
      for (var row = 0; row < ROWS; row++) {
        var number = random.nextGaussian(i, 1 + i);
        numbers.add(
            switch (i % 3) {
              case 0 -> number;
              case 1 -> random.nextInt(50) == 0 ? Double.NaN : Math.rint(1000 * number) / 1000;
              default -> Math.rint(number);
            });
      }
      columns.add(new NumberColumn("x" + i, numbers.build()));
    }
    return columns;
  }

  /** Cells as a careless hand has left them, and a total below. */
  private static List<Column> dirty() {
    var random = new SplittableRandom(2);
    var columns = new ArrayList<Column>();
    for (var i = 0; i < COLUMNS - 2; i++) {
      var numbers = new NumberBuilder();
      var sum = 0;
      for (var row = 0; row < ROWS - 1; row++) {
        var number = i == 0 && random.nextInt(100) == 0 ? -99 : 1 + random.nextInt(40);
        sum += number;
        numbers.add(number);
      }
      numbers.add(sum);
      columns.add(new NumberColumn("x" + i, numbers.build()));
    }
    var cities = List.of("Bern", "bern", "Basel", "Chur", "CHUR", "Total");
    columns.add(texts("city", cities, row -> row == ROWS - 1 ? 5 : random.nextInt(5)));
    columns.add(texts("label", List.of("no", "yes"), _ -> random.nextInt(3) / 2));
    return columns;
  }

  private static Column texts(String name, List<String> categories, IntUnaryOperator code) {
    var codes = new NumberBuilder();
    IntStream.range(0, ROWS).map(code).forEach(codes::add);
    return new TextColumn(name, categories, codes.build(), NumberStyle.POINT);
  }

  private static Document document(String name, List<Column> columns) {
    var schema =
        columns.stream()
            .map(it -> new DataReference.ColumnSchema(it.name(), it instanceof NumberColumn))
            .toList();
    return Document.of(
        new DataReference(
            name,
            ROWS,
            "0".repeat(64),
            schema,
            new DataSource.FromFile(null, null),
            new Table(name, columns, ROWS)));
  }

  private static TableView<?> lines(OpenWindow window) {
    return (TableView<?>) window.scene().lookup("#data-columns");
  }

  private static <S> void sortBy(TableView<S> table, int column) {
    TableColumn<S, ?> by = table.getColumns().get(column);
    table.getSortOrder().setAll(List.of(by));
  }

  private static void along(OpenWindow window, int column) {
    FxThread.run(
        () -> {
          @SuppressWarnings("unchecked")
          var chooser = (ComboBox<String>) window.scene().lookup("#scatter-x");
          chooser.setValue(chooser.getItems().get(column));
        });
  }

  @Test
  void nothingStallsTheWindow() {
    var columns = columns();
    var one = document("one", columns);
    var other = document("other", columns);
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var holds = Holds.in(window, () -> false);
      var robot = window.robot;
      robot.shortcut(KeyCode.DIGIT1);
      holds.does(
          "open",
          () -> FxThread.run(() -> window.workspace().open("x", one)),
          () -> FxThread.run(() -> window.workspace().open("x", other)));
      FxThread.run(() -> window.scene().lookup("#data-table").requestFocus());
      holds.does(
          "scroll",
          () -> {
            for (var page = 0; page < 20; page++) {
              robot.press(KeyCode.PAGE_DOWN);
            }
            robot.shortcut(KeyCode.END);
          },
          () -> robot.shortcut(KeyCode.HOME));
      holds.does(
          "summary", () -> robot.click("#column-1-name"), () -> robot.click("#column-0-name"));
      for (var column = 2; column < 6; column++) {
        var along = column;
        holds.does("scatter of " + column, () -> along(window, along), () -> along(window, 0));
      }
      holds.does(
          "columns",
          () -> robot.click("#table-columns"),
          () -> {
            robot.click("#table-rows");
            FxThread.run(() -> window.workspace().open("x", one));
            holds.settle();
            FxThread.run(() -> window.workspace().open("x", other));
          });
      robot.click("#table-columns");
      holds.settle();
      robot.waitUntil("lines", () -> lines(window).getItems().size() == COLUMNS);
      for (var column : new int[] {0, 3, 10}) {
        holds.does(
            "sort by " + column,
            () -> FxThread.run(() -> sortBy(lines(window), column)),
            () -> FxThread.run(() -> lines(window).getSortOrder().clear()));
      }
      holds.does(
          "columns across",
          () -> FxThread.run(() -> lines(window).scrollToColumnIndex(14)),
          () -> FxThread.run(() -> lines(window).scrollToColumnIndex(0)));
      holds.does(
          "choose a line",
          () -> FxThread.run(() -> lines(window).getSelectionModel().select(7)),
          () -> FxThread.run(() -> lines(window).getSelectionModel().select(3)));
      Screenshot.write(window.scene(), "ten-million-columns");
      holds.does(
          "correlation", () -> robot.click("#table-correlation"), () -> robot.click("#table-rows"));
      robot.click("#table-correlation");
      robot.waitForText("#correlation-sentence", "10 columns");
      Screenshot.write(window.scene(), "ten-million-correlation");
      holds.assertNone();
    }
  }

  /** What is no data in a million rows is looked for beside the window, and so is what mends it. */
  @Test
  void cleaningDoesNotStallTheWindow() {
    var one = document("one", dirty());
    var other = document("other", dirty());
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var holds = Holds.in(window, () -> false);
      var robot = window.robot;
      robot.shortcut(KeyCode.DIGIT1);
      holds.does(
          "open",
          () -> FxThread.run(() -> window.workspace().open("x", one)),
          () -> FxThread.run(() -> window.workspace().open("x", other)));
      robot.waitForText("#traps-line", "data issues");
      robot.click("#traps-line");
      Screenshot.write(window.scene(), "million-dirty-rows");
      for (var remedy : List.of("total-leave_out", "sentinel-0-as_missing", "spelling-8-merge")) {
        holds.does(remedy, () -> robot.click("#trap-" + remedy), () -> robot.shortcut(KeyCode.Z));
      }
      holds.assertNone();
    }
  }
}
