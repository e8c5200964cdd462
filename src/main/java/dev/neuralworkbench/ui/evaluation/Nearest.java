package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.ui.chart.plane.PlaneChart;
import java.util.function.IntToDoubleFunction;
import javafx.scene.input.MouseEvent;

/** The points of a plot that a press of the pointer means. */
public record Nearest(PlaneChart chart, MouseEvent press) {

  /** How far from a point it may be pressed, in pixels. */
  private static final double REACH = 24;

  /** Index of the nearest of some points; −1 where none is near. */
  public int of(int count, IntToDoubleFunction x, IntToDoubleFunction y) {
    var nearest = -1;
    var least = REACH;
    for (var i = 0; i < count; i++) {
      var away = distance(x.applyAsDouble(i), y.applyAsDouble(i));
      if (away < least) {
        nearest = i;
        least = away;
      }
    }
    return nearest;
  }

  /** Pixels to a point of the plane. */
  public double distance(double x, double y) {
    return chart.pixel(x, y).distance(press.getX(), press.getY());
  }
}
