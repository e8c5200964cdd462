package dev.neuralworkbench.walk;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Showing;
import dev.neuralworkbench.testing.UserRobot;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Mouse and keys of an impatient user, who lets go of what shows not or cannot be used. */
final class Hand {

  /** No form has more fields in a row. */
  private static final int MOST_FIELDS = 60;

  private final UserRobot robot = new UserRobot(Duration.ofSeconds(2));

  /** Clicks, if it can; whether it could. */
  boolean click(String id) {
    return isReady(id) && could(() -> robot.click(id));
  }

  /** Clicks what bears this text, if it can. */
  boolean clickText(String text) {
    return could(() -> robot.clickText(text));
  }

  /** Replaces what stands in a field, if it can. */
  boolean enter(String id, String text) {
    if (!isReady(id)) {
      return false;
    }
    return could(() -> robot.enter(id, text));
  }

  /** Drags from one control to another, if it can. */
  void drag(String from, String to) {
    could(() -> robot.drag(from, to, () -> {}));
  }

  /** Puts the keyboard where neither text nor a choice has keys of its own, as Tab does. */
  void leaveFields() {
    shortcut(KeyCode.DIGIT2);
    frames(2);
    press(KeyCode.ESCAPE);
    for (var tries = 0; tries < MOST_FIELDS && hasKeysOfItsOwn(); tries++) {
      press(KeyCode.TAB);
    }
  }

  private static boolean hasKeysOfItsOwn() {
    return FxThread.<Boolean>call(
        () ->
            Window.getWindows().stream()
                .filter(Window::isFocused)
                .map(it -> it.getScene().getFocusOwner())
                .anyMatch(it -> it instanceof TextInputControl || it instanceof ComboBox));
  }

  void type(String text) {
    could(() -> robot.type(text));
  }

  void press(KeyCode... keys) {
    could(() -> robot.press(keys));
  }

  void shortcut(KeyCode... keys) {
    could(() -> robot.shortcut(keys));
  }

  void frames(int count) {
    robot.frames(count);
  }

  /** Whether a control shows, and is enabled. */
  boolean isReady(String id) {
    return !ready(Showing.withId(id)).isEmpty();
  }

  /** Ids of the controls of a kind that show, are enabled and have one. */
  List<String> ready(Predicate<Node> wanted) {
    return FxThread.call(
        () ->
            Showing.nodes().stream()
                .filter(it -> it.getId() != null && !it.isDisabled() && wanted.test(it))
                .map(it -> "#" + it.getId())
                .distinct()
                .toList());
  }

  /** The control with an id; null if it does not show. */
  static @Nullable Node shown(String id) {
    return FxThread.call(
        () -> Showing.nodes().stream().filter(Showing.withId(id)).findFirst().orElse(null));
  }

  /** Puts lists and menus away that are still open. */
  void closeLists() {
    for (var tries = 0; tries < 3 && FxThread.<Boolean>call(Hand::isListOpen); tries++) {
      press(KeyCode.ESCAPE);
    }
  }

  /** Whether keys go to a field of text. */
  static boolean isTyping(Predicate<String> id) {
    return FxThread.<Boolean>call(
        () ->
            Window.getWindows().stream()
                .filter(Window::isFocused)
                .map(it -> it.getScene().getFocusOwner())
                .filter(TextInputControl.class::isInstance)
                .map(Node::getId)
                .filter(Objects::nonNull)
                .anyMatch(id));
  }

  private static boolean isListOpen() {
    return Window.getWindows().stream()
        .anyMatch(it -> it.isShowing() && it instanceof PopupWindow && !(it instanceof Tooltip));
  }

  /** What is in the way of a user is let be; a fault of the program is not. */
  private static boolean could(Runnable action) {
    try {
      action.run();
      return true;
    } catch (AssertionError e) {
      if (e.getCause() != null) {
        throw e;
      }
      return false;
    }
  }
}
