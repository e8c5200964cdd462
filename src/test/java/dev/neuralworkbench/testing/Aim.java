package dev.neuralworkbench.testing;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/**
 * Where to press for what is wanted, and whether now: when it shows, is enabled, has been at rest
 * for two frames, lies inside its window, and would itself get the press. These are the conditions
 * of Playwright's actionability, and as there what is wanted is looked up anew each time, because
 * windows replace their nodes. FX thread.
 */
final class Aim {

  private final Predicate<Node> wanted;
  private Node node;
  private Bounds bounds;
  private String obstacle = "nothing was looked at";

  Aim(Predicate<Node> wanted) {
    this.wanted = wanted;
  }

  /**
   * Looks once; to be called once a frame. Scrolls as a user would with the wheel.
   *
   * @return the place of the screen to press at; empty if it is not ready
   */
  Optional<Point2D> look() {
    var before = bounds;
    var sameNode = node;
    bounds = null;
    node = find();
    if (node == null) {
      return missed("no such control shows");
    }
    if (node.isDisabled()) {
      return missed("it is disabled" + disabler());
    }
    scrollTo();
    bounds = node.localToScreen(node.getBoundsInLocal());
    if (bounds == null || bounds.getWidth() <= 0 || bounds.getHeight() <= 0) {
      return missed("it has no area");
    }
    if (!node.equals(sameNode) || !bounds.equals(before)) {
      return missed("it was not at rest: it came from " + before + " to " + bounds);
    }
    var middle = new Point2D(bounds.getCenterX(), bounds.getCenterY());
    var outside = outside(middle);
    return outside.isEmpty() ? Optional.of(middle) : missed(outside);
  }

  /** Whether it is under the mouse, so that it would get a press, and nothing that lies over it. */
  boolean isHit() {
    if (receiver().isHover()) {
      return true;
    }
    obstacle =
        Showing.nodes().reversed().stream()
            .filter(Node::isHover)
            .findFirst()
            .map(it -> "it is covered by " + Showing.name(it))
            .orElse("it is covered, or lies where the mouse does not get");
    return false;
  }

  /** Whether what got a press is what was wanted, or a part of it. */
  boolean isFor(Node pressed) {
    if (pressed != null && Showing.isWithin(pressed, receiver())) {
      return true;
    }
    obstacle =
        "the press would have gone to " + (pressed == null ? "the window" : Showing.name(pressed));
    return false;
  }

  /** What was in the way at the last look. */
  String obstacle() {
    return obstacle;
  }

  private Optional<Point2D> missed(String why) {
    obstacle = why;
    return Optional.empty();
  }

  private Node find() {
    var all = Showing.nodes().stream().filter(wanted).toList();
    return all.stream()
        .filter(it -> !it.isDisabled())
        .findFirst()
        .orElse(all.isEmpty() ? null : all.getFirst());
  }

  /** What gets the presses on it: the node, or what lies around it if it lets them through. */
  private Node receiver() {
    var receiver = node;
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.isMouseTransparent()) {
        receiver = at.getParent();
      }
    }
    return receiver;
  }

  private String disabler() {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.isDisable() && !at.equals(node)) {
        return ", as all of " + Showing.name(at);
      }
    }
    return "";
  }

  /** Until the middle of the node shows: if it does not, to the middle of its pane. */
  private void scrollTo() {
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      if (at instanceof ScrollPane pane && pane.getContent() != null) {
        var content = pane.getContent();
        var view = pane.getViewportBounds();
        var middle = content.sceneToLocal(node.localToScene(node.getBoundsInLocal())).getCenterY();
        var hidden = content.getBoundsInLocal().getHeight() - view.getHeight();
        // Where it lies in the pane now: the viewport's own bounds may be those of before a scroll.
        var shown = pane.sceneToLocal(node.localToScene(node.getBoundsInLocal())).getCenterY();
        if (hidden > 0 && (shown <= 0 || shown >= view.getHeight())) {
          pane.setVvalue(Math.clamp((middle - view.getHeight() / 2) / hidden, 0, 1));
        }
      }
    }
  }

  /** What the point lies outside of, in words; empty if it is inside of all. */
  private String outside(Point2D point) {
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      if (at.getClip() != null
          && !at.getClip().getBoundsInParent().contains(at.screenToLocal(point))) {
        return "it lies outside of what shows of " + Showing.name(at);
      }
    }
    var window = node.getScene().getWindow();
    var place = node.getScene().getRoot().screenToLocal(point);
    var inside =
        place.getX() >= 0
            && place.getY() >= 0
            && place.getX() < node.getScene().getWidth()
            && place.getY() < node.getScene().getHeight();
    return inside && window.isShowing() ? "" : "it lies outside of its window";
  }
}
