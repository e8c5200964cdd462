package dev.neuralworkbench.ui.chart.plane;

import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.Tints;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Points on a plane. Immutable once built, and shared between threads. */
@SuppressWarnings("ArrayRecordComponent") // shared, and compared by identity
public record Dots(String name, Fill fill, double[] x, double[] y, float[] shade) {

  /** How points are filled, so that kinds of rows differ where colour and form tell the class. */
  public enum Fill {
    /** Full, with an edge in the background's colour: rows that are trained. */
    FULL(1),
    /** A ring: rows that are held out. */
    RING(1.8f),
    /** A ring with a cross in it: rows for the last test. */
    CROSSED(1.2f);

    private static final double CROSS = 0.3;

    private final float width;

    Fill(float width) {
      this.width = width;
    }

    Color inside(Color color, ChartLook look) {
      return this == FULL ? color : look.ink(Ink.BACKGROUND);
    }

    Color edge(Color color, ChartLook look) {
      return this == FULL ? look.ink(Ink.BACKGROUND) : color;
    }

    Shape form(Shape marker) {
      if (this != CROSSED) {
        return marker;
      }
      var bounds = marker.getBounds2D();
      var x = bounds.getCenterX();
      var y = bounds.getCenterY();
      var arm = CROSS * bounds.getWidth();
      var crossed = new Path2D.Double(marker);
      crossed.append(new Line2D.Double(x - arm, y - arm, x + arm, y + arm), false);
      crossed.append(new Line2D.Double(x - arm, y + arm, x + arm, y - arm), false);
      return crossed;
    }

    BasicStroke stroke() {
      return new BasicStroke(width);
    }
  }

  /** As many of each, and not to be modified any more; a legend leaves out what has no name. */
  public Dots {
    if (x.length != y.length || x.length != shade.length) {
      throw new IllegalArgumentException(
          "expected as many x, y and shades, got %d, %d and %d"
              .formatted(x.length, y.length, shade.length));
    }
  }

  public int count() {
    return x.length;
  }

  /** Abscissas and ordinates. Not to be modified. */
  double[][] places() {
    return new double[][] {x, y};
  }

  float shade(int index) {
    return shade[index];
  }

  /** The form of a point, so that classes differ for eyes that do not tell their colours. */
  enum Marker {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND,
    TIP;

    static Marker of(Tints tints, float shade) {
      return tints instanceof Tints.Classes ? values()[(int) shade % values().length] : CIRCLE;
    }

    Shape shape(double x, double y, double r) {
      return switch (this) {
        case CIRCLE -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
        case SQUARE -> new Rectangle2D.Double(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
        case TRIANGLE ->
            polygon(x, y - 1.2 * r, x + 1.1 * r, y + 0.8 * r, x - 1.1 * r, y + 0.8 * r);
        case DIAMOND -> polygon(x, y - 1.3 * r, x + 1.3 * r, y, x, y + 1.3 * r, x - 1.3 * r, y);
        case TIP -> polygon(x, y + 1.2 * r, x + 1.1 * r, y - 0.8 * r, x - 1.1 * r, y - 0.8 * r);
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
}
