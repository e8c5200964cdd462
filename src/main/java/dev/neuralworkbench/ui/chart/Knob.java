package dev.neuralworkbench.ui.chart;

import dev.neuralworkbench.ui.common.Styled;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** What is dragged over a chart; it has the focus from then on, for keys. */
public final class Knob extends Region {

  /**
   * A knob over a chart.
   *
   * @param dragged told of the place in the chart that it is dragged to
   */
  public Knob(Node chart, Consumer<Point2D> dragged, String... styles) {
    Styled.as(this, "chart-knob");
    getStyleClass().addAll(styles);
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.SLIDER);
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        event -> {
          requestFocus();
          event.consume();
        });
    addEventHandler(
        MouseEvent.MOUSE_DRAGGED,
        event -> {
          dragged.accept(chart.sceneToLocal(event.getSceneX(), event.getSceneY()));
          event.consume();
        });
  }

  /** Puts its middle on a pixel. */
  public void center(double x, double y) {
    center(this, x, y);
  }

  /** Puts the middle of a node of its own size on a pixel. */
  public static void center(Region node, double x, double y) {
    node.applyCss();
    node.autosize();
    node.relocate(Math.rint(x - node.getWidth() / 2), Math.rint(y - node.getHeight() / 2));
  }
}
