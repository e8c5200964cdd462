package dev.neuralworkbench.testing;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/**
 * Finds texts that lie over each other. What shows of them counts: what a pane has scrolled away,
 * and what an opaque pane in front of it covers, lies over nothing, and the room that a font leaves
 * around its letters is free for those of an index. Texts that are painted, not laid out as nodes,
 * are their painter's own care.
 */
final class OverlapCheck {

  /** Rounding of layout to whole pixels. */
  private static final double TOLERANCE = 1.5;

  /** Of the size of a font. */
  private static final double INDEX_REACH = 0.3;

  private final Bounds window;
  private final List<Node> painted;
  private final List<Piece> pieces = new ArrayList<>();

  private OverlapCheck(Scene scene) {
    // What was changed since the last frame lies anywhere until then.
    scene.getRoot().applyCss();
    scene.getRoot().layout();
    window = new BoundingBox(0, 0, scene.getWidth(), scene.getHeight());
    painted = Showing.tree(scene.getRoot()).toList();
    for (var place = 0; place < painted.size(); place++) {
      if (painted.get(place) instanceof Text text && !text.getText().isBlank() && isSeen(text)) {
        var bounds = visible(text, text.getBoundsInLocal());
        if (bounds != null) {
          pieces.add(new Piece(place, text, bounds));
        }
      }
    }
  }

  /** What overlaps in a scene, in words. FX thread, after layout. */
  static List<String> overlapping(Scene scene) {
    return new OverlapCheck(scene).found();
  }

  private List<String> found() {
    var found = new ArrayList<String>();
    for (var back = 0; back < pieces.size(); back++) {
      for (var front = back + 1; front < pieces.size(); front++) {
        var one = pieces.get(back);
        var other = pieces.get(front);
        var shared = shared(one.bounds, other.bounds) == null ? null : shared(ink(one), ink(other));
        if (shared != null
            && !isIndex(one.text, other.text, shared)
            && !isCovered(one, shared)
            && !isCovered(other, shared)) {
          found.add("overlapping: " + one + " and " + other + size(shared));
        }
      }
    }
    return found;
  }

  private static String size(Bounds shared) {
    return ", %.1f × %.1f px".formatted(shared.getWidth(), shared.getHeight());
  }

  /** The box around an italic letter reaches a little into that around its index. */
  private static boolean isIndex(Text one, Text other, Bounds shared) {
    var reach = INDEX_REACH * Math.max(one.getFont().getSize(), other.getFont().getSize());
    return one.getParent().equals(other.getParent())
        && Math.min(shared.getWidth(), shared.getHeight()) < reach;
  }

  /** Whether something opaque is painted over a part of a text. */
  private boolean isCovered(Piece piece, Bounds part) {
    return painted.subList(piece.place + 1, painted.size()).stream()
        .filter(Region.class::isInstance)
        .map(Region.class::cast)
        .anyMatch(
            it ->
                isOpaque(it) && isSeen(it) && it.localToScene(it.getLayoutBounds()).contains(part));
  }

  private static boolean isOpaque(Region region) {
    return region.getBackground() != null
        && region.getBackground().getFills().stream().anyMatch(it -> isOpaque(it.getFill()));
  }

  private static boolean isOpaque(Paint fill) {
    return fill instanceof Color color ? color.isOpaque() : fill.isOpaque();
  }

  private static boolean isSeen(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.getOpacity() == 0) {
        return false;
      }
    }
    return true;
  }

  /** Where its letters are, of what shows of it; null for nowhere. */
  private Bounds ink(Piece piece) {
    var text = piece.text;
    var copy = new Text(text.getX(), text.getY(), text.getText());
    copy.setFont(text.getFont());
    copy.setTextOrigin(text.getTextOrigin());
    copy.setTextAlignment(text.getTextAlignment());
    copy.setWrappingWidth(text.getWrappingWidth());
    copy.setLineSpacing(text.getLineSpacing());
    copy.setBoundsType(TextBoundsType.VISUAL);
    return visible(text, copy.getBoundsInLocal());
  }

  /** What the clips around a node leave of its bounds; null for nothing. */
  private Bounds visible(Node node, Bounds bounds) {
    var left = shared(node.localToScene(bounds), window);
    for (Node at = node.getParent(); at != null && left != null; at = at.getParent()) {
      if (at.getClip() != null) {
        left = shared(left, at.localToScene(at.getClip().getBoundsInParent()));
      }
    }
    return left;
  }

  /** Where both are, by more than the tolerance; null where they are not. */
  private static Bounds shared(Bounds one, Bounds other) {
    if (one == null || other == null) {
      return null;
    }
    var left = Math.max(one.getMinX(), other.getMinX());
    var top = Math.max(one.getMinY(), other.getMinY());
    var width = Math.min(one.getMaxX(), other.getMaxX()) - left;
    var height = Math.min(one.getMaxY(), other.getMaxY()) - top;
    return width > TOLERANCE && height > TOLERANCE
        ? new BoundingBox(left, top, width, height)
        : null;
  }

  /**
   * A text that shows.
   *
   * @param place in the order of painting
   */
  private record Piece(int place, Text text, Bounds bounds) {

    @Override
    public String toString() {
      return "\"" + text.getText() + "\" of " + Showing.name(text);
    }
  }
}
