package dev.neuralworkbench.testing;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Events of the main button of a mouse, for places that have no node of their own to press. */
public final class MouseEvents {

  private MouseEvents() {}

  /** Has a node receive an event at a place in its own coordinates. FX thread. */
  public static void fire(Node node, EventType<MouseEvent> type, double x, double y) {
    var place = node.localToScene(x, y);
    var isDown = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
    node.fireEvent(
        new MouseEvent(
            type,
            place.getX(),
            place.getY(),
            place.getX(),
            place.getY(),
            MouseButton.PRIMARY,
            1,
            false,
            false,
            false,
            false,
            isDown,
            false,
            false,
            false,
            false,
            true,
            null));
  }
}
