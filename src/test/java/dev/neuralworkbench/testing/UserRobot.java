package dev.neuralworkbench.testing;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.robot.Robot;
import javafx.stage.Window;

/**
 * A user with mouse and keyboard. It finds controls by {@code #id} or by the text on them, in every
 * open window, and touches them only through the toolkit's robot, once they are ready for it (see
 * {@link Aim}). Called on the test's thread.
 */
public final class UserRobot {

  private final Robot robot = FxThread.call(Robot::new);
  private final Duration patience;
  private final Mouse mouse;

  /**
   * A user who waits as long as a busy machine may need: it costs nothing unless something fails.
   */
  public UserRobot() {
    this(Patience.LONG);
  }

  /** A user who gives up sooner on what does not show, or cannot be used. */
  public UserRobot(Duration patience) {
    this.patience = patience;
    mouse = new Mouse(robot, patience.toNanos());
  }

  /** Clicks the middle of a control. */
  public void click(String id) {
    click(id, Showing.withId(id));
  }

  /** Clicks what bears exactly this text: a menu, an entry of an open list, a button. */
  public void clickText(String text) {
    click("text \"" + text + "\"", Showing.withText(text));
  }

  /** Opens a list and chooses the entry with this text. */
  public void choose(String id, String text) {
    click(id);
    click(
        "entry \"" + text + "\" of " + id,
        Showing.withText(text)
            .and(node -> node.getStyleClass().contains("list-cell") && Showing.isPopup(node)));
  }

  /** Replaces the content of a text field. */
  public void enter(String id, String text) {
    click(id);
    waitUntil(
        id + " has the focus",
        () -> focusOwner().filter(it -> within(it, Showing.withId(id))).isPresent());
    shortcut(KeyCode.A);
    type(text);
  }

  /** Types text into what has the focus. */
  public void type(String text) {
    waitForFocus();
    for (var index = 0; index < text.length(); index++) {
      var character = text.charAt(index);
      FxThread.run(() -> typeCharacter(character));
      frames(1);
    }
  }

  /**
   * Presses keys together and releases them in reverse order, before the window does anything: a
   * display repeats a key that is held.
   */
  public void press(KeyCode... keys) {
    waitForFocus();
    FxThread.run(
        () -> {
          Arrays.stream(keys).forEach(robot::keyPress);
          Arrays.asList(keys).reversed().forEach(robot::keyRelease);
        });
    frames(2);
  }

  /** Presses a key with Ctrl, or Command on a Mac. */
  public void shortcut(KeyCode... keys) {
    var mac = System.getProperty("os.name").startsWith("Mac");
    var all =
        Stream.concat(Stream.of(mac ? KeyCode.COMMAND : KeyCode.CONTROL), Arrays.stream(keys));
    press(all.toArray(KeyCode[]::new));
  }

  /** Moves the mouse to the middle of a control. */
  public void hover(String id) {
    mouse.hover(id, new Aim(Showing.withId(id)));
  }

  /**
   * Presses the mouse on one control, moves it to another and calls, before it lets go, an action
   * that can look at what shows meanwhile.
   */
  public void drag(String from, String to, Runnable meanwhile) {
    mouse.press(from, new Aim(Showing.withId(from)));
    try {
      frames(2);
      mouse.dragTo(to, new Aim(Showing.withId(to)));
      meanwhile.run();
    } finally {
      mouse.release();
    }
  }

  /** The control with this id, once it shows and is enabled. */
  public Node find(String id) {
    return waitFor(id, Showing.withId(id).and(node -> !node.isDisabled()));
  }

  /** The text that a control shows now. */
  public String text(String id) {
    var node = waitFor(id, Showing.withId(id));
    return FxThread.call(() -> Showing.text(node));
  }

  /** Whether a control with this id shows now. */
  public boolean shows(String id) {
    return FxThread.call(() -> Showing.nodes().stream().anyMatch(Showing.withId(id)));
  }

  /** Waits until no control with this id shows. */
  public void waitUntilGone(String id) {
    waitUntil(id + " is gone", () -> Showing.nodes().stream().noneMatch(Showing.withId(id)));
  }

  /** Waits until the condition holds, asked on the FX thread. */
  public void waitUntil(String what, BooleanSupplier condition) {
    var end = System.nanoTime() + patience.toNanos();
    while (!FxThread.<Boolean>call(condition::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Waited in vain: " + what);
      }
      frames(1);
    }
  }

  /** Waits until a control shows a text with this in it. */
  public void waitForText(String id, String part) {
    try {
      waitUntil(id + " shows \"" + part + "\"", () -> texts(id).anyMatch(it -> it.contains(part)));
    } catch (AssertionError e) {
      throw new AssertionError(
          e.getMessage() + ", it shows " + FxThread.call(() -> texts(id).toList()), e);
    }
  }

  /** Lets the window draw so many frames. */
  public void frames(int count) {
    Frames.pass(count);
  }

  private void click(String what, Predicate<Node> wanted) {
    mouse.press(what, new Aim(wanted));
    mouse.release();
  }

  private static Stream<String> texts(String id) {
    return Showing.nodes().stream().filter(Showing.withId(id)).map(Showing::text);
  }

  private void typeCharacter(char character) {
    var code = keyOf(character);
    if (code == null) {
      // No key of the robot's keyboard: as an input method would bring it.
      focusOwner()
          .orElseThrow(() -> new AssertionError("Nothing has the focus"))
          .fireEvent(typed(character));
    } else {
      robot.keyPress(code);
      robot.keyRelease(code);
    }
  }

  private static KeyEvent typed(char character) {
    return new KeyEvent(
        KeyEvent.KEY_TYPED,
        String.valueOf(character),
        "",
        KeyCode.UNDEFINED,
        false,
        false,
        false,
        false);
  }

  private static KeyCode keyOf(char character) {
    return switch (character) {
      case '.' -> KeyCode.PERIOD;
      case '-' -> KeyCode.MINUS;
      case ' ' -> KeyCode.SPACE;
      default ->
          Character.isDigit(character) || (character >= 'a' && character <= 'z')
              ? KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(character)))
              : null;
    };
  }

  /** A key reaches a window only once the system has given it the keyboard. */
  private void waitForFocus() {
    waitUntil(
        "a window has the keyboard",
        () -> Window.getWindows().stream().anyMatch(Window::isFocused));
  }

  private static Optional<Node> focusOwner() {
    return Window.getWindows().stream()
        .filter(Window::isFocused)
        .map(window -> window.getScene().getFocusOwner())
        .filter(node -> node != null)
        .findFirst();
  }

  private static boolean within(Node node, Predicate<Node> outer) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (outer.test(at)) {
        return true;
      }
    }
    return false;
  }

  private Node waitFor(String what, Predicate<Node> wanted) {
    var end = System.nanoTime() + patience.toNanos();
    while (true) {
      var found = FxThread.call(() -> Showing.nodes().stream().filter(wanted).findFirst());
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("Found no " + what);
      }
      frames(1);
    }
  }
}
