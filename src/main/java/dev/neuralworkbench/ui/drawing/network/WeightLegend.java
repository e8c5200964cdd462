package dev.neuralworkbench.ui.drawing.network;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.Ink;
import javafx.scene.text.TextAlignment;

/** Draws what colour and width of a weight mean: a wedge from the negative end to the positive. */
record WeightLegend(NetworkPen pen, Words words) {

  private static final double HALF_IN_EM = 4;
  private static final double AIR_IN_EM = 0.5;

  /** In the middle of the foot, without its name where there is no room for that. */
  void draw(NetworkRoom room, double end) {
    var em = pen.em();
    var number = Numbers.exact(end);
    var lowWidth = width("\u2212" + number);
    var scale = lowWidth + width("+" + number) + (2 * HALF_IN_EM + 2 * AIR_IN_EM) * em;
    var name = words.text("drawing.legend");
    var nameWidth = width(name) + em;
    if (nameWidth + scale > room.width()) {
      name = "";
      nameWidth = 0;
    }
    var x = Math.max(0, (room.width() - nameWidth - scale) / 2);
    var y = room.height() - 0.8 * em;
    write(name, x, y);
    x += nameWidth;
    write("\u2212" + number, x, y);
    x += lowWidth + AIR_IN_EM * em;
    write("+" + number, x + (2 * HALF_IN_EM + AIR_IN_EM) * em, y);
    wedge(x, y);
  }

  private double width(String text) {
    return pen.look().width(text, pen.look().small());
  }

  private void write(String text, double x, double y) {
    var look = pen.look();
    pen.write(text, look.small(), look.ink(Ink.MUTED), TextAlignment.LEFT, x, y);
  }

  private void wedge(double x, double y) {
    var steps = pen.look().steps();
    var step = 2 * HALF_IN_EM * pen.em() / steps;
    for (var i = 0; i < steps; i++) {
      var thickness = pen.look().lineWidth(2.0 * i / (steps - 1) - 1);
      pen.context().setFill(pen.look().shade(i));
      pen.context().fillRect(x + i * step, y - thickness / 2, step + 0.5, thickness);
    }
  }
}
