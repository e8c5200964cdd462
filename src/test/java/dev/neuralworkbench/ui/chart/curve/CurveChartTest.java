package dev.neuralworkbench.ui.chart.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.CurveRole;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.common.Appearance;
import dev.neuralworkbench.ui.common.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurveChartTest {

  private final UserRobot robot = new UserRobot();
  private final Growing training = new Growing();
  private final Growing validation = new Growing();
  private final Robot mouse = FxThread.call(Robot::new);
  private CurveChart chart;
  private Theme theme;
  private Stage stage;

  @BeforeEach
  void show() {
    FxThread.run(
        () -> {
          theme = new Theme(Appearance.LIGHT);
          chart = new CurveChart();
          chart.setId("chart");
          chart.xName.set("Epoch");
          chart.yName.set("Loss");
          chart.emptyText().set("The loss will appear here.");
          chart.show(
              List.of(
                  CurveSeries.of("Training", CurveRole.TRAINING, training),
                  CurveSeries.of("Validation", CurveRole.VALIDATION, validation)));
          stage = new Stage();
          var scene = new Scene(new StackPane(chart), 700, 300);
          theme.dress(scene);
          stage.setScene(scene);
          stage.show();
        });
    robot.frames(2);
  }

  @AfterEach
  void close() {
    FxThread.run(stage::close);
  }

  @Test
  void emptyChartSaysWhatWillAppear() {
    assertTrue(emptySentence().isVisible());
    grow(1);
    assertFalse(emptySentence().isVisible());
  }

  @Test
  void grownCurveIsDrawnWhenItIsPulled() {
    grow(100);
    var before = trainingPixels();
    training.length = 900;
    robot.frames(2);
    assertEquals(before, trainingPixels());
    FxThread.run(chart::pull);
    robot.frames(2);
    assertNotEquals(before, trainingPixels());
  }

  @Test
  void coloursFollowTheThemeWhileItShows() {
    grow(100);
    var light = ink();
    assertTrue(count(light) > 100);
    FxThread.run(() -> theme.appearance.set(Appearance.DARK));
    robot.frames(3);
    assertEquals(0, count(light));
    assertTrue(count(ink()) > 100);
  }

  @Test
  void pointerShowsTheExactValues() {
    grow(100);
    move(49 / 99.0);
    assertEquals(List.of("Epoch 50", "Training", "0.02", "Validation", "0.04"), readout());
  }

  @Test
  void arrowKeysReadOnePointAfterAnother() {
    grow(100);
    FxThread.run(chart::requestFocus);
    robot.press(KeyCode.END);
    assertEquals("Epoch 100", readout().getFirst());
    robot.press(KeyCode.LEFT);
    assertEquals("Epoch 99", readout().getFirst());
    robot.press(KeyCode.SHIFT, KeyCode.LEFT);
    assertEquals("Epoch 89", readout().getFirst());
    assertEquals(
        "Epoch 89, Training 0.011236, Validation 0.0224719",
        FxThread.call(chart::getAccessibleHelp));
  }

  @Test
  void draggingZoomsAndEscapeShowsEverythingAgain() {
    grow(100);
    drag(0.25, 0.5);
    assertTrue(FxThread.call(() -> chart.zoomed.get()));
    var zoomed = FxThread.call(chart::visibleX);
    assertEquals(26, zoomed.least(), 1.5);
    assertEquals(50, zoomed.greatest(), 1.5);
    robot.press(KeyCode.ESCAPE);
    assertFalse(FxThread.call(() -> chart.zoomed.get()));
    assertEquals(new Span(1, 100), FxThread.call(chart::visibleX));
  }

  @Test
  void axisOfAKnownLengthMovesSeldom() {
    FxThread.run(() -> chart.expected.set(300));
    grow(101);
    assertEquals(new Span(1, 200), FxThread.call(chart::visibleX));
    grow(250);
    assertEquals(new Span(1, 300), FxThread.call(chart::visibleX));
  }

  @Test
  void millionEpochsAreNotReadAgainForEachPicture() {
    grow(1_000_000);
    FxThread.run(chart::requestLayout);
    robot.frames(5);
    training.length = 1_000_100;
    var before = training.reads;
    FxThread.run(
        () -> {
          chart.pull();
          chart.layout();
        });
    var reads = training.reads - before;
    assertTrue(reads > 1_000 && reads < 100_000, reads + " reads");
  }

  @Test
  void pictureAndNumbersAreWrittenInFull(@TempDir Path folder) throws IOException {
    grow(2);
    var image = folder.resolve("测试 loss.png");
    FxThread.call(() -> chart.image("circles.csv – Loss")).writePng(image);
    var read = ImageIO.read(image.toFile());
    assertEquals((700 + 24) * 3, read.getWidth());
    assertTrue(contains(read, FxThread.call(this::textColor)));
    assertTrue(read.getHeight() > (300 + 24) * 3, "room for the title");
    assertTrue(
        contains(read.getSubimage(36, 36, 400, 60), FxThread.call(this::textColor)), "the title");
    var csv = folder.resolve("loss.csv");
    FxThread.call(chart::numbers).writeCsv(csv);
    assertEquals(
        "Epoch,Training,Validation\n1,1,2\n2,0.5,1\n", Files.readString(csv).replace("\r\n", "\n"));
  }

  private int textColor() {
    var color = chart.ink(Ink.TEXT).get();
    return (int) (255 * color.getRed()) << 16
        | (int) (255 * color.getGreen()) << 8
        | (int) (255 * color.getBlue());
  }

  private void grow(int length) {
    training.length = length;
    validation.scale = 2;
    validation.length = length;
    FxThread.run(chart::pull);
    robot.frames(2);
  }

  private Label emptySentence() {
    return (Label) chart.lookup(".chart-empty");
  }

  private List<String> readout() {
    return FxThread.call(
        () ->
            chart.lookup(".chart-readout").lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .toList());
  }

  private void move(double share) {
    FxThread.run(() -> mouse.mouseMove(at(share)));
    robot.frames(2);
  }

  private void drag(double from, double to) {
    move(from);
    FxThread.run(() -> mouse.mousePress(MouseButton.PRIMARY));
    robot.frames(1);
    move(to);
    FxThread.run(() -> mouse.mouseRelease(MouseButton.PRIMARY));
    robot.frames(2);
  }

  private javafx.geometry.Point2D at(double share) {
    var area = chart.area();
    return chart.localToScreen(area.getX() + share * area.getWidth(), area.getCenterY());
  }

  private int trainingPixels() {
    return count(ink());
  }

  private Color ink() {
    return FxThread.call(() -> chart.ink(Ink.TEXT).get());
  }

  private int count(Color color) {
    return FxThread.call(
        () -> {
          Bounds bounds = chart.getBoundsInLocal();
          var pixels = chart.snapshot(null, null).getPixelReader();
          var count = 0;
          for (var x = 0; x < (int) bounds.getWidth(); x++) {
            for (var y = 0; y < (int) bounds.getHeight(); y++) {
              count += pixels.getColor(x, y).equals(color) ? 1 : 0;
            }
          }
          return count;
        });
  }

  private static boolean contains(java.awt.image.BufferedImage image, int rgb) {
    for (var x = 0; x < image.getWidth(); x++) {
      for (var y = 0; y < image.getHeight(); y++) {
        if ((image.getRGB(x, y) & 0xffffff) == rgb) {
          return true;
        }
      }
    }
    return false;
  }

  /** A curve of scale / x that grows as told. */
  private static final class Growing implements Curve {
    private int length;
    private double scale = 1;
    private int reads;

    @Override
    public int length() {
      return length;
    }

    @Override
    public double x(int index) {
      return index + 1;
    }

    @Override
    public double y(int index) {
      reads++;
      return scale / (index + 1);
    }
  }
}
