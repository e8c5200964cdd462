package dev.neuralworkbench.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * The nodes of a window in words, a line a node: class, id, text, bounds in the window, what keeps
 * it from being seen or pressed, and its style classes. FX thread.
 */
final class WindowTree {

  private final List<String> lines = new ArrayList<>();

  private WindowTree() {}

  /** The tree of a window, with a line about the window itself above. */
  static String of(Window window) {
    var tree = new WindowTree();
    tree.lines.add(
        "%s%s at %.0f, %.0f, %.0f × %.0f%s%s"
            .formatted(
                window.getClass().getSimpleName(),
                window instanceof Stage stage ? " \"" + stage.getTitle() + "\"" : "",
                window.getX(),
                window.getY(),
                window.getWidth(),
                window.getHeight(),
                window.isShowing() ? "" : ", closed",
                window.isFocused() ? ", has the keyboard" : ""));
    tree.add(window.getScene().getRoot(), 1);
    return String.join("\n", tree.lines) + "\n";
  }

  private void add(Node node, int depth) {
    lines.add("  ".repeat(depth) + line(node));
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> add(child, depth + 1));
    }
  }

  private static String line(Node node) {
    var text = Showing.text(node);
    var parts = new ArrayList<String>();
    parts.add(node.getClass().getSimpleName());
    parts.add(node.getId() == null ? "" : "#" + node.getId());
    parts.add(text.isEmpty() ? "" : "\"" + text.replace("\n", "\\n") + "\"");
    parts.add(bounds(node.localToScene(node.getBoundsInLocal())));
    parts.add(node.isVisible() ? "" : "invisible");
    parts.add(node.isDisable() ? "disabled" : node.isDisabled() ? "disabled above" : "");
    parts.add(node.isFocused() ? "focused" : "");
    parts.add(node.isHover() ? "hover" : "");
    parts.add(node.getStyleClass().isEmpty() ? "" : "." + String.join(".", node.getStyleClass()));
    parts.removeIf(String::isEmpty);
    return String.join(" ", parts);
  }

  private static String bounds(Bounds bounds) {
    return String.format(
        Locale.ROOT,
        "[%.1f %.1f %.1f×%.1f]",
        bounds.getMinX(),
        bounds.getMinY(),
        bounds.getWidth(),
        bounds.getHeight());
  }
}
