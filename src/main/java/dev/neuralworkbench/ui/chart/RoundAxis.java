package dev.neuralworkbench.ui.chart;

import dev.neuralworkbench.ui.chart.Ticks.Label;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.ui.RectangleEdge;

/** A linear axis with round numbers at readable distances, or with names at whole ones. */
public final class RoundAxis extends NumberAxis {

  private static final long serialVersionUID = 1;
  private static final int LONGEST_NAME = 16;

  /** Names stand closer than numbers: each is of one place alone. */
  private static final double NAMES = 2.5;

  private final boolean whole;
  private final transient List<String> names;
  private double crowd;
  private double reach = Double.POSITIVE_INFINITY;

  public RoundAxis(Span span, boolean whole) {
    this(span, whole, List.of());
  }

  public RoundAxis(Span span, List<String> names) {
    this(span, false, names);
  }

  private RoundAxis(Span span, boolean whole, List<String> names) {
    this.whole = whole;
    this.names = names;
    crowd = names.isEmpty() ? 1 : NAMES;
    setRange(span.least(), Math.max(span.greatest(), Math.nextUp(span.least())));
  }

  /** Lets labels of a horizontal axis reach so far beyond its end. */
  public void reach(double pixels) {
    reach = pixels;
  }

  /** Has room for so many times the labels. */
  public void crowd(double times) {
    crowd = times;
  }

  public double widest(Graphics2D graphics, double height) {
    var metrics = graphics.getFontMetrics(getTickLabelFont());
    return new Ticks.AxisLabels(
            this, graphics, new Rectangle2D.Double(0, 0, 0, height), RectangleEdge.LEFT)
        .fitting(crowd, reach, this::labels).stream()
            .mapToDouble(label -> metrics.getStringBounds(label.text(), graphics).getWidth())
            .max()
            .orElse(0);
  }

  private List<Label> labels(int most) {
    return names.isEmpty()
        ? Ticks.linear(getLowerBound(), getUpperBound(), most, whole)
        : named(most);
  }

  @Override
  public List<Tick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    var places = new Ticks.AxisLabels(this, graphics, area, edge);
    return places.ticks(places.fitting(crowd, area.getMaxX() + reach, this::labels));
  }

  private List<Label> named(int most) {
    var labels = new ArrayList<Label>();
    for (var i = 0; i < names.size(); i += Math.ceilDiv(names.size(), most)) {
      var name = names.get(i);
      labels.add(
          new Label(
              i,
              name.length() <= LONGEST_NAME
                  ? name
                  : name.substring(0, LONGEST_NAME - 1) + "\u2026"));
    }
    return labels;
  }
}
