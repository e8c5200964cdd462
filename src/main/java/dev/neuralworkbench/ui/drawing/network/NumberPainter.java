package dev.neuralworkbench.ui.drawing.network;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * Writes numbers into units that are large enough, beside smaller ones that are lit, and onto lit
 * weights, as long as they do not cover each other.
 */
record NumberPainter(
    GraphicsContext context,
    DrawingLook look,
    NetworkLayout layout,
    PartNumbers numbers,
    UnitValues values,
    Predicate<NetworkPart> lit) {

  /** Radius, in em, from which on a number has room in a unit. */
  private static final double ROOMY = 1.5;

  /** Smaller units beside which a number is written, if there are no more than these. */
  private static final int FEW = 4;

  /** Where along a curve its number may stand, the best place first. */
  private static final double[] PLACES = {0.5, 0.36, 0.64, 0.24, 0.76};

  /** How far from its curve a number may stand where there is no room on it, in em. */
  private static final double[] ASIDE = {0, -0.9, 0.9, -1.8, 1.8};

  void draw(WeightCurves edges) {
    context.setTextBaseline(VPos.CENTER);
    context.setTextAlign(TextAlignment.CENTER);
    var taken = new ArrayList<Bounds>();
    for (var column : layout.columns()) {
      if (!column.isImage()) {
        column(column, taken);
      }
    }
    for (var column : layout.columns()) {
      for (var place = 0; !column.isImage() && place < column.shown(); place++) {
        taken.add(around(column, place));
      }
    }
    for (var edge : edges.all().reversed()) {
      var text = numbers.texts().get(edge.part());
      if (text != null && lit.test(edge.part())) {
        onto(edge, text, taken);
      }
    }
  }

  private void column(NetworkLayout.Column column, List<Bounds> taken) {
    var roomy = column.radius() >= ROOMY * look.em();
    var few = litOf(column) <= FEW;
    for (var place = 0; place < column.shown(); place++) {
      var unit = new NetworkPart.Unit(column.index(), column.unit(place));
      if (numbers.dropped().contains(unit)) {
        cross(column, place);
      }
      var text = numbers.texts().get(unit);
      if (text != null && roomy) {
        within(column, place, text, unit);
      } else if (text != null && few && lit.test(unit)) {
        beside(column, place, text, taken);
      }
      var bias = new NetworkPart.Bias(column.index() - 1, unit.unit());
      var ofBias = numbers.texts().get(bias);
      if (ofBias != null && lit.test(bias) && (roomy || few)) {
        var below = column.y(place) + column.radius() + 0.9 * look.em();
        pill(column.x(place), below, ofBias, taken);
      }
    }
  }

  private static Bounds around(NetworkLayout.Column column, int place) {
    var side = 1.6 * column.radius();
    return new BoundingBox(column.x(place) - side / 2, column.y(place) - side / 2, side, side);
  }

  private long litOf(NetworkLayout.Column column) {
    var count = 0;
    for (var place = 0; place < column.shown(); place++) {
      if (lit.test(new NetworkPart.Unit(column.index(), column.unit(place)))) {
        count++;
      }
    }
    return count;
  }

  private void within(
      NetworkLayout.Column column, int place, PartNumbers.Text text, NetworkPart.Unit unit) {
    var em = look.em();
    var share = values.share(unit);
    var ground = Double.isNaN(share) ? look.ink(DrawingInk.BACKGROUND) : look.signed(share);
    // What is not lit is pale.
    context.setFill(lit.test(unit) ? readable(ground) : look.ink(DrawingInk.MUTED));
    var most = 1.76 * column.radius();
    context.setFont(look.small());
    context.fillText(text.symbol(), column.x(place), column.y(place) - 0.62 * em);
    context.setFont(fitting(text.number(), most));
    context.fillText(text.number(), column.x(place), column.y(place) + 0.4 * em);
  }

  /** The font of the window, or the small one where a number is long. */
  private Font fitting(String number, double most) {
    return look.width(number, look.bold()) <= most
        ? look.bold()
        : look.width(number, look.font()) <= most ? look.font() : look.small();
  }

  /** The ink that stands out from a ground. */
  private Color readable(Color ground) {
    var one = look.ink(DrawingInk.TEXT);
    var other = look.ink(DrawingInk.BACKGROUND);
    return distance(one, ground) >= distance(other, ground) ? one : other;
  }

  private static double distance(Color one, Color other) {
    return Math.abs(light(one) - light(other));
  }

  /** How light a colour looks: its lightness L* without the factors that all have in common. */
  private static double light(Color color) {
    return Math.cbrt(
        0.2126 * linear(color.getRed())
            + 0.7152 * linear(color.getGreen())
            + 0.0722 * linear(color.getBlue()));
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private void beside(
      NetworkLayout.Column column, int place, PartNumbers.Text text, List<Bounds> taken) {
    var last = layout.columns().getLast().equals(column);
    var away = column.radius() + 0.5 * look.em() + width(text) / 2;
    pill(column.x(place) + (last ? -away : away), column.y(place), text, taken);
  }

  private void onto(WeightCurves.Edge edge, PartNumbers.Text text, List<Bounds> taken) {
    for (var aside : ASIDE) {
      for (var share : PLACES) {
        var x = edge.fromX() + share * (edge.toX() - edge.fromX());
        if (pill(x, edge.y(x) + aside * look.em(), text, taken)) {
          return;
        }
      }
    }
  }

  private double width(PartNumbers.Text text) {
    return look.width(text.symbol() + " ", look.small())
        + look.width(text.number(), look.bold())
        + 0.4 * look.em();
  }

  /** Writes symbol and number on a ground of their own, unless something stands there. */
  private boolean pill(double x, double y, PartNumbers.Text text, List<Bounds> taken) {
    var em = look.em();
    var width = width(text);
    var box = new BoundingBox(x - width / 2, y - 0.65 * em, width, 1.3 * em);
    if (taken.stream().anyMatch(box::intersects)) {
      return false;
    }
    taken.add(box);
    context.setFill(look.ink(DrawingInk.BACKGROUND));
    context.fillRoundRect(box.getMinX(), box.getMinY(), width, box.getHeight(), 0.6 * em, 0.6 * em);
    context.setTextAlign(TextAlignment.LEFT);
    var left = box.getMinX() + 0.2 * em;
    context.setFont(look.small());
    context.setFill(look.ink(DrawingInk.MUTED));
    context.fillText(text.symbol() + " ", left, y);
    context.setFont(look.bold());
    context.setFill(look.ink(DrawingInk.TEXT));
    context.fillText(text.number(), left + look.width(text.symbol() + " ", look.small()), y);
    context.setTextAlign(TextAlignment.CENTER);
    return true;
  }

  private void cross(NetworkLayout.Column column, int place) {
    var half = column.radius() * 0.7;
    var x = column.x(place);
    var y = column.y(place);
    context.setStroke(look.ink(DrawingInk.MUTED));
    context.setLineWidth(0.14 * look.em());
    context.strokeLine(x - half, y - half, x + half, y + half);
    context.strokeLine(x - half, y + half, x + half, y - half);
  }
}
