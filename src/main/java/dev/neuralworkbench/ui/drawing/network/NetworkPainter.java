package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.drawing.image.RowImage;

record NetworkPainter(NetworkPen pen, PlacedNetwork placed, NetworkContent content) {

  /** What is not lit, seen from the last row too. */
  private static final double DIMMED = 0.4;

  void weights() {
    var context = pen.context();
    for (var bright : new boolean[] {false, true}) {
      context.setGlobalAlpha(bright ? 1 : DIMMED);
      var step = -1;
      for (var edge : placed.edges().all()) {
        if (content.isLit(edge.part()) == bright) {
          step = curve(edge, step);
        }
      }
      if (step >= 0) {
        context.stroke();
      }
    }
    context.setGlobalAlpha(1);
  }

  private double share(double weight) {
    return weight / placed.edges().end();
  }

  /** Adds a curve to the path; a new path begins with another shade. Curves of one are one path. */
  private int curve(WeightCurves.Edge edge, int before) {
    var share = share(edge.value());
    var step = pen.look().step(share);
    if (step != before) {
      if (before >= 0) {
        pen.context().stroke();
      }
      pen.context().beginPath();
      pen.context().setStroke(pen.look().shade(step));
      pen.context().setLineWidth(pen.look().lineWidth(share));
    }
    path(edge);
    return step;
  }

  private void path(WeightCurves.Edge edge) {
    var middle = edge.middleX();
    pen.context().moveTo(edge.fromX(), edge.fromY());
    pen.context().bezierCurveTo(middle, edge.fromY(), middle, edge.toY(), edge.toX(), edge.toY());
  }

  /** Units filled with their value, biases as rings; or squares with their maps; or pixels. */
  void units() {
    for (var column : placed.layout().columns()) {
      if (column.isImage()) {
        new PixelPainter(pen, column).draw(content);
      } else {
        column.spots().forEach(this::unit);
      }
    }
  }

  private void unit(NetworkLayout.Spot spot) {
    pen.context().setGlobalAlpha(content.isLit(spot.unit()) ? 1 : DIMMED);
    if (spot.column().square()) {
      square(spot);
    } else {
      circle(spot);
    }
    pen.context().setGlobalAlpha(1);
  }

  private void circle(NetworkLayout.Spot spot) {
    var context = pen.context();
    context.setFill(pen.look().ground(content.values().share(spot.unit())));
    frame(spot.unit());
    var left = spot.x() - spot.width() / 2;
    var top = spot.y() - spot.height() / 2;
    if (spot.column().isBoxed()) {
      var corner = NetworkRoom.CORNER * pen.em();
      context.fillRoundRect(left, top, spot.width(), spot.height(), corner, corner);
      context.strokeRoundRect(left, top, spot.width(), spot.height(), corner, corner);
    } else {
      context.fillOval(left, top, spot.width(), spot.height());
      context.strokeOval(left, top, spot.width(), spot.height());
    }
  }

  private void square(NetworkLayout.Spot spot) {
    var left = Math.rint(spot.x() - spot.height() / 2);
    var top = Math.rint(spot.y() - spot.height() / 2);
    var side = Math.rint(spot.height());
    var image = content.maps().image(spot.unit(), pen.look());
    if (image == null) {
      pen.context().setFill(pen.look().ink(Ink.BACKGROUND));
      pen.context().fillRect(left, top, side, side);
    } else {
      pen.context().drawImage(image, left, top, side, side);
    }
    frame(spot.unit());
    pen.context().strokeRect(left, top, side, side);
  }

  private void frame(NetworkPart.Unit unit) {
    var bias = share(content.bias(unit));
    var look = pen.look();
    pen.context().setStroke(look.ring(bias));
    pen.context()
        .setLineWidth(Double.isNaN(bias) ? 0.1 * pen.em() : Math.max(look.lineWidth(bias), 1.2));
  }

  void mark(NetworkPart part) {
    switch (part) {
      case NetworkPart.Weight weight -> placed.edges().of(weight).ifPresent(this::mark);
      case NetworkPart.Bias bias -> mark(bias.of());
      case NetworkPart.Unit unit -> placed.layout().spot(unit).ifPresent(this::ring);
    }
  }

  private void mark(WeightCurves.Edge edge) {
    var share = share(edge.value());
    var context = pen.context();
    context.setStroke(pen.look().ink(Ink.FOCUS));
    context.setLineWidth(pen.look().lineWidth(share) + 0.35 * pen.em());
    context.beginPath();
    path(edge);
    context.stroke();
    context.setStroke(pen.look().signed(share));
    context.setLineWidth(pen.look().lineWidth(share));
    context.stroke();
  }

  private void ring(NetworkLayout.Spot spot) {
    var column = spot.column();
    var air = column.isImage() ? 0 : 0.7 * pen.em();
    var width = spot.width() + air;
    var corner = column.square() ? 0 : column.isBoxed() ? NetworkRoom.CORNER * pen.em() : width;
    var ink = pen.look().ink(Ink.FOCUS);
    var height = spot.height() + air;
    pen.frame(ink, 0.143 * pen.em(), spot.x(), spot.y(), width, height, corner);
  }

  record PixelPainter(NetworkPen pen, NetworkLayout.Column column) {

    /** The row as an image, else the values; what is lit has a frame: pale, it would be another. */
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
      var image =
          row.drawn(
              pen.look().ink(Ink.BACKGROUND), pen.look().ink(Ink.TEXT), pen.look().ink(Ink.TEXT));
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
}
