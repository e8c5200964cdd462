package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.nn.LayerWeights;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.canvas.GraphicsContext;

/** Draws weights and units on a canvas. */
record NetworkPainter(GraphicsContext context, DrawingLook look, NetworkLayout layout) {

  private static final double DIMMED = 0.14;
  private static final double DIMMED_UNIT = 0.3;

  /** On a dark ground what is pale is harder to see. */
  private static final double DARK = 1.8;

  /** Draws the curves; those that are not lit are pale. */
  void weights(WeightCurves edges, Predicate<NetworkPart> lit) {
    for (var bright : new boolean[] {false, true}) {
      context.setGlobalAlpha(bright ? 1 : dimmed(DIMMED));
      var step = -1;
      for (var edge : edges.all()) {
        if (lit.test(edge.part()) == bright) {
          step = curve(edge, edge.value() / edges.end(), step);
        }
      }
      if (step >= 0) {
        context.stroke();
      }
    }
    context.setGlobalAlpha(1);
  }

  private double dimmed(double share) {
    return look.isDark() ? DARK * share : share;
  }

  /** Adds a curve to the path; a new path begins with another shade. Curves of one are one path. */
  private int curve(WeightCurves.Edge edge, double share, int before) {
    var step = look.step(share);
    if (step != before) {
      if (before >= 0) {
        context.stroke();
      }
      context.beginPath();
      context.setStroke(look.shade(step));
      context.setLineWidth(look.lineWidth(share));
    }
    path(edge);
    return step;
  }

  private void path(WeightCurves.Edge edge) {
    var middle = (edge.fromX() + edge.toX()) / 2;
    context.moveTo(edge.fromX(), edge.fromY());
    context.bezierCurveTo(middle, edge.fromY(), middle, edge.toY(), edge.toX(), edge.toY());
  }

  /**
   * Draws the units: filled with the colour of their value, the bias as a ring around them; or
   * squares with their maps in a frame.
   *
   * @param end end of the scale of weights and biases
   */
  void units(
      List<Optional<LayerWeights>> weights,
      double end,
      UnitValues values,
      UnitMaps maps,
      Predicate<NetworkPart> lit) {
    for (var column : layout.columns()) {
      for (var place = 0; !column.isImage() && place < column.shown(); place++) {
        var unit = new NetworkPart.Unit(column.index(), column.unit(place));
        var bias = bias(unit, weights);
        context.setGlobalAlpha(lit.test(unit) ? 1 : dimmed(DIMMED_UNIT));
        var y = column.y(place);
        if (column.square()) {
          square(column, y, maps, unit, bias / end);
        } else {
          circle(column, y, values.share(unit), bias / end);
        }
      }
    }
    context.setGlobalAlpha(1);
  }

  private static double bias(NetworkPart.Unit unit, List<Optional<LayerWeights>> weights) {
    return unit.column() == 0
        ? Double.NaN
        : weights
            .get(unit.column() - 1)
            .map(layer -> (double) layer.bias(unit.unit()))
            .orElse(Double.NaN);
  }

  /** A circle, or a box that has room for a number. */
  private void circle(NetworkLayout.Column column, double y, double value, double bias) {
    context.setFill(Double.isNaN(value) ? look.ink(DrawingInk.BACKGROUND) : look.signed(value));
    frame(bias);
    var left = column.x() - column.reach();
    var top = y - column.radius();
    var width = 2 * column.reach();
    var height = 2 * column.radius();
    if (column.isBoxed()) {
      var corner = NumberLabels.CORNER * look.em();
      context.fillRoundRect(left, top, width, height, corner, corner);
      context.strokeRoundRect(left, top, width, height, corner, corner);
    } else {
      context.fillOval(left, top, width, height);
      context.strokeOval(left, top, width, height);
    }
  }

  private void square(
      NetworkLayout.Column column, double y, UnitMaps maps, NetworkPart.Unit unit, double bias) {
    var radius = column.radius();
    var left = Math.rint(column.x() - radius);
    var top = Math.rint(y - radius);
    var side = Math.rint(2 * radius);
    var image = maps.image(unit, look);
    if (image == null) {
      context.setFill(look.ink(DrawingInk.BACKGROUND));
      context.fillRect(left, top, side, side);
    } else {
      context.drawImage(image, left, top, side, side);
    }
    frame(bias);
    context.strokeRect(left, top, side, side);
  }

  /** Colour and width of the ring or frame for a bias. */
  private void frame(double bias) {
    var width = Double.isNaN(bias) ? 0.1 * look.em() : Math.max(look.lineWidth(bias), 1.2);
    context.setStroke(look.ring(bias));
    context.setLineWidth(width);
  }

  /** Draws a mark around the part that the keyboard or the pointer is at. */
  void mark(NetworkPart part, WeightCurves edges) {
    context.setStroke(look.ink(DrawingInk.FOCUS));
    switch (part) {
      case NetworkPart.Weight weight -> edges.of(weight).ifPresent(edge -> mark(edge, edges.end()));
      case NetworkPart.Bias bias -> ring(bias.of());
      case NetworkPart.Unit unit -> ring(unit);
    }
  }

  /** The curve once more, on a broad line. */
  private void mark(WeightCurves.Edge edge, double end) {
    var share = edge.value() / end;
    context.setLineWidth(look.lineWidth(share) + 0.35 * look.em());
    context.beginPath();
    path(edge);
    context.stroke();
    context.setStroke(look.signed(share));
    context.setLineWidth(look.lineWidth(share));
    context.stroke();
  }

  private void ring(NetworkPart.Unit unit) {
    layout
        .column(unit.column())
        .filter(column -> column.place(unit.unit()) >= 0)
        .ifPresent(
            column -> {
              var place = column.place(unit.unit());
              var air = column.isImage() ? 0 : 0.35 * look.em();
              context.setLineWidth(0.143 * look.em());
              var width = 2 * (column.reach() + air);
              var height = 2 * (column.radius() + air);
              var corner =
                  column.square() ? 0 : column.isBoxed() ? NumberLabels.CORNER * look.em() : width;
              context.strokeRoundRect(
                  column.x(place) - width / 2,
                  column.y(place) - height / 2,
                  width,
                  height,
                  corner,
                  corner);
            });
  }
}
