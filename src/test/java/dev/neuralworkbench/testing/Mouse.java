package dev.neuralworkbench.testing;

import java.util.List;
import java.util.Optional;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Window;

/**
 * A mouse that presses only what is meant. A press that another node would get, because something
 * moved since the last look, is taken back before any node sees it, and tried again. Called on the
 * test's thread.
 */
final class Mouse {

  private final Robot robot;
  private final long patienceNanos;

  Mouse(Robot robot, long patienceNanos) {
    this.robot = robot;
    this.patienceNanos = patienceNanos;
  }

  /** Moves to the middle of what is wanted, once it could be pressed there. */
  void hover(String what, Aim aim) {
    var end = System.nanoTime() + patienceNanos;
    while (!(moved(aim) && FxThread.call(() -> aim.look().isPresent() && aim.isHit()))) {
      check(end, what, aim);
    }
  }

  /** Presses what is wanted, once it can be, and holds the button. */
  void press(String what, Aim aim) {
    var end = System.nanoTime() + patienceNanos;
    while (!(moved(aim) && pressed(what, aim, end))) {
      check(end, what, aim);
    }
  }

  /** Drags with the button held, in steps as a hand makes them. */
  void dragTo(String what, Aim aim) {
    var end = System.nanoTime() + patienceNanos;
    var target = FxThread.call(aim::look);
    while (target.isEmpty()) {
      check(end, what, aim);
      Frames.pass(1);
      target = FxThread.call(aim::look);
    }
    var start = FxThread.call(robot::getMousePosition);
    var steps = 20;
    for (var step = 1; step <= steps; step++) {
      var point = start.interpolate(target.get(), (double) step / steps);
      FxThread.run(() -> robot.mouseMove(point));
      Frames.pass(2);
    }
  }

  /** Lets go of the button. */
  void release() {
    FxThread.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
    Frames.pass(2);
  }

  private static void check(long end, String what, Aim aim) {
    if (System.nanoTime() > end) {
      throw new AssertionError("Could not press " + what + ": " + FxThread.call(aim::obstacle));
    }
  }

  /** One try to have the mouse over it. */
  private boolean moved(Aim aim) {
    Optional<Point2D> place = FxThread.call(aim::look);
    place.ifPresent(point -> FxThread.run(() -> robot.mouseMove(point)));
    Frames.pass(1);
    return place.isPresent();
  }

  /** One try to press, if it still can be. */
  private boolean pressed(String what, Aim aim, long end) {
    var guard = new Guard(aim);
    try {
      var tried =
          FxThread.<Boolean>call(
              () -> {
                if (aim.look().isEmpty() || !aim.isHit()) {
                  return false;
                }
                guard.stand();
                robot.mousePress(MouseButton.PRIMARY);
                return true;
              });
      if (!tried) {
        return false;
      }
      // On a real screen the press comes a moment later.
      do {
        Frames.pass(1);
      } while (!guard.seen && System.nanoTime() < end);
      if (!guard.seen) {
        throw new AssertionError("No window got the press that was meant for " + what);
      }
      if (!guard.passed) {
        FxThread.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        Frames.pass(2);
      }
      return guard.passed;
    } finally {
      FxThread.run(guard::leave);
    }
  }

  /** Stands before every window, and takes presses back that are for another node. */
  private static final class Guard implements EventHandler<MouseEvent> {

    private final Aim aim;
    private List<Window> windows = List.of();
    private volatile boolean seen;
    private volatile boolean passed;

    Guard(Aim aim) {
      this.aim = aim;
    }

    void stand() {
      windows = Window.getWindows().stream().filter(Window::isShowing).toList();
      windows.forEach(it -> it.addEventFilter(MouseEvent.ANY, this));
    }

    void leave() {
      windows.forEach(it -> it.removeEventFilter(MouseEvent.ANY, this));
    }

    @Override
    public void handle(MouseEvent event) {
      if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
        seen = true;
        passed = aim.isFor(event.getPickResult().getIntersectedNode());
      }
      var ofPress =
          event.getEventType() == MouseEvent.MOUSE_PRESSED
              || event.getEventType() == MouseEvent.MOUSE_RELEASED
              || event.getEventType() == MouseEvent.MOUSE_CLICKED;
      if (seen && !passed && ofPress) {
        event.consume();
      }
    }
  }
}
