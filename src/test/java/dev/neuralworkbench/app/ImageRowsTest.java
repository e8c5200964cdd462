package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.sample.Sample.BundledSample;
import dev.neuralworkbench.model.Document;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.MouseEvents;
import dev.neuralworkbench.testing.UserRobot;
import dev.neuralworkbench.ui.drawing.image.RowImageView;
import dev.neuralworkbench.ui.drawing.network.NetworkDrawing;
import dev.neuralworkbench.ui.drawing.network.NetworkPart;
import dev.neuralworkbench.ui.workspace.preferences.Preferences;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of pixels are seen as the images that they are, and drawn. */
class ImageRowsTest {

  @TempDir private Path folder;
  private OpenWindow window;

  @BeforeEach
  void open() {
    var settings = OpenWindow.with(OpenWindow.SMALL, new Preferences.WindowSize(1366, 768, false));
    window = new OpenWindow(folder, settings);
    var digits = Document.of(BundledSample.DIGITS);
    FxThread.run(() -> window.workspace().open("command.openData", digits));
    window.robot.frames(3);
    FxThread.run(() -> window.workbench.trainer().stepEpoch());
    window.robot.waitForText("#run-state", "Paused");
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void dataShowsTheRowsWithTheirClasses() {
    window.robot.shortcut(KeyCode.DIGIT1);
    window.robot.waitForText("#images-heading", "Rows 1 to 20");
    FxThread.run(
        () -> {
          var table = window.workspace().document().get().data().table();
          var target = table.column("digit");
          var shown =
              window.scene().getRoot().lookupAll(".row-thumbnail > .label").stream()
                  .map(it -> ((Label) it).getText())
                  .toList();
          assertEquals(20, shown.size());
          for (var row = 0; row < shown.size(); row++) {
            assertEquals(target.text(row), shown.get(row));
          }
        });
  }

  @Test
  void drawingHoldsAllPixelsInOneSquare() {
    FxThread.run(
        () -> {
          var drawing = (NetworkDrawing) window.scene().lookup("#network-drawing");
          assertTrue(drawing.getAccessibleText().contains("8 × 8 pixels"));
          var first = drawing.bounds(new NetworkPart.Unit(0, 0));
          var last = drawing.bounds(new NetworkPart.Unit(0, 63));
          assertEquals(first.getMinX() + 8 * first.getWidth(), last.getMaxX(), 0.01);
          assertEquals(first.getMinY() + 8 * first.getHeight(), last.getMaxY(), 0.01);
        });
  }

  /** A dot becomes a dot in the middle, as wide as the lines of the training images. */
  @Test
  void whatIsDrawnIsCenteredEnteredAndPredicted() {
    var robot = onPredict();
    assertTrue(robot.text("#predict-note").startsWith("Draw an image"));
    assertEquals("\u2013", robot.text("#predict-answer"), "an empty pad predicts nothing");
    robot.click("#predict-pad");
    robot.waitForText("#predict-target", "digit");
    // The middle is where four pixels meet.
    assertEquals(List.of(27, 28, 35, 36), drawn());
    assertNotEquals("\u2013", robot.text("#predict-answer"));
    robot.click("#predict-pad-undo");
    robot.waitForText("#predict-answer", "\u2013");
    robot.click("#predict-pad");
    robot.waitForText("#predict-target", "digit");
    robot.click("#predict-pad-clear");
    robot.waitForText("#predict-answer", "\u2013");
    FxThread.run(() -> window.scene().lookup("#predict-pad").requestFocus());
    robot.press(KeyCode.BACK_SPACE);
    robot.waitForText("#predict-target", "digit");
    var pad = (RowImageView) robot.find("#predict-pad");
    FxThread.run(() -> assertEquals(pad.getWidth(), pad.getHeight(), 1));
  }

  /** A busy program hears of the last way of a quick stroke by its end alone. */
  @Test
  void aStrokeEndsWhereTheMouseIsReleased() {
    var robot = onPredict();
    var pad = robot.find("#predict-pad");
    FxThread.run(
        () -> {
          MouseEvents.fire(pad, MouseEvent.MOUSE_PRESSED, 100, 50);
          MouseEvents.fire(pad, MouseEvent.MOUSE_RELEASED, 100, 300);
        });
    robot.waitForText("#predict-target", "digit");
    assertTrue(drawn().containsAll(List.of(11, 19, 43, 51)), drawn() + "");
  }

  /** By buttons and by keys; a row of the table is shifted as well, and drawing ends it. */
  @Test
  void whatIsShiftedIsNotCentered() {
    var robot = onPredict();
    robot.click("#predict-pad");
    robot.waitForText("#predict-target", "digit");
    robot.click("#predict-shift-right");
    assertEquals(List.of(28, 29, 36, 37), drawn());
    robot.waitForText("#predict-shift", "Shifted, not centered");
    FxThread.run(() -> window.scene().lookup("#predict-pad").requestFocus());
    robot.press(KeyCode.LEFT);
    robot.press(KeyCode.UP);
    assertEquals(List.of(19, 20, 27, 28), drawn());
    robot.press(KeyCode.DOWN);
    assertEquals(List.of(27, 28, 35, 36), drawn());
    robot.waitForText("#predict-shift", "Shift by 1 pixel");
    robot.enter("#predict-row", "5");
    robot.waitForText("#predict-actual", "row 5");
    var before = drawn();
    robot.click("#predict-shift-down");
    assertEquals(before.stream().filter(it -> it < 56).map(it -> it + 8).toList(), drawn());
    robot.click("#predict-shift-up");
    assertEquals(before, drawn(), "nothing is lost");
  }

  /** What the network saw, saved as a picture, is seen alike when it is opened. */
  @Test
  void aPictureIsOpenedOnThePad() throws IOException {
    var robot = onPredict();
    var picture = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
    for (var i = 5; i < 35; i++) {
      picture.setRGB(10, i, -1);
      picture.setRGB(11, i, -1);
      picture.setRGB(12, i, -1);
    }
    var file = folder.resolve("one.png");
    ImageIO.write(picture, "png", file.toFile());
    window.dialogs.data = Optional.of(file);
    robot.click("#predict-pad-open");
    robot.waitForText("#predict-target", "digit");
    assertTrue(drawn().contains(27) && drawn().contains(35), drawn() + "");
    assertFalse(drawn().contains(24) || drawn().contains(31), drawn() + "");
  }

  private UserRobot onPredict() {
    var robot = window.robot;
    robot.shortcut(KeyCode.DIGIT5);
    robot.waitForText("#predict-note", "Draw an image");
    robot.click("#predict-pixels");
    robot.waitUntil("the last pixel", () -> window.scene().lookup("#predict-input-63") != null);
    robot.frames(3);
    return robot;
  }

  private List<Integer> drawn() {
    return IntStream.range(0, 64).filter(it -> !field(it).equals("0")).boxed().toList();
  }

  /** By the keyboard: the picture that has the focus is pressed. */
  @Test
  void wrongRowIsSeenAndOpenedOnPredict() {
    var robot = window.robot;
    robot.shortcut(KeyCode.DIGIT3);
    robot.waitForText("#evaluate-rows-heading", "most confident");
    assertFalse(robot.shows("#evaluate-roc"), "curves of ten classes cannot be told apart");
    assertFalse(robot.shows("#evaluate-rows"), "no table of 64 columns");
    var first = FxThread.call(() -> (Button) window.scene().getRoot().lookup(".row-image-button"));
    var view = (RowImageView) first.getGraphic();
    FxThread.run(
        () -> {
          assertEquals(64, view.getWidth(), 1);
          assertEquals(64, view.getHeight(), 1);
          first.requestFocus();
        });
    var told =
        Pattern.compile("\\d+")
            .matcher(first.getAccessibleText().replace(",", ""))
            .results()
            .map(MatchResult::group)
            .toList();
    robot.press(KeyCode.SPACE);
    robot.waitForText("#predict-row", told.get(0));
    robot.waitForText("#predict-actual", told.get(1));
    robot.waitForText("#predict-answer", told.get(2));
    assertTrue(first.getText().startsWith(told.get(1) + " → " + told.get(2) + ", "));
    assertTrue(first.getText().endsWith(told.get(3) + "%"));
  }

  @Test
  void thePadComesFirstAndPixelsAreUnfolded() {
    var robot = window.robot;
    robot.shortcut(KeyCode.DIGIT5);
    robot.waitForText("#predict-note", "Draw an image");
    robot.frames(3);
    assertFalse(robot.shows("#predict-input-0"));
    assertFalse(robot.shows("#predict-reset"), "the mean of all images is none of them");
    FxThread.run(
        () -> {
          assertTrue(left("#predict-pad") < left("#predict-fill"));
          assertTrue(left("#predict-pad") < left("#predict-bars"));
          var pad = (RowImageView) window.scene().lookup("#predict-pad");
          assertTrue(pad.getWidth() >= 440, pad.getWidth() + "");
          var around = pad.getParent();
          var right = around.localToScene(around.getBoundsInLocal()).getMaxX();
          assertTrue(right <= left("#predict-why"), "covers what is beside it: " + right);
        });
    robot.click("#predict-pixels");
    robot.waitUntil("the last pixel", () -> window.scene().lookup("#predict-input-63") != null);
    assertEquals(List.of(), drawn(), "nothing is drawn yet");
    robot.frames(3);
    assertTrue(robot.shows("#predict-input-0"));
    assertTrue(robot.shows("#predict-pad"));
    robot.click("#predict-pixels");
    robot.frames(3);
    assertFalse(robot.shows("#predict-input-0"));
  }

  /** In the smallest window, too, where an explanation then stands below the answer. */
  @Test
  void thePadStaysWhileItsImageIsExplained() {
    var robot = window.robot;
    robot.shortcut(KeyCode.DIGIT5);
    robot.waitForText("#predict-note", "Draw an image");
    FxThread.run(
        () -> {
          window.stage.setWidth(1024);
          window.stage.setHeight(700);
        });
    robot.click("#predict-why");
    robot.frames(5);
    assertTrue(robot.shows("#predict-pad"));
    robot.click("#predict-pad");
    robot.waitUntil("why", () -> window.scene().lookup("#why-row") != null);
    assertTrue(robot.shows("#predict-pad"));
  }

  private double left(String id) {
    var node = window.scene().lookup(id);
    return node.localToScene(node.getLayoutBounds()).getMinX();
  }

  private String field(int input) {
    return FxThread.call(
        () -> ((TextField) window.scene().lookup("#predict-input-" + input)).getText());
  }
}
