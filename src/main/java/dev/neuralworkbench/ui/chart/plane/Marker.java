package dev.neuralworkbench.ui.chart.plane;

import dev.neuralworkbench.ui.chart.Tints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The form of a point, so that classes differ for eyes that do not tell their colours. */
enum Marker {
  CIRCLE,
  SQUARE,
  TRIANGLE,
  DIAMOND,
  TIP;

  /** The marker of a class. */
  static Marker of(Tints tints, float shade) {
    return tints instanceof Tints.Classes ? values()[(int) shade % values().length] : CIRCLE;
  }

  /** The form about the origin. */
  Shape shape(double r) {
    return switch (this) {
      case CIRCLE -> new Ellipse2D.Double(-r, -r, 2 * r, 2 * r);
      case SQUARE -> new Rectangle2D.Double(-0.9 * r, -0.9 * r, 1.8 * r, 1.8 * r);
      case TRIANGLE -> polygon(0, -1.2 * r, 1.1 * r, 0.8 * r, -1.1 * r, 0.8 * r);
      case DIAMOND -> polygon(0, -1.3 * r, 1.3 * r, 0, 0, 1.3 * r, -1.3 * r, 0);
      case TIP -> polygon(0, 1.2 * r, 1.1 * r, -0.8 * r, -1.1 * r, -0.8 * r);
    };
  }

  private static Shape polygon(double... corners) {
    var path = new Path2D.Double();
    path.moveTo(corners[0], corners[1]);
    for (var i = 2; i < corners.length; i += 2) {
      path.lineTo(corners[i], corners[i + 1]);
    }
    path.closePath();
    return path;
  }
}
