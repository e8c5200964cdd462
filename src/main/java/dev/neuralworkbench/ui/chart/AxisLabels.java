package dev.neuralworkbench.ui.chart;

import dev.neuralworkbench.ui.chart.Ticks.Label;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.IntFunction;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

record AxisLabels(ValueAxis axis, Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {

  /** Labels that do not touch: fewer where they are long, and one where not even two have room. */
  List<Label> fitting(double crowd, IntFunction<List<Label>> find) {
    var most = isHorizontal() ? area.getWidth() / (6 * em()) : area.getHeight() / (3 * em());
    var room = (int) Math.max(crowd * most, 1);
    var labels = find.apply(room);
    while (isHorizontal() && touch(labels)) {
      labels = room > 1 ? find.apply(--room) : labels.subList(0, 1);
    }
    return labels;
  }

  double end(Label label) {
    return axis.valueToJava2D(label.value(), area, edge) + width(label) / 2;
  }

  List<Tick> ticks(List<Label> labels) {
    var anchor = isHorizontal() ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
    return labels.stream()
        .<Tick>map(
            label -> new NumberTick(label.value(), label.text(), anchor, TextAnchor.CENTER, 0))
        .toList();
  }

  private boolean touch(List<Label> labels) {
    var free = Double.NEGATIVE_INFINITY;
    for (var label : labels) {
      if (end(label) - width(label) < free) {
        return true;
      }
      free = end(label) + em() / 2;
    }
    return false;
  }

  private double width(Label label) {
    var metrics = graphics.getFontMetrics(axis.getTickLabelFont());
    return metrics.getStringBounds(label.text(), graphics).getWidth();
  }

  private double em() {
    return axis.getTickLabelFont().getSize2D();
  }

  private boolean isHorizontal() {
    return RectangleEdge.isTopOrBottom(edge);
  }
}
