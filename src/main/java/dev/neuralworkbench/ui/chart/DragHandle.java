package dev.neuralworkbench.ui.chart;

import dev.neuralworkbench.ui.common.Styling;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/** What is dragged over a chart; it has the focus from then on, for keys. */
public final class DragHandle extends Region {

  private final Map<AccessibleAttribute, Supplier<Object>> told =
      new EnumMap<>(AccessibleAttribute.class);

  public DragHandle(Node chart, Consumer<Point2D> dragged, String... styles) {
    Styling.as(this, "chart-knob");
    getStyleClass().addAll(styles);
    setFocusTraversable(true);
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

  public void tell(DoubleSupplier value, DoubleSupplier least, DoubleSupplier greatest) {
    setAccessibleRole(AccessibleRole.SLIDER);
    told.put(AccessibleAttribute.VALUE, value::getAsDouble);
    told.put(AccessibleAttribute.MIN_VALUE, least::getAsDouble);
    told.put(AccessibleAttribute.MAX_VALUE, greatest::getAsDouble);
  }

  public void tell(Supplier<String> place) {
    setAccessibleRole(AccessibleRole.TEXT);
    told.put(AccessibleAttribute.TEXT, place::get);
  }

  public void moved() {
    told.keySet().forEach(this::notifyAccessibleAttributeChanged);
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    var asked = told.get(attribute);
    return asked == null ? super.queryAccessibleAttribute(attribute, parameters) : asked.get();
  }

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
