package dev.neuralworkbench.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.ui.RectangleEdge;

/** A logarithmic axis labelled at powers of ten and, where there is room, at 2 and 5 between. */
public final class DecadeAxis extends LogAxis {

  private static final long serialVersionUID = 1;

  public DecadeAxis() {
    setAutoRange(false);
  }

  @Override
  public List<Tick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    var most = RoundAxis.room(area, edge, getTickLabelFont().getSize2D());
    return RoundAxis.ticks(
        RoundAxis.fitting(
            room -> Ticks.logarithmic(getLowerBound(), getUpperBound(), room),
            most,
            this,
            graphics,
            area,
            edge),
        RectangleEdge.isTopOrBottom(edge));
  }
}
