package dev.neuralworkbench.ui.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Ellipse2D;

/** Draws by hand what the library does not, on the window's canvas and in a saved image alike. */
public record Pen(Graphics2D graphics, ChartLook look, double width, double height) {

  public double em() {
    return look.font().getSize2D();
  }

  public double row() {
    return 1.5 * em();
  }

  public Color ink(Ink ink) {
    return look.ink(ink);
  }

  public void fill(Paint paint, Shape shape) {
    graphics.setPaint(paint);
    graphics.fill(shape);
  }

  public void draw(Paint paint, Stroke stroke, Shape shape) {
    graphics.setPaint(paint);
    graphics.setStroke(stroke);
    graphics.draw(shape);
  }

  public double width(String text) {
    return graphics.getFontMetrics().getStringBounds(text, graphics).getWidth();
  }

  public void write(Paint paint, String text, double left, double baseline) {
    graphics.setPaint(paint);
    graphics.drawString(text, (float) left, (float) baseline);
  }

  public void writeAt(Paint paint, String text, double left, double middle) {
    var metrics = graphics.getFontMetrics();
    write(paint, text, left, middle + (metrics.getAscent() - metrics.getDescent()) / 2.0);
  }

  public static Shape circle(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
