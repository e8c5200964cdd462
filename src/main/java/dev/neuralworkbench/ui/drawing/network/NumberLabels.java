package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.ui.chart.Ink;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** Writes numbers with their symbols where nothing stands yet. */
final class NumberLabels {

  private static final double LINE = 1.25;

  private final NetworkPen pen;
  private final DrawingLook look;
  private final double em;
  private final double right;
  private final List<Bounds> taken = new ArrayList<>();

  NumberLabels(NetworkPen pen, double right) {
    this.pen = pen;
    this.right = right;
    look = pen.look();
    em = pen.em();
  }

  void take(double x, double y, double width, double height) {
    taken.add(box(x, y, width, height));
  }

  private static Bounds box(double x, double y, double width, double height) {
    return new BoundingBox(x - width / 2, y - height / 2, width, height);
  }

  /** Keeps a place for itself; false where something stands there. */
  private boolean finds(double x, double y, double width, double height) {
    var isFree = taken.stream().noneMatch(box(x, y, width, height)::intersects);
    if (isFree) {
      take(x, y, width, height);
    }
    return isFree;
  }

  void within(double x, double y, Font font, PartNumbers.Text text, Color ink) {
    pen.writeCentered(text.symbol(), look.small, ink, x, y - 0.56 * em);
    pen.writeCentered(text.number(), font, ink, x, y + 0.5 * em);
  }

  /** The bold font of the window, or a lighter or smaller one where a number is long. */
  Font fitting(String number, double most) {
    for (var font : new Font[] {look.bold, look.font, look.small}) {
      if (look.width(number, font) <= most) {
        return font;
      }
    }
    var small = look.small;
    return Font.font(small.getFamily(), small.getSize() * (most / look.width(number, small)));
  }

  /** Draws a unit of a crowded column as a box with its number, unless something stands there. */
  boolean box(double x, double y, PartNumbers.Text text, Color ground) {
    var height = NetworkRoom.BOX * em;
    var width = 2 * NetworkRoom.NUMBER * em;
    if (!finds(x, y, width, height)) {
      return false;
    }
    var corner = NetworkRoom.CORNER * em;
    pen.fill(ground, x, y, width, height, corner);
    pen.frame(look.ink(Ink.LINE), 0.1 * em, x, y, width, height, corner);
    within(x, y, fitting(text.number(), 0.9 * width), text, look.readable(ground));
    return true;
  }

  double width(PartNumbers.Text text) {
    var symbol = text.symbol().isEmpty() ? "" : text.symbol() + " ";
    return look.width(symbol, look.small) + look.width(text.number(), look.bold) + 0.4 * em;
  }

  boolean line(double x, double y, PartNumbers.Text text) {
    return line(x, y, text, Double.POSITIVE_INFINITY);
  }

  /** The same in a room: a number without a symbol is written smaller where it has to be. */
  boolean line(double x, double y, PartNumbers.Text text, double most) {
    var width = Math.min(width(text), most);
    var height = LINE * em;
    // At the edge a label moves in.
    var middle = Math.clamp(x, width / 2, Math.max(width / 2, right - width / 2));
    if (!finds(middle, y, width, height)) {
      return false;
    }
    pen.fill(look.ink(Ink.BACKGROUND), middle, y, width, height, 0.6 * em);
    var left = middle - width / 2 + 0.2 * em;
    var end = middle - width / 2 + width;
    if (!text.symbol().isEmpty()) {
      pen.write(text.symbol(), look.small, look.ink(Ink.MUTED), TextAlignment.LEFT, left, y);
      left += look.width(text.symbol() + " ", look.small);
    }
    var font = fitting(text.number(), end - left);
    pen.write(text.number(), font, look.ink(Ink.TEXT), TextAlignment.LEFT, left, y);
    return true;
  }
}
