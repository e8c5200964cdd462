package dev.neuralworkbench.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.robot.Robot;
import javafx.scene.shape.Rectangle;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UserRobotTest {

  private final UserRobot robot = new UserRobot();
  private final UserRobot hasty = new UserRobot(Duration.ofMillis(300));
  private final List<String> pressed = new ArrayList<>();
  private final Button wanted = FxThread.call(() -> button("wanted", 100, 100));
  private final Pane pane = FxThread.call(() -> new Pane(wanted));
  private final Rectangle cover = FxThread.call(() -> new Rectangle(400, 300));
  private Stage stage;

  @AfterEach
  void close() {
    FxThread.run(stage::close);
  }

  @Test
  void controlThatMovesBetweenLookAndPressIsFollowed() {
    show(pane);
    FxThread.run(
        () -> {
          pane.getChildren().addFirst(button("other", 100, 100));
          wanted.setOnMouseEntered(_ -> wanted.relocate(100, 200));
        });
    robot.click("#wanted");
    assertEquals(List.of("wanted"), pressed);
  }

  @Test
  void pressThatWouldGoToAnotherIsTakenBack() {
    show(pane);
    var looks = new AtomicInteger();
    var covers = new AtomicInteger();
    // What covers it comes after the last picture, before the press of the same moment.
    Predicate<Node> sometimesCovered =
        node -> {
          if (node.equals(wanted) && looks.incrementAndGet() == 3) {
            covers.incrementAndGet();
            pane.getChildren().add(cover);
            later(200, () -> pane.getChildren().remove(cover));
          }
          return node.equals(wanted);
        };
    var mouse = new Mouse(FxThread.call(Robot::new), Patience.LONG.toNanos());
    mouse.press("wanted", new Aim(sometimesCovered));
    mouse.release();
    assertEquals(List.of("wanted"), pressed);
    assertEquals(1, covers.get());
  }

  @Test
  void controlThatGlidesIsPressedWhenItHasComeToRest() {
    show(pane);
    FxThread.run(() -> new Glide().start());
    robot.click("#wanted");
    assertEquals(List.of("wanted"), pressed);
    assertEquals(200, FxThread.call(wanted::getLayoutX));
  }

  @Test
  void controlThatIsCoveredIsPressedWhenItIsFree() {
    show(pane);
    FxThread.run(() -> cover.setId("cover"));
    FxThread.run(() -> pane.getChildren().add(cover));
    assertEquals(
        "Could not press #wanted: it is covered by #cover (Rectangle)",
        assertThrows(AssertionError.class, () -> hasty.click("#wanted")).getMessage());
    FxThread.run(() -> later(200, () -> pane.getChildren().remove(cover)));
    robot.click("#wanted");
    assertEquals(List.of("wanted"), pressed);
  }

  @Test
  void controlThatIsDisabledIsPressedWhenItIsEnabled() {
    show(pane);
    FxThread.run(() -> pane.setId("pane"));
    FxThread.run(() -> pane.setDisable(true));
    assertEquals(
        "Could not press #wanted: it is disabled, as all of #pane (Pane)",
        assertThrows(AssertionError.class, () -> hasty.click("#wanted")).getMessage());
    FxThread.run(() -> later(200, () -> pane.setDisable(false)));
    robot.click("#wanted");
    assertEquals(List.of("wanted"), pressed);
  }

  @Test
  void controlThatIsReplacedIsLookedUpAnew() {
    show(pane);
    FxThread.run(
        () -> wanted.setOnMouseEntered(_ -> pane.getChildren().setAll(button("wanted", 200, 50))));
    robot.click("#wanted");
    assertEquals(List.of("wanted"), pressed);
    assertTrue(FxThread.call(() -> wanted.getScene() == null));
  }

  @Test
  void controlThatDoesNotShowIsNotPressed() {
    show(pane);
    FxThread.run(() -> pane.setVisible(false));
    assertEquals(
        "Could not press #wanted: no such control shows",
        assertThrows(AssertionError.class, () -> hasty.click("#wanted")).getMessage());
  }

  @Test
  void controlOutsideOfTheWindowIsNotPressed() {
    show(pane);
    FxThread.run(() -> wanted.relocate(100, 500));
    assertEquals(
        "Could not press #wanted: it lies outside of its window",
        assertThrows(AssertionError.class, () -> hasty.click("#wanted")).getMessage());
  }

  @Test
  void controlBelowTheEdgeOfItsPaneIsScrolledTo() {
    var space = FxThread.call(Region::new);
    FxThread.run(() -> space.setMinHeight(900));
    show(FxThread.call(() -> new ScrollPane(new VBox(space, wanted))));
    robot.click("#wanted");
    assertEquals(List.of("wanted"), pressed);
  }

  @Test
  void textIsTypedOnceTheFieldHasTheKeyboard() {
    var field = FxThread.call(() -> new TextField("before"));
    FxThread.run(() -> field.setId("field"));
    show(FxThread.call(() -> new VBox(wanted, field)));
    robot.enter("#field", "after 1.5");
    assertEquals("after 1.5", robot.text("#field"));
  }

  /** A display repeats a key that is held; a robot that waits for the window would hold it. */
  @Test
  @Tag("display")
  void keyIsNotHeldWhileTheWindowIsBusy() {
    show(pane);
    var keys = new AtomicInteger();
    FxThread.run(
        () -> {
          wanted.requestFocus();
          wanted.setOnKeyPressed(
              _ -> {
                keys.incrementAndGet();
                busy(1500);
              });
        });
    robot.press(KeyCode.F11);
    robot.frames(5);
    assertEquals(1, keys.get());
  }

  private static void busy(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void show(Parent root) {
    FxThread.run(
        () -> {
          stage = new Stage();
          stage.setScene(new Scene(root, 400, 300));
          stage.show();
        });
    robot.frames(2);
  }

  private Button button(String id, double x, double y) {
    var button = new Button(id);
    button.setId(id);
    button.relocate(x, y);
    button.setOnAction((ActionEvent _) -> pressed.add(id));
    return button;
  }

  private static void later(int millis, Runnable action) {
    var pause = new PauseTransition(javafx.util.Duration.millis(millis));
    pause.setOnFinished(_ -> action.run());
    pause.play();
  }

  /** Moves what is wanted to the right, a step a frame. */
  private final class Glide extends AnimationTimer {

    @Override
    public void handle(long now) {
      wanted.setLayoutX(wanted.getLayoutX() + 5);
      if (wanted.getLayoutX() >= 200) {
        stop();
      }
    }
  }
}
