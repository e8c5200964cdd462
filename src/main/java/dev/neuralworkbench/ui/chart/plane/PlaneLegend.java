package dev.neuralworkbench.ui.chart.plane;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.Palette;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.Tints;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** What colours, forms and lines of a plane mean, in as many rows as needed. */
final class PlaneLegend {

  private static final int MOST_CLASSES = 8;
  private static final int DIGITS = 4;
  private static final double SAMPLE = 14;
  private static final double BAR = 72;
  private static final double GAP = 5;
  private static final double BETWEEN = 14;

  private interface Sample {
    void draw(Graphics2D graphics, double x, double middle);
  }

  private record Item(Sample sample, double sampleWidth, String text) {}

  private final List<Item> items = new ArrayList<>();
  private final Plane plane;
  private final Palette palette;
  private final ChartLook look;

  PlaneLegend(Plane plane, Palette palette, ChartLook look) {
    this.plane = plane;
    this.palette = palette;
    this.look = look;
    switch (plane.tints()) {
      case Tints.Classes classes -> addClasses(classes.names());
      case Tints.Values values -> addScale(values.name(), values.range());
      case Tints.Signed signed -> addScale(signed.name(), new Span(-signed.end(), signed.end()));
      case Tints.Roles _ -> {}
    }
    addDots();
    addLines();
  }

  /** Pixels that it takes in one row. */
  double width(Graphics2D graphics) {
    var metrics = graphics.getFontMetrics();
    return items.stream()
        .mapToDouble(
            item ->
                item.sampleWidth
                    + GAP
                    + metrics.getStringBounds(item.text, graphics).getWidth()
                    + BETWEEN)
        .sum();
  }

  /**
   * Draws rows and returns where they end.
   *
   * @param left where the first row begins
   */
  double draw(Graphics2D graphics, double left, double width, double top, double row) {
    var metrics = graphics.getFontMetrics();
    var x = left;
    var baseline = top + metrics.getAscent();
    for (var item : items) {
      var textWidth = metrics.getStringBounds(item.text, graphics).getWidth();
      if (x > left && x + item.sampleWidth + GAP + textWidth > width) {
        x = 0;
        baseline += row;
      }
      item.sample.draw(graphics, x, baseline - metrics.getAscent() / 3.0);
      graphics.setPaint(look.ink(Ink.TEXT));
      graphics.drawString(item.text, (float) (x + item.sampleWidth + GAP), (float) baseline);
      x += item.sampleWidth + GAP + textWidth + BETWEEN;
    }
    return items.isEmpty() ? top : baseline - metrics.getAscent() + row;
  }

  private void addClasses(List<String> names) {
    for (var i = 0; i < Math.min(names.size(), MOST_CLASSES); i++) {
      add(i, Dots.Fill.FULL, names.get(i));
    }
    if (names.size() > MOST_CLASSES) {
      items.add(new Item((_, _, _) -> {}, 0, "+ " + (names.size() - MOST_CLASSES)));
    }
  }

  private void addScale(String name, Span range) {
    Sample bar =
        (graphics, x, middle) -> {
          for (var i = 0; i < BAR; i++) {
            var value = range.least() + range.length() * i / (BAR - 1);
            graphics.setPaint(palette.color((float) value));
            graphics.fill(new Rectangle2D.Double(x + i, middle - 4, 1.5, 8));
          }
        };
    items.add(
        new Item(
            bar,
            BAR,
            name
                + "  "
                + Numbers.typeset(Numbers.rounded(range.least(), DIGITS))
                + " \u2026 "
                + Numbers.typeset(Numbers.rounded(range.greatest(), DIGITS))));
  }

  /** How each kind of rows is filled: neutral where the colour says the class. */
  private void addDots() {
    for (var dots : plane.dots()) {
      if (dots.count() > 0 && !dots.name().isEmpty()) {
        var shade = plane.tints() instanceof Tints.Roles ? dots.shade(0) : Float.NaN;
        add(shade, dots.fill(), dots.name());
      }
    }
  }

  private void add(float shade, Dots.Fill fill, String text) {
    var marker = Float.isNaN(shade) ? Marker.CIRCLE : Marker.of(plane.tints(), shade);
    var color = Float.isNaN(shade) ? look.ink(Ink.MUTED) : palette.color(shade);
    items.add(
        new Item(
            (graphics, x, middle) ->
                marker.draw(graphics, x + SAMPLE / 2, middle, 4, color, fill, look),
            SAMPLE,
            text));
  }

  private void addLines() {
    for (var line : plane.lines()) {
      if (!line.name().isEmpty()) {
        items.add(
            new Item(
                (graphics, x, middle) -> {
                  graphics.setPaint(palette.color(line.shade()));
                  graphics.setStroke(stroke(line));
                  graphics.draw(new Line2D.Double(x, middle, x + SAMPLE + 6, middle));
                },
                SAMPLE + 6,
                line.name()));
      }
    }
  }

  static BasicStroke stroke(PlaneLine line) {
    return line.dashed()
        ? new BasicStroke(
            1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0)
        : new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }
}
