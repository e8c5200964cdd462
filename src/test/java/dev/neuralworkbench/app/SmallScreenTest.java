package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.app.screen.AppScreen;
import dev.neuralworkbench.data.sample.Sample;
import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.testing.ClippingCheck;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Showing;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.common.TextSize;
import dev.neuralworkbench.ui.common.grid.CellGrid;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a screen of 1366 × 768 pixels, as many schools have, must have room for. */
@Tag("thorough")
class SmallScreenTest {

  private static final Preferences SMALL =
      OpenWindow.with(OpenWindow.SMALL, new Preferences.WindowSize(1366, 768, false));

  /** Pixels between two of the twelve columns of a screen. */
  private static final double GUTTER = 24;

  @TempDir private Path folder;

  @Test
  void planeOfTheFirstSampleIsSquareAndLarge() {
    try (var window = new OpenWindow(folder, SMALL)) {
      train(window);
      var area = FxThread.call(() -> plane(window).area());
      assertTrue(area.getWidth() >= 250, area + "");
      assertEquals(area.getWidth(), area.getHeight(), 1);
      assertEquals(List.of(), FxThread.call(() -> withoutWords(window)), "tools");
    }
  }

  @Test
  void namesOfTheAxesTakeNoRoomFromAPlaneOfManyInputs() {
    try (var window = opened(BundledSample.WINE)) {
      train(window);
      var area = FxThread.call(() -> plane(window).area());
      assertTrue(Math.min(area.getWidth(), area.getHeight()) >= 250, area + "");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"IRIS", "DIGITS", "DIABETES"})
  void evaluateNeedsNoScrolling(BundledSample sample) {
    try (var window = opened(sample)) {
      train(window);
      window.robot.shortcut(KeyCode.DIGIT3);
      window.robot.waitForText("#evaluate-verdict-line", ".");
      window.robot.frames(5);
      noScrolling(window);
    }
  }

  @Test
  void keysMakeAllLargerAndSmaller() {
    try (var window = opened(BundledSample.IRIS)) {
      var text = window.workbench.theme.text;
      var keys =
          List.of(
              KeyCode.EQUALS,
              KeyCode.PLUS,
              KeyCode.ADD,
              KeyCode.MINUS,
              KeyCode.SUBTRACT,
              KeyCode.PLUS,
              KeyCode.DIGIT0);
      var percent = new ArrayList<Integer>();
      for (var key : keys) {
        window.robot.shortcut(key);
        window.robot.frames(2);
        percent.add(FxThread.call(() -> text.get().percent));
      }
      assertEquals(List.of(110, 125, 150, 125, 110, 125, 100), percent);
      window.robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.EQUALS);
      window.robot.frames(2);
      assertEquals(110, FxThread.call(() -> text.get().percent));
    }
  }

  @Test
  void numbersOfTheLedgerAreWholeAfterZooming() {
    try (var window = opened(BundledSample.IRIS)) {
      train(window);
      window.robot.shortcut(KeyCode.DIGIT4);
      window.robot.click("#backprop-ledger");
      window.robot.find("#backprop-ledger-table");
      window.robot.shortcut(KeyCode.EQUALS);
      window.robot.shortcut(KeyCode.EQUALS);
      window.robot.frames(10);
      var cut =
          FxThread.call(
              () ->
                  window.scene().lookup("#backprop-ledger-table").lookupAll(".text").stream()
                      .map(Text.class::cast)
                      .map(Text::getText)
                      .filter(text -> text.endsWith("..."))
                      .toList());
      assertEquals(List.of(), cut);
    }
  }

  @Test
  void resultOfACrossValidationStandsBesideTheMatrixWithoutScrolling() {
    try (var window = opened(BundledSample.IRIS)) {
      train(window);
      window.robot.shortcut(KeyCode.DIGIT3);
      window.robot.waitForText("#evaluate-verdict-line", ".");
      window.robot.click("#evaluate-tab-compare");
      window.robot.click("#evaluate-study-start");
      window.robot.waitForText("#evaluate-study-1-accuracy", "0.9");
      window.robot.frames(5);
      noScrolling(window);
      assertEquals(List.of(), FxThread.call(() -> ClippingCheck.clipped(window.scene())));
    }
  }

  private static void noScrolling(OpenWindow window) {
    FxThread.run(
        () -> {
          var scroll = (ScrollPane) window.scene().lookup("#evaluate-scroll");
          var content = scroll.getContent().getLayoutBounds();
          var room = scroll.getViewportBounds();
          assertTrue(content.getHeight() <= room.getHeight() + 1, content + " in " + room);
          assertTrue(content.getWidth() <= room.getWidth() + 1, content + " in " + room);
        });
  }

  @Test
  void sixColumnsOfATableOfPenguinsShow() throws IOException {
    var table = folder.resolve("penguins.csv");
    var rows = new StringBuilder("species,island,bill_length_mm,bill_depth_mm,flipper_length_mm,");
    rows.append("body_mass_g,sex,year\n");
    for (var i = 0; i < 344; i++) {
      rows.append(i % 2 == 0 ? "Adelie,Torgersen," : "Chinstrap,Biscoe,")
          .append(
              "%d.%d,1%d.%d,%d,%d,male,2007\n"
                  .formatted(
                      35 + i % 20, i % 10, 4 + i % 6, i % 9, 180 + i % 40, 2700 + 50 * (i % 60)));
    }
    Files.writeString(table, rows);
    try (var window = new OpenWindow(folder, SMALL, table)) {
      window.robot.shortcut(KeyCode.DIGIT1);
      window.robot.waitForText("#data-facts", "344");
      window.robot.frames(5);
      var shown =
          FxThread.call(
              () -> {
                var grid = (CellGrid<?>) window.scene().lookup("#data-table");
                var end = bounds(grid).getMaxX();
                return grid.lookupAll(".column-head").stream()
                    .filter(it -> it.isVisible() && bounds(it).getMaxX() <= end)
                    .count();
              });
      assertTrue(shown >= 6, shown + " columns");
    }
  }

  /** The outer edges of each screen's parts are in line, and Evaluate's lie on twelve columns. */
  @Test
  void edgesLieInLine() {
    try (var window = opened(BundledSample.IRIS)) {
      train(window);
      inLine(window, Bounds::getMinX, "#live-scrubber", "#network-drawing", "#live-loss");
      inLine(window, Bounds::getMaxX, "#picture", "#live-score");
      inLine(window, Bounds::getMaxX, "#live-loss", "#network-drawing");
      inLine(window, Bounds::getMinX, "#picture", "#live-score");
      inLine(window, Bounds::getMinY, "#live-loss", "#picture");
      inLine(window, Bounds::getMaxY, "#network-drawing", "#live-score");
      window.robot.shortcut(KeyCode.DIGIT1);
      window.robot.frames(3);
      inLine(window, Bounds::getMinX, "#data-name", "#data-table");
      inLine(window, Bounds::getMaxX, "#data-new", "#data-panes");
      window.robot.shortcut(KeyCode.DIGIT3);
      window.robot.waitForText("#evaluate-verdict-line", ".");
      window.robot.frames(5);
      onTwelveColumns(window);
      window.robot.shortcut(KeyCode.DIGIT4);
      window.robot.waitForText("#backprop-heading", "Scaled");
      window.robot.frames(5);
      inLine(window, Bounds::getMinX, "#backprop-steps", "#backprop-drawing");
      inLine(
          window,
          Bounds::getMinX,
          "#backprop-phase-preparation",
          "#backprop-heading",
          ".step-part",
          "#backprop-why",
          "#backprop-first");
      inLine(window, Bounds::getMaxX, "#backprop-phase-after", ".step-part");
      inLine(window, Bounds::getMinY, "#backprop-drawing", ".phase-bar");
      window.robot.shortcut(KeyCode.DIGIT5);
      window.robot.waitUntil(
          "the picture", () -> window.scene().lookup("#predict-picture").isVisible());
      window.robot.frames(5);
      inLine(window, Bounds::getMinX, "#predict-fill", "#predict-inputs .label", "#predict-rows");
      inLine(window, Bounds::getMinX, "#predict-target", "#predict-bars");
      inLine(window, Bounds::getMaxX, "#predict-bars", "#predict-rows");
    }
  }

  private static void onTwelveColumns(OpenWindow window) {
    FxThread.run(
        () -> {
          var content =
              bounds(((ScrollPane) window.scene().lookup("#evaluate-scroll")).getContent());
          var pitch = (content.getWidth() + GUTTER) / 12;
          var sections = window.scene().getRoot().lookupAll(".section-of-scores");
          assertTrue(sections.size() >= 4, sections + "");
          for (var section : sections) {
            if (Showing.tree(window.scene().getRoot()).noneMatch(section::equals)) {
              continue;
            }
            var columns = (bounds(section).getMinX() - content.getMinX()) / pitch;
            assertEquals(Math.rint(columns), columns, 1 / pitch, section + " at " + columns);
          }
        });
  }

  private static void inLine(OpenWindow window, ToDoubleFunction<Bounds> edge, String... ids) {
    FxThread.run(
        () -> {
          var edges =
              Stream.of(ids)
                  .map(id -> edge.applyAsDouble(bounds(window.scene().lookup(id))))
                  .toList();
          for (var each : edges) {
            assertEquals(edges.getFirst(), each, 1, List.of(ids) + " at " + edges);
          }
        });
  }

  /** Text of twice the size: screens keep their parts and are moved, the window keeps its size. */
  @ParameterizedTest
  @EnumSource(names = {"PERCENT_150", "PERCENT_175", "PERCENT_200"})
  void largeTextLeavesRoomForThePictures(TextSize text) {
    try (var window = opened(BundledSample.IRIS)) {
      train(window);
      window.robot.frames(10);
      var size = FxThread.call(() -> List.of(window.stage.getWidth(), window.stage.getHeight()));
      FxThread.run(() -> window.workbench.theme.text.set(text));
      window.robot.frames(20);
      var area = FxThread.call(() -> plane(window).area());
      assertTrue(Math.min(area.getWidth(), area.getHeight()) >= 190, area + "");
      FxThread.run(() -> toolsAreInTheWindow(window));
      for (var screen = 1; screen <= AppScreen.ALL.size(); screen++) {
        var key = KeyCode.valueOf("DIGIT" + screen);
        window.robot.shortcut(key);
        window.robot.frames(10);
        FxThread.run(() -> noScrollingAcross(window));
      }
      FxThread.run(() -> window.workbench.theme.text.set(TextSize.PERCENT_100));
      window.robot.frames(20);
      assertEquals(
          size, FxThread.call(() -> List.of(window.stage.getWidth(), window.stage.getHeight())));
    }
  }

  @Test
  void keysAreNotTakenByAScreenThatIsMoved() {
    try (var window = opened(BundledSample.IRIS)) {
      FxThread.run(() -> window.workbench.theme.text.set(TextSize.PERCENT_200));
      window.robot.frames(20);
      window.robot.press(KeyCode.SPACE);
      window.robot.waitUntil("a run", () -> window.workbench.trainer().run().get() != null);
      window.robot.press(KeyCode.END);
      window.robot.frames(5);
      assertEquals(0, FxThread.call(() -> port(window).getVvalue()));
    }
  }

  private static void toolsAreInTheWindow(OpenWindow window) {
    for (var id : List.of("#show-forms", "#train", "#reset", "#speed", "#run-state", "#theme")) {
      var tool = bounds(window.scene().lookup(id));
      assertTrue(tool.getWidth() > 0 && tool.getMaxX() <= window.scene().getWidth(), id + tool);
    }
  }

  private static void noScrollingAcross(OpenWindow window) {
    var room = port(window).getViewportBounds().getWidth();
    var wide = port(window).getContent().getLayoutBounds().getWidth();
    assertTrue(wide <= room + 1, wide + " in " + room);
  }

  private static ScrollPane port(OpenWindow window) {
    return window.scene().getRoot().lookupAll(".screen-port").stream()
        .filter(it -> Showing.tree(window.scene().getRoot()).anyMatch(it::equals))
        .map(ScrollPane.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private OpenWindow opened(Sample sample) {
    var window = new OpenWindow(folder, SMALL);
    var document = Document.of(sample);
    FxThread.run(() -> window.workspace().open("command.openData", document));
    window.robot.frames(5);
    return window;
  }

  private static void train(OpenWindow window) {
    window.train();
    window.robot.shortcut(KeyCode.DIGIT2);
    window.robot.waitUntil(
        "a picture", () -> plane(window).shown() != null && plane(window).shown().ground() != null);
    window.robot.frames(5);
  }

  /** Tools that could bear their names and do not. */
  private static List<String> withoutWords(OpenWindow window) {
    return window.scene().getRoot().lookupAll(".tools .button").stream()
        .filter(
            it ->
                it instanceof Button button
                    && button.getText() != null
                    && !button.getText().isEmpty())
        .map(Button.class::cast)
        .filter(it -> it.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY)
        .map(Node::getId)
        .toList();
  }

  private static Bounds bounds(Node node) {
    return node.localToScene(node.getLayoutBounds());
  }

  private static PlaneChart plane(OpenWindow window) {
    return (PlaneChart) window.scene().lookup("#picture");
  }
}
