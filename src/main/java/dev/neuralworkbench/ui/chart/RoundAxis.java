package dev.neuralworkbench.ui.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.Tick;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A linear axis with round numbers at readable distances, or with names at whole ones. */
public final class RoundAxis extends NumberAxis {

  private static final long serialVersionUID = 1;

  private static final int LONGEST_NAME = 14;

  private final boolean whole;
  private transient List<String> names = List.of();
  private double reserved;

  public RoundAxis(boolean whole) {
    this.whole = whole;
    setAutoRange(false);
  }

  /** Puts names in the place of 0, 1, 2 …; an empty list brings the numbers back. */
  public void name(List<String> places) {
    names = places;
  }

  /** Keeps so many pixels at the end of a horizontal axis free of labels, for its name. */
  public void reserve(double pixels) {
    reserved = pixels;
  }

  @Override
  public List<Tick> refreshTicks(
      Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
    var most = room(area, edge, getTickLabelFont().getSize2D());
    var ticks =
        fitting(
            room ->
                names.isEmpty()
                    ? Ticks.linear(getLowerBound(), getUpperBound(), room, whole)
                    : named(room),
            most,
            this,
            graphics,
            area,
            edge);
    var horizontal = RectangleEdge.isTopOrBottom(edge);
    return ticks(
        horizontal && reserved > 0 ? clear(ticks, graphics, area, edge) : ticks, horizontal);
  }

  /** Those labels that do not reach into the reserved room. */
  private Ticks clear(Ticks ticks, Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
    var metrics = graphics.getFontMetrics(getTickLabelFont());
    var end = area.getMaxX() - reserved;
    var values = new ArrayList<Double>();
    var texts = new ArrayList<String>();
    for (var i = 0; i < ticks.values().size(); i++) {
      var half = metrics.getStringBounds(ticks.texts().get(i), graphics).getWidth() / 2;
      if (valueToJava2D(ticks.values().get(i), area, edge) + half <= end) {
        values.add(ticks.values().get(i));
        texts.add(ticks.texts().get(i));
      }
    }
    return new Ticks(values, texts);
  }

  private Ticks named(int most) {
    var values = new ArrayList<Double>();
    var texts = new ArrayList<String>();
    for (var i = 0; i < names.size(); i += Math.max(1, Math.ceilDiv(names.size(), most))) {
      var name = names.get(i);
      values.add((double) i);
      texts.add(
          name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "\u2026");
    }
    return new Ticks(values, texts);
  }

  /** Ticks whose labels do not touch: fewer where they are long. */
  static Ticks fitting(
      IntFunction<Ticks> find,
      int most,
      ValueAxis axis,
      Graphics2D graphics,
      Rectangle2D area,
      RectangleEdge edge) {
    var ticks = find.apply(most);
    for (var room = most - 1; room > 0 && touch(ticks, axis, graphics, area, edge); room--) {
      ticks = find.apply(room);
    }
    return touch(ticks, axis, graphics, area, edge) ? first(ticks) : ticks;
  }

  private static boolean touch(
      Ticks ticks, ValueAxis axis, Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
    if (!RectangleEdge.isTopOrBottom(edge)) {
      return false;
    }
    var metrics = graphics.getFontMetrics(axis.getTickLabelFont());
    var free = Double.NEGATIVE_INFINITY;
    for (var i = 0; i < ticks.values().size(); i++) {
      var middle = axis.valueToJava2D(ticks.values().get(i), area, edge);
      var half = metrics.getStringBounds(ticks.texts().get(i), graphics).getWidth() / 2;
      if (middle - half < free) {
        return true;
      }
      free = middle + half + axis.getTickLabelFont().getSize2D() / 2;
    }
    return false;
  }

  /** The first alone, where not even two have room. */
  private static Ticks first(Ticks ticks) {
    return new Ticks(ticks.values().subList(0, 1), ticks.texts().subList(0, 1));
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
  public static void dress(ValueAxis axis, ChartLook look, boolean line) {
    axis.setTickLabelFont(look.font());
    axis.setTickLabelPaint(look.ink(Ink.MUTED));
    axis.setTickMarksVisible(false);
    axis.setAxisLineVisible(line);
    axis.setAxisLinePaint(look.ink(Ink.MUTED));
  }
}
