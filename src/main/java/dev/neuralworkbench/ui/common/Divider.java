package dev.neuralworkbench.ui.common;

import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** The edge of a pane: dragged, or moved by the arrow keys; a double click puts it back. */
public final class Divider extends Region {

  /** Where an edge is, in units of its own, and how whoever lays it out moves it. */
  public record Place(
      double least,
      double most,
      double usual,
      double step,
      DoubleSupplier now,
      DoubleConsumer move) {}

  private final Orientation orientation;
  private final Place place;
  private final DoubleSupplier perPixel;

  /**
   * Vertical between two panes side by side.
   *
   * @param perPixel units of the place that a pixel of the parent is
   */
  public Divider(
      Orientation orientation, ObservableValue<String> name, Place place, DoubleSupplier perPixel) {
    this.orientation = orientation;
    this.place = place;
    this.perPixel = perPixel;
    setAccessibleRole(AccessibleRole.SLIDER);
    accessibleTextProperty().bind(name);
    setCursor(orientation == Orientation.VERTICAL ? Cursor.H_RESIZE : Cursor.V_RESIZE);
    setFocusTraversable(true);
    setOnMouseDragged(this::drag);
    setOnMouseClicked(this::click);
    setOnKeyPressed(this::press);
  }

  private void drag(MouseEvent event) {
    var at = getParent().sceneToLocal(event.getSceneX(), event.getSceneY());
    moveTo(perPixel.getAsDouble() * (orientation == Orientation.VERTICAL ? at.getX() : at.getY()));
    event.consume();
  }

  private void click(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      moveTo(place.usual);
    }
  }

  private void press(KeyEvent key) {
    switch (key.getCode()) {
      case LEFT, UP -> moveTo(place.now.getAsDouble() - place.step);
      case RIGHT, DOWN -> moveTo(place.now.getAsDouble() + place.step);
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void moveTo(double wanted) {
    place.move.accept(Math.clamp(wanted, place.least, place.most));
    notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case VALUE -> place.now.getAsDouble();
      case MIN_VALUE -> place.least;
      case MAX_VALUE -> place.most;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
