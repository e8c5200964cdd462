package dev.neuralworkbench.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.testing.FxThread;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Tab key leads through everything that can be used, and holds nobody. */
@Tag("thorough")
class TabOrderTest {

  private static final int MOST = 400;

  /**
   * The screen that is gone through backwards, too: of Data, which has most of what others have.
   */
  private static final int BACKWARDS = 1;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void tabLeadsToEveryControlOfAScreen(int screen) {
    var all = OpenWindow.with(OpenWindow.SMALL, Set.of("data-form", "data", "network", "training"));
    try (var window = new OpenWindow(folder, all)) {
      var robot = window.robot;
      window.train();
      robot.shortcut(KeyCode.getKeyCode(String.valueOf(screen)));
      robot.frames(30);
      assertEquals(List.of(), unreached(window, KeyCode.TAB));
      if (screen == BACKWARDS) {
        assertEquals(List.of(), unreached(window, KeyCode.SHIFT, KeyCode.TAB));
      }
    }
  }

  @Test
  void everyScreenIsReachedByItsKeys() {
    try (var window = new OpenWindow(folder, OpenWindow.SMALL)) {
      var ids = List.of("data", "live", "evaluate", "backprop", "predict");
      for (var i = 0; i < ids.size(); i++) {
        window.robot.shortcut(KeyCode.getKeyCode(String.valueOf(i + 1)));
        window.robot.find("#" + ids.get(i));
      }
    }
  }

  /** What the keys do not lead to before they come back to where they began. */
  private static List<String> unreached(OpenWindow window, KeyCode... keys) {
    var reached = new HashSet<Node>();
    for (var i = 0; i < MOST; i++) {
      window.robot.press(keys);
      if (!reached.add(FxThread.call(() -> window.scene().getFocusOwner()))) {
        break;
      }
    }
    return FxThread.call(
        () ->
            tree(window.scene().getRoot())
                .filter(node -> node.isFocusTraversable() && !node.isDisabled())
                .filter(node -> !isReached(node, reached))
                .map(Node::toString)
                .toList());
  }

  /** Of several that exclude each other one is led to, and the arrow keys go from there. */
  private static boolean isReached(Node node, Set<Node> reached) {
    return reached.contains(node)
        || (node instanceof Toggle toggle
            && toggle.getToggleGroup() != null
            && toggle.getToggleGroup().getToggles().stream().anyMatch(reached::contains));
  }

  private static Stream<Node> tree(Node node) {
    if (!node.isVisible()) {
      return Stream.empty();
    }
    return node instanceof Parent parent
        ? Stream.concat(
            Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(TabOrderTest::tree))
        : Stream.of(node);
  }
}
