package dev.neuralworkbench.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A linear axis with round numbers at readable distances. */
final class RoundAxis extends NumberAxis {

  private static final long serialVersionUID = 1;

  private final boolean whole;

  RoundAxis(boolean whole) {
    this.whole = whole;
    setAutoRange(false);
  }

  @Override
  public List<Tick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    var most = room(area, edge, getTickLabelFont().getSize2D());
    return ticks(
        Ticks.linear(getLowerBound(), getUpperBound(), most, whole),
        RectangleEdge.isTopOrBottom(edge));
  }

  /** How many labels an axis has room for without crowding. */
  static int room(Rectangle2D area, RectangleEdge edge, double fontSize) {
    return RectangleEdge.isTopOrBottom(edge)
        ? (int) Math.max(area.getWidth() / (6 * fontSize), 1)
        : (int) Math.max(area.getHeight() / (3 * fontSize), 1);
  }

  static List<Tick> ticks(Ticks ticks, boolean horizontal) {
    var anchor = horizontal ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT;
    var result = new ArrayList<Tick>();
    for (var i = 0; i < ticks.values().size(); i++) {
      result.add(
          new NumberTick(
              ticks.values().get(i), ticks.texts().get(i), anchor, TextAnchor.CENTER, 0));
    }
    return result;
  }

  /** What all axes share: muted labels, no ticks, no line but the one asked for. */
  static void dress(ValueAxis axis, ChartLook look, boolean line) {
    axis.setTickLabelFont(look.font());
    axis.setTickLabelPaint(look.ink(Ink.MUTED));
    axis.setTickMarksVisible(false);
    axis.setAxisLineVisible(line);
    axis.setAxisLinePaint(look.ink(Ink.MUTED));
  }
}
