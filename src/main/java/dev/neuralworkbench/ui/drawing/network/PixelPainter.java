package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.drawing.image.RowImage;
import java.util.stream.IntStream;

/** Draws the inputs that are the pixels of an image. */
record PixelPainter(NetworkPen pen, NetworkLayout.Column column) {

  /**
   * Draws a row as the image that it is, and else the values that the network gets. What is lit has
   * a frame: pale, it would be another image.
   */
  void draw(NetworkContent content) {
    var row = content.image();
    if (row != null && row.side() == column.across()) {
      draw(row);
    } else {
      draw(content.values());
    }
    pen.context().setLineWidth(0.1 * pen.em());
    pen.context().setStroke(pen.look().ink(Ink.LINE));
    var side = 2 * column.half();
    pen.context().strokeRect(column.x() - side / 2, above(0), side, side);
    var framed =
        IntStream.range(0, column.shown())
            .filter(place -> content.isLit(new NetworkPart.Unit(0, place)))
            .toArray();
    if (framed.length < column.shown()) {
      pen.context().setStroke(pen.look().ink(Ink.FOCUS));
      var pixel = 2 * column.radius();
      for (var place : framed) {
        pen.context().strokeRect(left(place), above(place), pixel, pixel);
      }
    }
  }

  private void draw(RowImage row) {
    var side = 2 * column.half();
    var image = row.drawn(pen.look().ink(Ink.BACKGROUND), pen.look().ink(Ink.TEXT));
    pen.context().setImageSmoothing(false);
    pen.context().drawImage(image, column.x() - side / 2, above(0), side, side);
    pen.context().setImageSmoothing(true);
  }

  private void draw(UnitValues values) {
    var pixel = 2 * column.radius();
    for (var place = 0; place < column.shown(); place++) {
      var value = values.share(new NetworkPart.Unit(0, place));
      if (!Double.isNaN(value)) {
        pen.context().setFill(pen.look().signed(value));
        pen.context().fillRect(left(place), above(place), pixel, pixel);
      }
    }
  }

  private double left(int place) {
    return column.x(place) - column.radius();
  }

  private double above(int place) {
    return column.y(place) - column.radius();
  }
}
