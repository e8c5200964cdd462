package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Screenshot;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.ui.common.TextSize;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file with a remark on each of 300 columns is looked at in a small window. */
class ImportPreviewTest {

  private static final int COLUMNS = 300;

  @TempDir private Path folder;

  private Path survey() throws IOException {
    var text =
        IntStream.range(0, 40)
            .mapToObj(
                row ->
                    IntStream.range(0, COLUMNS)
                        .mapToObj(i -> cell(row, i))
                        .collect(Collectors.joining(",")))
            .collect(Collectors.joining("\n"));
    return Files.writeString(folder.resolve("survey.csv"), text);
  }

  private static String cell(int row, int column) {
    if (row == 0) {
      return "a_long_question_" + column;
    }
    return row == 3 ? mark(column) : row + "." + column;
  }

  private static String mark(int column) {
    return column < 150 ? "refused" : column < 290 ? "skipped" : "odd" + column;
  }

  private static Bounds bounds(OpenWindow window, String id) {
    var node = window.scene().lookup(id);
    return node.localToScene(node.getLayoutBounds());
  }

  /** What should be seen of a part and is not. */
  private static List<String> hidden(OpenWindow window, String... ids) {
    var scene = window.scene();
    var wrong = new ArrayList<String>();
    for (var id : ids) {
      Node node = scene.lookup(id);
      var at = node == null ? null : bounds(window, id);
      var isInside =
          at != null
              && at.getMinX() >= 0
              && at.getMinY() >= 0
              && at.getMaxX() <= scene.getWidth()
              && at.getMaxY() <= scene.getHeight()
              && at.getHeight() > 0;
      if (!isInside) {
        wrong.add(id + " " + at);
      }
    }
    return wrong;
  }

  @ParameterizedTest
  @CsvSource({
    "PERCENT_100, ENGLISH",
    "PERCENT_100, CHINESE",
    "PERCENT_125, ENGLISH",
    "PERCENT_150, CHINESE"
  })
  void titleRowsFieldsAndButtonsStayInTheWindow(TextSize size, Language language)
      throws IOException {
    var small =
        OpenWindow.with(OpenWindow.SMALL, language, new Preferences.WindowSize(1000, 700, false));
    try (var window = new OpenWindow(folder, small, survey())) {
      FxThread.run(() -> window.workbench.theme.text.set(size));
      window.robot.waitUntil(
          "reading", () -> window.scene().lookup("#data-reading-change") != null);
      window.robot.click("#data-reading-change");
      window.robot.waitUntil("doubts", () -> window.scene().lookup("#preview-doubt-0") != null);
      window.robot.frames(10);
      Screenshot.write(window.scene(), "preview-" + size + "-" + language);
      var hidden =
          FxThread.call(
              () ->
                  hidden(
                      window,
                      "#preview",
                      "#preview-delimiter",
                      "#preview-grid",
                      "#preview-doubts",
                      "#preview-doubt-0-missing",
                      "#preview-forget",
                      "#preview-cancel",
                      "#preview-use"));
      assertEquals(List.of(), hidden);
      FxThread.run(
          () -> {
            var all = bounds(window, "#preview");
            assertTrue(bounds(window, "#preview-use").getMaxY() <= all.getMaxY() + 1, all + "");
            var doubts = (ScrollPane) window.scene().lookup("#preview-doubts");
            assertTrue(doubts.getHeight() < all.getHeight() / 2, doubts.getHeight() + "");
            var grid = window.scene().lookup("#preview-grid").getLayoutBounds();
            assertTrue(grid.getHeight() >= 100, "some rows: " + grid);
            doubts.setVvalue(1);
          });
      window.robot.frames(3);
      // The last of them comes into sight, which is told of all columns that share nothing.
      var last = FxThread.call(() -> bounds(window, "#preview-doubt-2"));
      var box = FxThread.call(() -> bounds(window, "#preview-doubts"));
      assertTrue(last.getMaxY() <= box.getMaxY() + 1, last + " in " + box);
      FxThread.run(() -> ((ScrollPane) window.scene().lookup("#preview-doubts")).setVvalue(0));
      window.robot.click("#preview-doubt-0-missing");
      window.robot.waitUntil(
          "read without it",
          () ->
              window.scene().lookup("#preview-missing")
                      instanceof javafx.scene.control.TextField field
                  && field.getText().equals("refused"));
    }
  }
}
