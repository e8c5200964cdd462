package dev.neuralworkbench.app.menu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.app.OpenWindow;
import dev.neuralworkbench.app.WindowCase;
import dev.neuralworkbench.testing.FxThread;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;

/** Buttons that bear no words say in a tooltip what they do. */
class ButtonTipsTest extends WindowCase {

  @Override
  protected OpenWindow open() {
    var open = OpenWindow.with(OpenWindow.SMALL, Set.of("data", "network", "training"));
    return new OpenWindow(folder, open);
  }

  @Test
  void everyButtonWithoutWordsHasATooltipEnabledOrNot() {
    window.robot.choose("#speed", "Full speed");
    assertEquals(Set.of(), silent());
    window.robot.press(KeyCode.F5);
    window.robot.waitForText("#run-state", "Finished");
    var seen = new TreeSet<String>();
    for (var screen = 1; screen <= 5; screen++) {
      window.robot.shortcut(KeyCode.getKeyCode("" + screen));
      window.robot.frames(3);
      assertEquals(Set.of(), silent());
      seen.addAll(FxThread.call(() -> Set.copyOf(wordless().map(Node::getId).toList())));
    }
    assertTrue(seen.size() > 8, seen.toString());
  }

  @Test
  void tooltipShowsOverAButtonThatIsEnabledWithItsKeysAndOverOneThatIsNot() {
    window.robot.hover("#step-epoch");
    window.robot.waitUntil("tooltip of #step-epoch", () -> shown().contains("F6"));
    FxThread.run(() -> hoverDisabled("#stop"));
    window.robot.waitUntil("tooltip of #stop", () -> shown().contains("No training is running"));
    window.robot.hover("#open-data");
    window.robot.waitUntil("tooltip of #open-data", () -> shown().contains("Ctrl+O"));
  }

  /** The robot's user does not aim at what is disabled. */
  private void hoverDisabled(String id) {
    var button = window.scene().lookup(id);
    assertTrue(button.isDisabled());
    var at = button.localToScreen(button.getBoundsInLocal());
    new Robot().mouseMove(at.getCenterX(), at.getCenterY());
  }

  private static String shown() {
    return Window.getWindows().stream()
        .filter(it -> it instanceof Tooltip && it.isShowing())
        .map(tip -> ((Tooltip) tip).getText())
        .findFirst()
        .orElse("");
  }

  private Set<String> silent() {
    return FxThread.call(
        () -> {
          var silent = new TreeSet<String>();
          wordless().filter(it -> tip(it).isBlank()).forEach(it -> silent.add(it.toString()));
          return silent;
        });
  }

  /** The tooltip itself is made when the mouse comes. */
  private static String tip(ButtonBase button) {
    var help = button.getAccessibleHelp();
    return help == null ? "" : help;
  }

  private Stream<ButtonBase> wordless() {
    return tree(window.scene().getRoot())
        .filter(ButtonBase.class::isInstance)
        .map(ButtonBase.class::cast)
        .filter(it -> !(it instanceof CheckBox || it instanceof RadioButton))
        .filter(
            it ->
                it.getText() == null
                    || it.getText().length() < 3
                    || it.getContentDisplay() == ContentDisplay.GRAPHIC_ONLY
                    || it.getParent() instanceof CommandButton);
  }

  private static Stream<Node> tree(Node node) {
    if (!node.isVisible()) {
      return Stream.empty();
    }
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node),
            parent.getChildrenUnmodifiable().stream().flatMap(ButtonTipsTest::tree))
        : Stream.of(node);
  }
}
