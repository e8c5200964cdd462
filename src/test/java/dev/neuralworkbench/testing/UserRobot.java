package dev.neuralworkbench.testing;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/**
 * A user with mouse and keyboard. It finds controls by {@code #id} or by the text on them, in every
 * open window, and touches them only through the toolkit's robot. Called on the test's thread.
 */
public final class UserRobot {

  private static final long TIMEOUT_MILLIS = 20_000;

  private static final Pattern MNEMONIC = Pattern.compile("\\(_.\\)|_");

  private final Robot robot = FxThread.call(Robot::new);

  /** Clicks the middle of a control. */
  public void click(String id) {
    click(find(id));
  }

  /** Clicks what bears exactly this text: a menu, an entry of an open list, a button. */
  public void clickText(String text) {
    click(waitForNode("text \"" + text + "\"", node -> bears(node, text)));
  }

  /** Opens a list and chooses the entry with this text. */
  public void choose(String id, String text) {
    click(id);
    var entry =
        waitForNode(
            "entry \"" + text + "\"",
            node ->
                node.getStyleClass().contains("list-cell") && bears(node, text) && isPopup(node));
    click(entry);
  }

  /** Replaces the content of a text field. */
  public void enter(String id, String text) {
    click(id);
    shortcut(KeyCode.A);
    type(text);
  }

  /** Types text into what has the focus. */
  public void type(String text) {
    for (var index = 0; index < text.length(); index++) {
      var character = text.charAt(index);
      FxThread.run(() -> typeCharacter(character));
      frames(1);
    }
  }

  /** Presses keys together and releases them in reverse order. */
  public void press(KeyCode... keys) {
    FxThread.run(() -> Arrays.stream(keys).forEach(robot::keyPress));
    FxThread.run(() -> Arrays.asList(keys).reversed().forEach(robot::keyRelease));
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
    moveTo(find(id));
  }

  /**
   * Presses the mouse on one control, moves it to another and calls, before it lets go, an action
   * that can look at what shows meanwhile.
   */
  public void drag(String from, String to, Runnable meanwhile) {
    moveTo(find(from));
    FxThread.run(() -> robot.mousePress(MouseButton.PRIMARY));
    frames(2);
    var start = FxThread.call(robot::getMousePosition);
    var node = find(to);
    var end = FxThread.call(() -> middle(node));
    var steps = 20;
    for (var step = 1; step <= steps; step++) {
      var point = start.interpolate(end, (double) step / steps);
      FxThread.run(() -> robot.mouseMove(point));
      frames(2);
    }
    meanwhile.run();
    FxThread.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
    frames(2);
  }

  /** The control with this id, once it shows and is enabled. */
  public Node find(String id) {
    return waitForNode(id, node -> id.equals("#" + node.getId()) && !node.isDisabled());
  }

  /** The text that a control shows now. */
  public String text(String id) {
    var node = waitForNode(id, it -> id.equals("#" + it.getId()));
    return FxThread.call(() -> textOf(node));
  }

  /** Whether a control with this id shows now. */
  public boolean shows(String id) {
    return FxThread.call(() -> nodes().stream().anyMatch(node -> id.equals("#" + node.getId())));
  }

  /** Waits until no control with this id shows. */
  public void waitUntilGone(String id) {
    waitUntil(
        id + " is gone", () -> nodes().stream().noneMatch(node -> id.equals("#" + node.getId())));
  }

  /** Waits until the condition holds, asked on the FX thread. */
  public void waitUntil(String what, BooleanSupplier condition) {
    var end = System.nanoTime() + TIMEOUT_MILLIS * 1_000_000;
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

  private static Stream<String> texts(String id) {
    return nodes().stream().filter(node -> id.equals("#" + node.getId())).map(UserRobot::textOf);
  }

  /** Lets the window draw so many frames. */
  public void frames(int count) {
    var left = new CountDownLatch(count);
    var timer =
        new AnimationTimer() {
          @Override
          public void handle(long now) {
            left.countDown();
          }
        };
    FxThread.run(timer::start);
    try {
      if (!left.await(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("No frame was drawn");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      FxThread.run(timer::stop);
    }
  }

  private void click(Node node) {
    moveTo(node);
    FxThread.run(() -> robot.mousePress(MouseButton.PRIMARY));
    frames(1);
    FxThread.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
    frames(2);
  }

  private void moveTo(Node node) {
    FxThread.run(() -> scrollTo(node));
    frames(1);
    FxThread.run(() -> robot.mouseMove(middle(node)));
    frames(1);
  }

  /** As a user would with the wheel, until the middle of the node is in the middle of its pane. */
  private static void scrollTo(Node node) {
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      if (at instanceof ScrollPane pane) {
        var content = pane.getContent();
        var bounds = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        var hidden = content.getBoundsInLocal().getHeight() - pane.getViewportBounds().getHeight();
        var above = bounds.getCenterY() - pane.getViewportBounds().getHeight() / 2;
        pane.setVvalue(hidden <= 0 ? 0 : Math.clamp(above / hidden, 0, 1));
      }
    }
  }

  private static Point2D middle(Node node) {
    var bounds = node.localToScreen(node.getBoundsInLocal());
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  private void typeCharacter(char character) {
    var code = keyOf(character);
    if (code == null) {
      // No key of the robot's keyboard: as an input method would bring it.
      focusOwner().fireEvent(typed(character));
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

  private static Node focusOwner() {
    return Window.getWindows().stream()
        .filter(Window::isFocused)
        .map(window -> window.getScene().getFocusOwner())
        .filter(node -> node != null)
        .findFirst()
        .orElseThrow(() -> new AssertionError("Nothing has the focus"));
  }

  private Node waitForNode(String what, Predicate<Node> wanted) {
    var end = System.nanoTime() + TIMEOUT_MILLIS * 1_000_000;
    while (true) {
      var found = FxThread.call(() -> nodes().stream().filter(wanted).findFirst());
      if (found.isPresent()) {
        return found.get();
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("Found no " + what);
      }
      frames(1);
    }
  }

  private static boolean isPopup(Node node) {
    return node.getScene().getWindow() instanceof PopupWindow;
  }

  private static boolean bears(Node node, String text) {
    return node instanceof Labeled labeled && text.equals(shown(labeled));
  }

  /** The text without the mark of the letter that Alt chooses it by. */
  private static String shown(Labeled labeled) {
    var text = labeled.getText() == null ? "" : labeled.getText();
    return labeled.isMnemonicParsing() ? MNEMONIC.matcher(text).replaceAll("") : text;
  }

  private static String textOf(Node node) {
    return switch (node) {
      case Labeled labeled -> shown(labeled);
      case Text text -> text.getText();
      case TextInputControl input -> input.getText();
      case ComboBox<?> box -> textOf(box.getButtonCell());
      default -> "";
    };
  }

  /** Every node that shows, the newest window first. FX thread. */
  static List<Node> nodes() {
    return Window.getWindows().stream().filter(Window::isShowing).toList().reversed().stream()
        .flatMap(window -> tree(window.getScene().getRoot()))
        .toList();
  }

  /** A node and all below it that show. FX thread. */
  static Stream<Node> tree(Node node) {
    if (!node.isVisible()) {
      return Stream.empty();
    }
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(UserRobot::tree))
        : Stream.of(node);
  }
}
