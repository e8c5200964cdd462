package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.ui.chart.Ink;

/** Draws weights and units. */
record NetworkPainter(NetworkPen pen, PlacedNetwork placed, NetworkContent content) {

  private static final double DIMMED = 0.14;
  private static final double DIMMED_UNIT = 0.3;

  /** On a dark ground what is pale is harder to see. */
  private static final double DARK = 1.8;

  /** Draws the curves; those that are not lit are pale. */
  void weights() {
    var context = pen.context();
    for (var bright : new boolean[] {false, true}) {
      context.setGlobalAlpha(bright ? 1 : dimmed(DIMMED));
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

  private double dimmed(double share) {
    return pen.look().isDark() ? DARK * share : share;
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

  /**
   * Draws the units: filled with the colour of their value, the bias as a ring around them; or
   * squares with their maps in a frame; or pixels.
   */
  void units() {
    for (var column : placed.layout().columns()) {
      for (var place = 0; !column.isImage() && place < column.shown(); place++) {
        var unit = new NetworkPart.Unit(column.index(), column.unit(place));
        pen.context().setGlobalAlpha(content.isLit(unit) ? 1 : dimmed(DIMMED_UNIT));
        if (column.square()) {
          square(column, column.y(place), unit);
        } else {
          circle(column, column.y(place), unit);
        }
      }
    }
    pen.context().setGlobalAlpha(1);
    placed.layout().columns().stream()
        .filter(NetworkLayout.Column::isImage)
        .forEach(it -> new PixelPainter(pen, it).draw(content));
  }

  /** A circle, or a box that has room for a number. */
  private void circle(NetworkLayout.Column column, double y, NetworkPart.Unit unit) {
    var context = pen.context();
    context.setFill(pen.look().ground(content.values().share(unit)));
    frame(unit);
    var left = column.x() - column.reach();
    var top = y - column.radius();
    var width = 2 * column.reach();
    var height = 2 * column.radius();
    if (column.isBoxed()) {
      var corner = NetworkRoom.CORNER * pen.em();
      context.fillRoundRect(left, top, width, height, corner, corner);
      context.strokeRoundRect(left, top, width, height, corner, corner);
    } else {
      context.fillOval(left, top, width, height);
      context.strokeOval(left, top, width, height);
    }
  }

  private void square(NetworkLayout.Column column, double y, NetworkPart.Unit unit) {
    var left = Math.rint(column.x() - column.radius());
    var top = Math.rint(y - column.radius());
    var side = Math.rint(2 * column.radius());
    var image = content.maps().image(unit, pen.look());
    if (image == null) {
      pen.context().setFill(pen.look().ink(Ink.BACKGROUND));
      pen.context().fillRect(left, top, side, side);
    } else {
      pen.context().drawImage(image, left, top, side, side);
    }
    frame(unit);
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
      case NetworkPart.Bias bias -> ring(bias.of());
      case NetworkPart.Unit unit -> ring(unit);
    }
  }

  /** The curve once more, on a broad line. */
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

  private void ring(NetworkPart.Unit unit) {
    var column = placed.layout().column(unit.column()).orElse(null);
    var place = column == null ? -1 : column.place(unit.unit());
    if (column != null && place >= 0) {
      var air = column.isImage() ? 0 : 0.35 * pen.em();
      var width = 2 * (column.reach() + air);
      var height = 2 * (column.radius() + air);
      var corner = column.square() ? 0 : column.isBoxed() ? NetworkRoom.CORNER * pen.em() : width;
      pen.frame(
          pen.look().ink(Ink.FOCUS),
          0.143 * pen.em(),
          column.x(place),
          column.y(place),
          width,
          height,
          corner);
    }
  }
}
