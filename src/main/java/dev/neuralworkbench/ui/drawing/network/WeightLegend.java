package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws what colour and width of a weight mean: a wedge from the negative end to the positive. */
record WeightLegend(DrawingLook look, Words words) {

  private static final double HALF_IN_EM = 4;
  private static final double AIR_IN_EM = 0.5;

  /** Height that the legend takes, in em. */
  static final double HEIGHT = 2;

  /** The part of it that is written and drawn on, in em. */
  static final double TEXT = 1.3;

  /**
   * Draws it in the middle of the foot, without its name where there is no room for that.
   *
   * @param end end of the scale on both sides
   */
  void draw(GraphicsContext context, double width, double height, double end) {
    var em = look.em();
    var number = Numbers.exact(end);
    var low = "\u2212" + number;
    var high = "+" + number;
    var scale =
        look.width(low, look.small())
            + look.width(high, look.small())
            + (2 * HALF_IN_EM + 2 * AIR_IN_EM) * em;
    var name = words.text("drawing.legend");
    var nameWidth = look.width(name, look.small()) + em;
    if (nameWidth + scale > width) {
      name = "";
      nameWidth = 0;
    }
    var x = Math.max(0, (width - nameWidth - scale) / 2);
    var y = height - 0.8 * em;
    context.setFont(look.small());
    context.setTextBaseline(VPos.CENTER);
    context.setTextAlign(TextAlignment.LEFT);
    context.setFill(look.ink(DrawingInk.MUTED));
    context.fillText(name, x, y);
    x += nameWidth;
    context.fillText(low, x, y);
    x += look.width(low, look.small()) + AIR_IN_EM * em;
    context.fillText(high, x + (2 * HALF_IN_EM + AIR_IN_EM) * em, y);
    wedge(context, x, y);
  }

  private void wedge(GraphicsContext context, double x, double y) {
    var steps = look.steps();
    var step = 2 * HALF_IN_EM * look.em() / steps;
    for (var i = 0; i < steps; i++) {
      var share = 2.0 * i / (steps - 1) - 1;
      var thickness = look.lineWidth(share);
      context.setFill(look.shade(i));
      context.fillRect(x + i * step, y - thickness / 2, step + 0.5, thickness);
    }
  }
}
