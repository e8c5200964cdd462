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

/**
 * The edge between two panes: dragged, or moved by the arrow keys; a double click puts it back.
 * Told as a share of its parent's width or height in per cent, whoever lays it out decides.
 */
public final class Divider extends Region {

  private static final double STEP = 2;

  private final Orientation orientation;
  private final DoubleSupplier share;
  private final DoubleConsumer move;

  /** Vertical between two panes side by side; reset is told NaN. */
  public Divider(
      Orientation orientation,
      ObservableValue<String> name,
      DoubleSupplier share,
      DoubleConsumer move) {
    this.orientation = orientation;
    this.share = share;
    this.move = move;
    Styling.as(this, "divider");
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
    var all = getParent().getLayoutBounds();
    moveTo(
        100
            * (orientation == Orientation.VERTICAL
                ? at.getX() / all.getWidth()
                : at.getY() / all.getHeight()));
    event.consume();
  }

  private void click(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      moveTo(Double.NaN);
    }
  }

  private void press(KeyEvent key) {
    switch (key.getCode()) {
      case LEFT, UP -> moveTo(share.getAsDouble() - STEP);
      case RIGHT, DOWN -> moveTo(share.getAsDouble() + STEP);
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void moveTo(double wanted) {
    move.accept(wanted);
    notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case VALUE -> share.getAsDouble();
      case MIN_VALUE -> 0.0;
      case MAX_VALUE -> 100.0;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
