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
    fire(node, type, x, y, 1);
  }

  /** The second of two clicks, however long the machine took for the first. FX thread. */
  public static void doubleClick(Node node) {
    fire(node, MouseEvent.MOUSE_CLICKED, 1, 1, 2);
  }

  private static void fire(Node node, EventType<MouseEvent> type, double x, double y, int clicks) {
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
            clicks,
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
