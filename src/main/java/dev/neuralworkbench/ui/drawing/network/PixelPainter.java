package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.drawing.image.RowImage;

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
    pen.context().strokeRect(column.x() - side / 2, column.y(0) - column.radius(), side, side);
    var framed = column.spots().stream().filter(it -> content.isLit(it.unit())).toList();
    if (framed.size() < column.shown()) {
      pen.context().setStroke(pen.look().ink(Ink.FOCUS));
      var pixel = 2 * column.radius();
      framed.forEach(it -> pen.context().strokeRect(left(it), above(it), pixel, pixel));
    }
  }

  private void draw(RowImage row) {
    var side = 2 * column.half();
    var image = row.drawn(pen.look().ink(Ink.BACKGROUND), pen.look().ink(Ink.TEXT));
    pen.context().setImageSmoothing(false);
    pen.context()
        .drawImage(image, column.x() - side / 2, column.y(0) - column.radius(), side, side);
    pen.context().setImageSmoothing(true);
  }

  private void draw(UnitValues values) {
    var pixel = 2 * column.radius();
    for (var spot : column.spots()) {
      var value = values.share(spot.unit());
      if (!Double.isNaN(value)) {
        pen.context().setFill(pen.look().signed(value));
        pen.context().fillRect(left(spot), above(spot), pixel, pixel);
      }
    }
  }

  private double left(NetworkLayout.Spot spot) {
    return spot.x() - column.radius();
  }

  private double above(NetworkLayout.Spot spot) {
    return spot.y() - column.radius();
  }
}
