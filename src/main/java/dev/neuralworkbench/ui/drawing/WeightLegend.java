package dev.neuralworkbench.ui.drawing;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** Draws what colour and width of a weight mean: a wedge from the negative end to the positive. */
record WeightLegend(DrawingLook look, Words words) {

  private static final double HALF_IN_EM = 4.5;

  /** Height that the legend takes, in em. */
  static final double HEIGHT = 2;

  /**
   * Draws it in the middle of the foot.
   *
   * @param end end of the scale on both sides
   */
  void draw(GraphicsContext context, double width, double height, double end) {
    var em = look.em();
    var y = height - 0.8 * em;
    var number = Numbers.exact(end);
    var texts = new String[] {words.text("drawing.legend"), "\u2212" + number, "+" + number};
    var nameWidth = look.width(texts[0], look.small());
    var total = nameWidth + look.width(texts[1], look.small()) + 2 * HALF_IN_EM * em;
    var x = Math.max(0, (width - total - look.width(texts[2], look.small()) - 2 * em) / 2);
    context.setFont(look.small());
    context.setTextBaseline(VPos.CENTER);
    context.setTextAlign(TextAlignment.LEFT);
    context.setFill(look.ink(DrawingInk.MUTED));
    context.fillText(texts[0], x, y);
    x += nameWidth + 1 * em;
    context.fillText(texts[1], x, y);
    x += look.width(texts[1], look.small()) + 0.5 * em;
    wedge(context, x, y);
    x += 2 * HALF_IN_EM * em + 0.5 * em;
    context.setFill(look.ink(DrawingInk.MUTED));
    context.fillText(texts[2], x, y);
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
