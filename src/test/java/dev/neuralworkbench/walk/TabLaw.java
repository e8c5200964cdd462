package dev.neuralworkbench.walk;

import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Showing;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Toggle;
import javafx.scene.input.KeyCode;

/** The Tab key leads to every control that can be used. */
final class TabLaw {

  private static final int MOST = 400;

  private TabLaw() {}

  /** Controls that it does not lead to, though they show from the first press to the last. */
  static List<String> broken(Scene scene, Hand hand) {
    var before = FxThread.call(() -> usable(scene));
    var reached = new HashSet<Node>();
    for (var tabs = 0; tabs < MOST; tabs++) {
      hand.press(KeyCode.TAB);
      var focused = FxThread.call(() -> Optional.ofNullable(scene.getFocusOwner()));
      if (focused.isEmpty() || !reached.add(focused.get())) {
        break;
      }
    }
    return FxThread.call(
        () ->
            usable(scene).stream()
                .filter(before::contains)
                .filter(node -> !isReached(node, reached))
                .map(node -> "not reached by Tab: " + Showing.name(node))
                .toList());
  }

  private static List<Node> usable(Scene scene) {
    return Showing.tree(scene.getRoot())
        .filter(node -> node.isFocusTraversable() && !node.isDisabled())
        .toList();
  }

  /** Of several that exclude each other one is led to, and the arrow keys go from there. */
  private static boolean isReached(Node node, Set<Node> reached) {
    return reached.contains(node)
        || (node instanceof Toggle toggle
            && toggle.getToggleGroup() != null
            && toggle.getToggleGroup().getToggles().stream().anyMatch(reached::contains));
  }
}
