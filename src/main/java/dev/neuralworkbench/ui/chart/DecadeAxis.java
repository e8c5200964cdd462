package dev.neuralworkbench.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.ui.RectangleEdge;

/**
 * A logarithmic axis labelled at powers of ten, or every few of them where they are many, and where
 * there is room at 2 and 5 between.
 */
public final class DecadeAxis extends LogAxis {

  private static final long serialVersionUID = 1;

  public DecadeAxis(Span span) {
    setRange(span.least(), span.greatest());
  }

  @Override
  public List<Tick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    var places = new Ticks.AxisLabels(this, graphics, area, edge);
    return places.ticks(
        places.fitting(
            1,
            Double.POSITIVE_INFINITY,
            most -> Ticks.logarithmic(getLowerBound(), getUpperBound(), most)));
  }
}
