package dev.neuralworkbench.testing;

import dev.neuralworkbench.ui.common.grid.CellGrid;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.TableHeaderRow;
import javafx.scene.image.ImageView;
import javafx.scene.text.Text;

/**
 * Finds text that does not show in full: shortened with dots, cut off by what it lies in, outside
 * the window, or in one place with another text. Rows of tables and what can be scrolled to are
 * left out: there the user can reach it.
 */
public final class ClippingCheck {

  /** Rounding of layout to whole pixels. */
  private static final double TOLERANCE = 1.5;

  /** A screen as a whole is moved only where text is too large for the window. */
  private static final String PORT = "screen-port";

  /** A column for each unit of a layer: wider than its place, as a table is. */
  private static final String MATRIX = "weight-grid";

  /** A notice is in one line; a button beside it opens the whole. */
  private static final String NOTICE = "notice-sentence";

  private ClippingCheck() {}

  /** What is clipped in a scene, in words. FX thread, after layout. */
  public static List<String> clipped(Scene scene) {
    var found = new ArrayList<String>();
    Showing.tree(scene.getRoot())
        .filter(node -> !inTableRow(node))
        .forEach(node -> check(node, found));
    found.addAll(OverlapCheck.overlapping(scene));
    return found;
  }

  private static void check(Node node, List<String> found) {
    if (node instanceof Labeled labeled
        && labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY
        && labeled.isTextTruncated()
        && !labeled.getStyleClass().contains(NOTICE)
        && !showsWhole(labeled)) {
      found.add("shortened: " + describe(node, labeled.getText()));
    }
    if (node instanceof Text text && !text.getText().isBlank()) {
      var bounds = text.localToScene(text.getBoundsInLocal());
      var cutter = cutter(text, bounds);
      if (cutter != null) {
        found.add("cut off by " + cutter + ": " + describe(text, text.getText()));
      }
    }
    if (node instanceof Canvas || node instanceof ImageView) {
      var bounds = node.localToScene(node.getLayoutBounds());
      var cutter = cutterAcross(node, bounds);
      if (cutter != null) {
        found.add("picture cut off by " + cutter + ": " + name(node));
      }
    }
  }

  /** The toolkit's own answer may be that of an earlier layout: what is drawn decides. */
  private static boolean showsWhole(Labeled labeled) {
    return labeled.getChildrenUnmodifiable().stream()
        .anyMatch(
            child -> child instanceof Text drawn && drawn.getText().equals(labeled.getText()));
  }

  /** The nearest ancestor whose clip, or the window whose edge, cuts the bounds; null for none. */
  private static String cutter(Node node, Bounds bounds) {
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      var clip = at.getClip() == null ? null : at.localToScene(at.getClip().getBoundsInParent());
      if (at.getParent() instanceof ScrollPane pane && !pane.getStyleClass().contains(PORT)) {
        // The user scrolls up and down, and should not have to scroll sideways but in a matrix.
        var isMatrix = pane.getContent().getStyleClass().contains(MATRIX);
        return clip == null || isMatrix || holdsAcross(clip, bounds) ? null : name(at);
      }
      if (at instanceof TableHeaderRow
          || at instanceof TableView
          || at instanceof ListView
          || at.getParent() instanceof CellGrid) {
        return null;
      }
      if (clip != null && !(holdsAcross(clip, bounds) && holdsUpright(clip, bounds))) {
        return name(at);
      }
    }
    var scene = node.getScene();
    var inside =
        bounds.getMinX() >= -TOLERANCE
            && bounds.getMinY() >= -TOLERANCE
            && bounds.getMaxX() <= scene.getWidth() + TOLERANCE
            && bounds.getMaxY() <= scene.getHeight() + TOLERANCE;
    return inside ? null : "the window";
  }

  /** The viewport of a pane that cuts a picture at a side, where there are texts, too; or null. */
  private static String cutterAcross(Node node, Bounds bounds) {
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      if (at.getParent() instanceof ScrollPane pane
          && pane.isFitToWidth()
          && at.getClip() != null
          && !holdsAcross(at.localToScene(at.getClip().getBoundsInParent()), bounds)) {
        return name(at);
      }
    }
    return null;
  }

  private static boolean holdsAcross(Bounds outer, Bounds inner) {
    return inner.getMinX() >= outer.getMinX() - TOLERANCE
        && inner.getMaxX() <= outer.getMaxX() + TOLERANCE;
  }

  private static boolean holdsUpright(Bounds outer, Bounds inner) {
    return inner.getMinY() >= outer.getMinY() - TOLERANCE
        && inner.getMaxY() <= outer.getMaxY() + TOLERANCE;
  }

  /** In cells and names of columns, which the user can widen. */
  private static boolean inTableRow(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      var classes = at.getStyleClass();
      if ((at instanceof IndexedCell && classes.contains("table-row-cell"))
          || classes.contains("grid-strip")
          || classes.contains("column-name")) {
        return true;
      }
    }
    return false;
  }

  private static String describe(Node node, String text) {
    return "\"" + text + "\" in " + name(node);
  }

  private static String name(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.getId() != null) {
        return "#" + at.getId() + " (" + node.getClass().getSimpleName() + ")";
      }
    }
    return node.toString();
  }
}
