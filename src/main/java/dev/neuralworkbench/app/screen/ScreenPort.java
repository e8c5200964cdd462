package dev.neuralworkbench.app.screen;

import dev.neuralworkbench.ui.common.Styling;
import javafx.event.Event;
import javafx.event.EventDispatchChain;
import javafx.event.EventDispatcher;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.ScrollPaneSkin;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;

/**
 * A screen in its place. Where the place is smaller than any screen can be, as with text of twice
 * the size on a small display, the screen keeps its least size, and is moved by bars or the wheel.
 */
public final class ScreenPort extends ScrollPane {

  public ScreenPort(Node screen) {
    super(Styling.as(new StackPane(screen), "screen-in-port"));
    Styling.as(this, "screen-port", "edge-to-edge");
    setFitToWidth(true);
    setFitToHeight(true);
    setFocusTraversable(false);
    // At once, so that what is in the screen can have the focus before the next picture.
    setSkin(new ScrollPaneSkin(this));
    setEventDispatcher(onlyTheWheel(getEventDispatcher()));
  }

  /** The space bar trains and arrows go through epochs: no key and no click is the port's own. */
  private static EventDispatcher onlyTheWheel(EventDispatcher usual) {
    return (Event event, EventDispatchChain tail) ->
        event instanceof ScrollEvent ? usual.dispatchEvent(event, tail) : tail.dispatchEvent(event);
  }
}
