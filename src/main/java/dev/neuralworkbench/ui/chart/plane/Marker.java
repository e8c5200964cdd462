package dev.neuralworkbench.ui.chart.plane;

import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.Tints;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
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

  private static final BasicStroke EDGE = new BasicStroke(1);
  private static final BasicStroke RING = new BasicStroke(1.8f);
  private static final BasicStroke DARK_EDGE = new BasicStroke(1.4f);

  /** The marker of a class. */
  static Marker of(Tints tints, float shade) {
    return tints instanceof Tints.Classes ? values()[(int) shade % values().length] : CIRCLE;
  }

  /** Draws a point of this form. */
  void draw(
      Graphics2D graphics,
      double x,
      double y,
      double radius,
      Color color,
      Dots.Fill fill,
      ChartLook look) {
    var shape = shape(x, y, radius);
    graphics.setPaint(fill == Dots.Fill.RING ? look.ink(Ink.BACKGROUND) : color);
    graphics.fill(shape);
    graphics.setPaint(
        switch (fill) {
          case FULL -> look.ink(Ink.BACKGROUND);
          case RING -> color;
          case EDGED -> look.ink(Ink.TEXT);
        });
    graphics.setStroke(
        switch (fill) {
          case FULL -> EDGE;
          case RING -> RING;
          case EDGED -> DARK_EDGE;
        });
    graphics.draw(shape);
  }

  private Shape shape(double x, double y, double r) {
    return switch (this) {
      case CIRCLE -> new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r);
      case SQUARE -> new Rectangle2D.Double(x - 0.9 * r, y - 0.9 * r, 1.8 * r, 1.8 * r);
      case TRIANGLE -> polygon(x, y - 1.2 * r, x + 1.1 * r, y + 0.8 * r, x - 1.1 * r, y + 0.8 * r);
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
