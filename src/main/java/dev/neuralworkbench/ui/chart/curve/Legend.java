package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.Ink;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names beside a piece of each line: of all lines, for charts too narrow for names at their ends,
 * and of the run before, whose lines have one name together.
 */
final class Legend {

  private static final double SAMPLE = 22;
  private static final double GAP = 6;

  private record Entry(String name, Color paint, Stroke stroke) {

    static Entry of(String name, DrawnCurve curve, ChartLook look) {
      return new Entry(name, curve.paint(look), curve.stroke());
    }
  }

  private final List<Entry> entries;
  private final ChartLook look;

  private Legend(Stream<Entry> entries, ChartLook look) {
    this.entries = entries.toList();
    this.look = look;
  }

  /** Of all lines. */
  static Legend of(CurveFrame frame, ChartLook look) {
    var named =
        frame.curves().stream()
            .filter(DrawnCurve::named)
            .map(curve -> Entry.of(curve.series().name(), curve, look));
    return new Legend(Stream.concat(named, ghosts(frame, look)), look);
  }

  /** Of the run before alone. */
  static Legend ofGhosts(CurveFrame frame, ChartLook look) {
    return new Legend(ghosts(frame, look), look);
  }

  private static Stream<Entry> ghosts(CurveFrame frame, ChartLook look) {
    return frame.curves().stream()
        .filter(DrawnCurve::isGhost)
        .limit(1)
        .map(curve -> Entry.of(frame.ghostName(), curve, look));
  }

  List<String> names() {
    return entries.stream().map(Entry::name).toList();
  }

  double width(Graphics2D graphics) {
    var width = 0.0;
    for (var entry : entries) {
      width += SAMPLE + GAP + nameWidth(graphics, entry);
    }
    return width + 2 * GAP * Math.max(entries.size() - 1, 0);
  }

  /** Draws in one row that ends at {@code right}. */
  void draw(Graphics2D graphics, double right, double baseline) {
    var x = right - width(graphics);
    var middle = baseline - graphics.getFontMetrics().getAscent() / 3.0;
    for (var entry : entries) {
      graphics.setPaint(entry.paint);
      graphics.setStroke(entry.stroke);
      graphics.draw(new Line2D.Double(x, middle, x + SAMPLE, middle));
      x += SAMPLE + GAP;
      graphics.setPaint(look.ink(Ink.TEXT));
      graphics.drawString(entry.name, (float) x, (float) baseline);
      x += nameWidth(graphics, entry) + 2 * GAP;
    }
  }

  private static double nameWidth(Graphics2D graphics, Entry entry) {
    return graphics.getFontMetrics().getStringBounds(entry.name, graphics).getWidth();
  }
}
