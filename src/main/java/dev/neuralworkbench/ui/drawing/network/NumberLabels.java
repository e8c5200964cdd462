package dev.neuralworkbench.ui.drawing.network;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Writes numbers with their symbols where nothing stands yet. */
final class NumberLabels {

  private static final double LINE = 1.25;

  /** Height of a box with a number, in em. */
  static final double BOX = 2.3;

  /** Its rounded corners, in em. */
  static final double CORNER = 1.6;

  private final GraphicsContext context;
  private final DrawingLook look;
  private final double right;
  private final List<Bounds> taken = new ArrayList<>();

  /**
   * Labels of a drawing.
   *
   * @param right where it ends
   */
  NumberLabels(GraphicsContext context, DrawingLook look, double right) {
    this.context = context;
    this.look = look;
    this.right = right;
    context.setTextBaseline(VPos.CENTER);
  }

  void take(double x, double y, double width, double height) {
    taken.add(new BoundingBox(x - width / 2, y - height / 2, width, height));
  }

  private boolean isFree(Bounds box) {
    return taken.stream().noneMatch(box::intersects);
  }

  /**
   * Writes into a unit: the symbol above the number.
   *
   * @param font of the number
   */
  void within(double x, double y, Font font, PartNumbers.Text text, Color ink) {
    var em = look.em();
    context.setFill(ink);
    context.setTextAlign(TextAlignment.CENTER);
    context.setFont(look.small());
    context.fillText(text.symbol(), x, y - 0.56 * em);
    context.setFont(font);
    context.fillText(text.number(), x, y + 0.5 * em);
  }

  /** The bold font of the window, or a lighter or smaller one where a number is long. */
  Font fitting(String number, double most) {
    for (var font : new Font[] {look.bold(), look.font(), look.small()}) {
      if (look.width(number, font) <= most) {
        return font;
      }
    }
    var small = look.small();
    var share = most / look.width(number, small);
    return Font.font(small.getFamily(), small.getSize() * share);
  }

  /**
   * Draws a unit of a crowded column as a box that has room for its number, unless something stands
   * there.
   *
   * @param ground its colour
   */
  boolean box(double x, double y, PartNumbers.Text text, Color ground) {
    var em = look.em();
    var height = BOX * em;
    var width = 2 * NetworkRoom.NUMBER * em;
    var bounds = new BoundingBox(x - width / 2, y - height / 2, width, height);
    if (isFree(bounds)) {
      taken.add(bounds);
      var corner = CORNER * em;
      context.setFill(ground);
      context.fillRoundRect(bounds.getMinX(), bounds.getMinY(), width, height, corner, corner);
      context.setStroke(look.ink(DrawingInk.LINE));
      context.setLineWidth(0.1 * em);
      context.strokeRoundRect(bounds.getMinX(), bounds.getMinY(), width, height, corner, corner);
      within(x, y, fitting(text.number(), 0.9 * width), text, look.readable(ground));
      return true;
    }
    return false;
  }

  /** What a label on one line takes from left to right. */
  double width(PartNumbers.Text text) {
    var symbol = text.symbol().isEmpty() ? "" : text.symbol() + " ";
    return look.width(symbol, look.small())
        + look.width(text.number(), look.bold())
        + 0.4 * look.em();
  }

  /** Writes both on a line, on a ground of their own, unless something stands there. */
  boolean line(double x, double y, PartNumbers.Text text) {
    return line(x, y, text, Double.POSITIVE_INFINITY);
  }

  /**
   * The same in a room of some width.
   *
   * @param most the width; a number without a symbol is written smaller where it has to be
   */
  boolean line(double x, double y, PartNumbers.Text text, double most) {
    var em = look.em();
    var width = Math.min(width(text), most);
    var height = LINE * em;
    // At the edge a label moves in.
    var middle = Math.clamp(x, width / 2, Math.max(width / 2, right - width / 2));
    var bounds = new BoundingBox(middle - width / 2, y - height / 2, width, height);
    if (!isFree(bounds)) {
      return false;
    }
    taken.add(bounds);
    context.setFill(look.ink(DrawingInk.BACKGROUND));
    context.fillRoundRect(bounds.getMinX(), bounds.getMinY(), width, height, 0.6 * em, 0.6 * em);
    context.setTextAlign(TextAlignment.LEFT);
    var left = bounds.getMinX() + 0.2 * em;
    if (!text.symbol().isEmpty()) {
      context.setFont(look.small());
      context.setFill(look.ink(DrawingInk.MUTED));
      context.fillText(text.symbol(), left, y);
      left += look.width(text.symbol() + " ", look.small());
    }
    context.setFont(fitting(text.number(), bounds.getMaxX() - left));
    context.setFill(look.ink(DrawingInk.TEXT));
    context.fillText(text.number(), left, y);
    return true;
  }
}
