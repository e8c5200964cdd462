package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.MouseEvents;
import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import dev.neuralworkbench.ui.workspace.Speed;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The picture around the entered row: its cross-hair, the fields and the answer agree. */
@Tag("thorough")
class RowPictureTest {

  @TempDir private Path folder;
  private OpenWindow window;

  @BeforeEach
  void train() {
    var settings = OpenWindow.with(OpenWindow.SMALL, new Preferences.WindowSize(1366, 768, false));
    window = new OpenWindow(folder, settings);
    FxThread.run(() -> window.workbench.trainer().speed().set(Speed.FULL));
    window.robot.press(KeyCode.F5);
    window.robot.waitForText("#run-state", "Finished");
    window.robot.shortcut(KeyCode.DIGIT5);
    window.robot.waitUntil(
        "the answers around", () -> chart().shown() != null && chart().shown().ground() != null);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void crossHairStandsWhereTheFieldsSayAndMovesThem() {
    var robot = window.robot;
    robot.enter("#predict-input-0", "0.5");
    robot.enter("#predict-input-1", "-0.25");
    robot.frames(3);
    assertKnobAt(0.5, -0.25);
    var knob = robot.find("#predict-knob");
    FxThread.run(knob::requestFocus);
    for (var i = 0; i < 10; i++) {
      robot.press(KeyCode.RIGHT);
    }
    var moved = Double.parseDouble(robot.text("#predict-input-0"));
    assertTrue(moved > 0.6, moved + "");
    assertEquals("-0.25", robot.text("#predict-input-1").replace('\u2212', '-'));
    assertKnobAt(moved, -0.25);
  }

  @Test
  void groundBelowTheCrossHairIsTheAnswer() {
    var robot = window.robot;
    for (var place : new double[][] {{0, 0}, {1, 1}, {-1, 0.9}}) {
      robot.enter("#predict-input-0", String.valueOf(place[0]));
      robot.enter("#predict-input-1", String.valueOf(place[1]));
      robot.waitUntil(
          "the same answer",
          () -> {
            var plane = chart().shown();
            var x = (place[0] - plane.x().least()) / plane.x().length();
            var y = (plane.y().greatest() - place[1]) / plane.y().length();
            var shade = (int) plane.ground().shade(plane.ground().cell(x, y));
            return String.valueOf("AB".charAt(shade)).equals(answer());
          });
    }
  }

  @Test
  void pressInThePlaneTakesTheCrossHairThere() {
    FxThread.run(
        () -> {
          var place = chart().pixel(0.4, -0.6);
          MouseEvents.fire(chart(), MouseEvent.MOUSE_PRESSED, place.getX(), place.getY());
        });
    window.robot.frames(3);
    assertKnobAt(0.4, -0.6);
    assertEquals(0.4, Double.parseDouble(window.robot.text("#predict-input-0")), 0.02);
  }

  @Test
  void planeOfTwoLikeInputsIsSquare() {
    var area = FxThread.call(() -> chart().area());
    assertEquals(area.getWidth(), area.getHeight(), 1);
    FxThread.run(() -> window.workbench.trainer().reset());
    window.robot.frames(3);
    assertFalse(window.robot.shows("#predict-knob"), "nothing is trained");
  }

  private void assertKnobAt(double x, double y) {
    FxThread.run(
        () -> {
          var knob = (Region) window.scene().lookup("#predict-knob");
          var pixel = chart().pixel(x, y);
          assertEquals(pixel.getX(), knob.getLayoutX() + knob.getWidth() / 2, 1.5);
          assertEquals(pixel.getY(), knob.getLayoutY() + knob.getHeight() / 2, 1.5);
        });
  }

  private String answer() {
    return ((javafx.scene.control.Label) window.scene().lookup("#predict-answer")).getText();
  }

  private PlaneChart chart() {
    return (PlaneChart) window.scene().lookup("#predict-picture");
  }
}
