package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.ui.drawing.image.RowImage;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/** Draws the inputs that are the pixels of an image on a canvas. */
record PixelPainter(GraphicsContext context, DrawingLook look, NetworkLayout.Column column) {

  /**
   * Draws a row as the image that it is, and else the values that the network gets. What is lit has
   * a frame: pale, it would be another image.
   *
   * @param row null for none
   */
  void draw(@Nullable RowImage row, UnitValues values, Predicate<NetworkPart> lit) {
    if (row != null && row.side() == column.across()) {
      draw(row);
    } else {
      draw(values);
    }
    context.setStroke(look.ink(DrawingInk.LINE));
    context.setLineWidth(0.1 * look.em());
    var half = column.half();
    context.strokeRect(column.x() - half, top(), 2 * half, 2 * half);
    var framed =
        IntStream.range(0, column.shown())
            .filter(place -> lit.test(new NetworkPart.Unit(0, place)))
            .toArray();
    if (framed.length < column.shown()) {
      context.setStroke(look.ink(DrawingInk.FOCUS));
      for (var place : framed) {
        var radius = column.radius();
        context.strokeRect(
            column.x(place) - radius, column.y(place) - radius, 2 * radius, 2 * radius);
      }
    }
  }

  private void draw(RowImage row) {
    var half = column.half();
    context.setImageSmoothing(false);
    var image = row.drawn(look.ink(DrawingInk.BACKGROUND), look.ink(DrawingInk.TEXT));
    context.drawImage(image, column.x() - half, top(), 2 * half, 2 * half);
    context.setImageSmoothing(true);
  }

  private void draw(UnitValues values) {
    for (var place = 0; place < column.shown(); place++) {
      var value = values.share(new NetworkPart.Unit(0, place));
      if (!Double.isNaN(value)) {
        var radius = column.radius();
        context.setFill(look.signed(value));
        context.fillRect(
            column.x(place) - radius, column.y(place) - radius, 2 * radius, 2 * radius);
      }
    }
  }

  private double top() {
    return column.y(0) - column.radius();
  }
}
