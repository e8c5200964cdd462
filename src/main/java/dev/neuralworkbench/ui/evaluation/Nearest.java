package dev.neuralworkbench.ui.evaluation;

import dev.neuralworkbench.ui.chart.Curve;
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

  /** The same of a curve. */
  int of(Curve curve) {
    return of(curve.length(), curve::x, curve::y);
  }

  /** Pixels to the nearest point of a curve; infinite where none is near. */
  double away(Curve curve) {
    var at = of(curve);
    return at < 0 ? Double.POSITIVE_INFINITY : distance(curve.x(at), curve.y(at));
  }

  private double distance(double x, double y) {
    return chart.pixel(x, y).distance(press.getX(), press.getY());
  }
}
