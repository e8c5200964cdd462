package dev.neuralworkbench.app;

import dev.neuralworkbench.ui.common.Visibility;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/**
 * Where the focus goes when what had it is disabled, hidden or taken away. The toolkit drops it and
 * gives it to the next control or, after the last one, to the first of the window: a space bar
 * would then open a file. It goes to the screen instead, where the space bar trains.
 */
final class KeptFocus {

  private final MainWindow window;
  private boolean dropped;

  KeptFocus(MainWindow window) {
    this.window = window;
  }

  void install(Scene scene) {
    scene.focusOwnerProperty().addListener((_, before, now) -> moved(scene, before, now));
  }

  private void moved(Scene scene, @Nullable Node before, @Nullable Node now) {
    if (now == null) {
      dropped = before != null && !canHaveIt(before, scene);
      return;
    }
    if (dropped && window.isAbove(now)) {
      // The toolkit is in the midst of moving it.
      Platform.runLater(
          () -> {
            if (now.equals(scene.getFocusOwner())) {
              window.shownView().requestFocus(); // without making it a stop on the way by Tab
            }
          });
    }
    dropped = false;
  }

  private static boolean canHaveIt(Node node, Scene scene) {
    var isVisible = Visibility.around(node).allMatch(Node::isVisible);
    return isVisible && scene.equals(node.getScene()) && !node.isDisabled();
  }
}
