package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Showing;
import dev.neuralworkbench.ui.chart.ThemedChart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableRow;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A larger window shows no plot, table or number of rows smaller, and nothing lies on another. */
@Tag("thorough")
class LargerShowsMoreTest {

  private static final List<int[]> SIZES =
      List.of(
          new int[] {1024, 700},
          new int[] {1280, 800},
          new int[] {1366, 768},
          new int[] {1600, 900},
          new int[] {1920, 960});

  @TempDir private Path folder;
  private OpenWindow window;

  private interface Measured {
    Map<String, Double> now();
  }

  /** Measures at all sizes, of which a later one is larger but for 1366 × 768, that is lower. */
  private void grows(Measured measured) {
    Map<String, Double> before = new LinkedHashMap<>();
    var height = 0;
    for (var size : SIZES) {
      FxThread.run(
          () -> {
            window.stage.setY(0);
            window.stage.setWidth(size[0]);
            window.stage.setHeight(size[1]);
          });
      window.robot.frames(15);
      assertEquals(size[0], FxThread.call(() -> window.scene().getWidth()), 8, "the window");
      assertEquals(
          List.of(),
          FxThread.call(() -> ClippingCheck.clipped(window.scene())),
          size[0] + " × " + size[1]);
      var now = FxThread.call(measured::now);
      var isLower = size[1] < height;
      height = size[1];
      now.forEach(
          (name, value) -> {
            var least = before.getOrDefault(name, 0.0);
            assertTrue(
                value >= least - 1 || (isLower && !name.endsWith("width")),
                "%s at %d × %d: %s, before %s".formatted(name, size[0], size[1], value, least));
          });
      before.putAll(now);
    }
  }

  private ThemedChart chart(String id) {
    return (ThemedChart) window.scene().lookup(id);
  }

  private static Bounds place(Node node) {
    return node.localToScene(node.getBoundsInLocal());
  }

  @Test
  void runsGrowWithTheWindow() {
    try (var opened = new OpenWindow(folder, OpenWindow.SMALL)) {
      window = opened;
      for (var rate : new double[] {0.02, 0.002, 0.05}) {
        FxThread.run(
            () ->
                window
                    .workspace()
                    .editDraft(
                        "x",
                        it -> it.withTraining(it.training().withLearningRate(rate).withEpochs(5))));
        window.train();
      }
      window.robot.shortcut(KeyCode.DIGIT6);
      window.robot.waitUntil("curves", () -> chart("#runs-curves").area().getWidth() > 0);
      grows(
          () -> {
            var list = (Region) window.scene().lookup("#runs-list");
            var screen = (Region) window.scene().lookup("#runs");
            assertTrue(list.getHeight() <= 0.35 * screen.getHeight() + 1, "at most 35 %");
            apart(List.of(list, chart("#runs-curves"), window.scene().lookup("#runs-curves-tab")));
            var area = chart("#runs-curves").area();
            var rows =
                Showing.tree(list)
                    .filter(it -> it instanceof TableRow<?> row && row.getItem() != null)
                    .filter(it -> place(list).contains(place(it)))
                    .count();
            return Map.of(
                "curves width", area.getWidth(),
                "curves height", area.getHeight(),
                "list width", list.getWidth(),
                "rows", (double) rows);
          });
      var rows = FxThread.call(() -> Showing.tree(window.scene().lookup("#runs-list")).toList());
      assertEquals(
          3,
          rows.stream()
              .filter(it -> it.isVisible() && it.getStyleClass().contains("run-swatch"))
              .map(it -> it.getStyleClass().toString())
              .distinct()
              .count(),
          "a color for each");
    }
  }

  /** Nobody has chosen yet: the last two are, so that nothing that needs a choice is grey. */
  @Test
  void lastTwoRunsAreChosenUntilOthersAre() {
    try (var opened = new OpenWindow(folder, OpenWindow.SMALL)) {
      window = opened;
      window.robot.shortcut(KeyCode.DIGIT6);
      assertTrue(FxThread.call(() -> window.scene().lookup("#runs-curves-train").isVisible()));
      window.robot.click("#runs-curves-train");
      window.robot.waitForText("#run-state", "Training");
      FxThread.run(() -> ((ButtonBase) window.scene().lookup("#stop")).fire());
      window.robot.waitForText("#run-state", "Finished");
      for (var rate : new double[] {0.002, 0.05}) {
        FxThread.run(
            () ->
                window
                    .workspace()
                    .editDraft("x", it -> it.withTraining(it.training().withLearningRate(rate))));
        window.train();
      }
      window.robot.waitForText("#runs-sentence", "From run 2 to run 3: learning rate");
      for (var button : List.of("#runs-open", "#runs-pin", "#runs-delete")) {
        window.robot.waitUntil(button, () -> !window.scene().lookup(button).isDisabled());
      }
      assertEquals("Open run 2", window.robot.text("#runs-open"));
      window.robot.click("#runs-scores-tab");
      window.robot.frames(3);
      assertEquals(
          3, FxThread.call(() -> window.workspace().document().get().runs().present().size()));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 16})
  void dataGrowWithTheWindow(int columns) throws IOException {
    var file = Files.writeString(folder.resolve("table.csv"), table(columns));
    try (var opened = new OpenWindow(folder, OpenWindow.SMALL, file)) {
      window = opened;
      window.robot.shortcut(KeyCode.DIGIT1);
      window.robot.waitUntil("facts", () -> window.scene().lookup("#column-range") != null);
      FxThread.run(() -> click("#about-scatter-tab"));
      window.robot.waitUntil("points", () -> chart("#scatter").area().getWidth() > 0);
      grows(
          () -> {
            var grid = (Region) window.scene().lookup("#data-table");
            var scatter = chart("#scatter");
            var about = (ScrollPane) window.scene().lookup("#data-about");
            assertEquals(List.of(), cut(grid), "numbers that are cut");
            assertTrue(scatter.isVisible(), "scatter");
            apart(List.of(grid, about));
            assertTrue(
                place(scatter).getMaxX() <= place(about).getMaxX() + 1,
                place(scatter) + " in " + place(about));
            if (about.getVvalue() == 0) {
              assertTrue(
                  place(scatter).getMaxY() <= place(about).getMaxY() + 1,
                  "cut by the fold: " + place(scatter) + " in " + place(about));
            }
            return Map.of(
                "scatter width", scatter.area().getWidth(),
                "scatter height", scatter.area().getHeight(),
                "table width", grid.getWidth(),
                "table height", grid.getHeight());
          });
    }
  }

  /** Also where it has no room beside the form and the answer, as in large letters. */
  @Test
  void pictureAroundTheRowGrowsWithTheWindow() throws IOException {
    var file = Files.writeString(folder.resolve("table.csv"), table(7));
    try (var opened = new OpenWindow(folder, OpenWindow.SMALL, file)) {
      window = opened;
      window.train();
      window.robot.shortcut(KeyCode.DIGIT5);
      window.robot.waitForText("#predict-target", "amount 6");
      window.robot.frames(20);
      var parts =
          List.of("#predict-inputs", "#predict-target", "#predict-picture", "#predict-rows");
      Measured measured =
          () -> {
            assertTrue(
                Showing.tree(window.scene().getRoot()).anyMatch(chart("#predict-picture")::equals));
            apart(parts.stream().map(window.scene()::lookup).toList());
            var picture = chart("#predict-picture");
            var side = Math.min(picture.getWidth(), picture.getHeight());
            return Map.of("picture width", side);
          };
      grows(measured);
      window.robot.press(KeyCode.F11);
      window.robot.frames(30);
      FxThread.call(measured::now);
    }
  }

  private void click(String id) {
    if (window.scene().lookup(id) instanceof ButtonBase button) {
      button.fire();
    }
  }

  /** Cells whose numbers show with an ellipsis, though their column is in sight. */
  private static List<String> cut(Region grid) {
    return Showing.tree(grid)
        .filter(Labeled.class::isInstance)
        .map(Labeled.class::cast)
        .filter(it -> it.getStyleClass().contains("grid-cell"))
        .filter(
            it ->
                it.lookupAll(".text").stream()
                    .anyMatch(text -> ((Text) text).getText().endsWith("...")))
        .map(Labeled::getText)
        .collect(Collectors.toList());
  }

  private static void apart(List<Node> parts) {
    for (var one : parts) {
      for (var other : parts) {
        var a = place(one);
        var b = place(other);
        var across = Math.min(a.getMaxX(), b.getMaxX()) - Math.max(a.getMinX(), b.getMinX());
        var down = Math.min(a.getMaxY(), b.getMaxY()) - Math.max(a.getMinY(), b.getMinY());
        assertTrue(one.equals(other) || across <= 1 || down <= 1, () -> one + " lies on " + other);
      }
    }
  }

  /** Whole numbers of up to ten digits, of which the greatest is a power of ten where shorter. */
  private static String table(int columns) {
    var head =
        IntStream.range(0, columns).mapToObj(i -> "amount " + i).collect(Collectors.joining(","));
    return IntStream.range(0, 300)
        .mapToObj(
            row ->
                IntStream.range(0, columns)
                    .mapToObj(
                        i ->
                            row == 299
                                ? (1 + i % 2) * 24 + "000000000"
                                : String.valueOf(row * 16_609_055L * (1 + i % 2) + i))
                    .collect(Collectors.joining(",")))
        .collect(Collectors.joining("\n", head + "\n", "\n"));
  }
}
