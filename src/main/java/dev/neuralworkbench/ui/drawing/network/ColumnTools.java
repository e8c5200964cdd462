package dev.neuralworkbench.ui.drawing.network;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.IntFunction;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Controls on both sides of the number of units of each hidden layer. */
final class ColumnTools extends Pane {

  private static final double AIR_IN_EM = 0.4;

  private final Map<Integer, Region> tools = new HashMap<>();
  private @Nullable IntFunction<Region> factory;

  ColumnTools() {
    setPickOnBounds(false);
  }

  void make(IntFunction<Region> controls) {
    factory = controls;
  }

  void place(NetworkLayout layout, int columns) {
    var gone = new HashSet<>(tools.keySet());
    var make = factory;
    for (var column : layout.columns()) {
      var index = column.index();
      if (make != null && index > 0 && index < columns - 1) {
        if (!tools.containsKey(index)) {
          var made = make.apply(index);
          tools.put(index, made);
          made.setManaged(false);
          getChildren().add(made);
          made.applyCss();
        }
        gone.remove(index);
      }
    }
    for (var index : gone) {
      getChildren().remove(tools.remove(index));
    }
  }

  double width(int column) {
    var controls = tools.get(column);
    return controls == null ? 0 : controls.prefWidth(-1);
  }

  /** Around the text of a column; hidden where they need more than the width that there is. */
  void around(NetworkLayout.Column column, double y, double textWidth, double most, double em) {
    var controls = tools.get(column.index());
    if (controls != null) {
      var width = controls.prefWidth(-1) + textWidth + AIR_IN_EM * em;
      var height = controls.prefHeight(-1);
      controls.setVisible(width <= most);
      controls.resizeRelocate(
          Math.rint(column.x() - width / 2), Math.rint(y - height / 2), Math.rint(width), height);
      controls.layout();
    }
  }
}
