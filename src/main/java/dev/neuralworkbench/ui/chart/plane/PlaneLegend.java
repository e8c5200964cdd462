package dev.neuralworkbench.ui.chart.plane;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.ChartLook;
import dev.neuralworkbench.ui.chart.Ink;
import dev.neuralworkbench.ui.chart.Legend;
import dev.neuralworkbench.ui.chart.Palette;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.plane.Dots.Marker;
import java.awt.Color;
import java.util.List;

record PlaneLegend(Plane plane, Palette palette, ChartLook look, Legend legend) {

  private static final int MOST_CLASSES = 10;
  private static final int DIGITS = 4;
  private static final double RADIUS = 4;

  static void fill(Legend legend, Plane plane, Palette palette, ChartLook look) {
    var all = new PlaneLegend(plane, palette, look, legend);
    switch (plane.tints()) {
      case Tints.Classes classes -> all.addClasses(classes.names());
      case Tints.Scale scale -> all.addScale(scale);
      case Tints.Plain _ -> {}
    }
    all.addDots();
    all.addLines();
  }

  private void addClasses(List<String> names) {
    for (var i = 0; i < Math.min(names.size(), MOST_CLASSES); i++) {
      add(Marker.of(plane.tints(), i), palette.color(i), Dots.Fill.FULL, names.get(i));
    }
    if (names.size() > MOST_CLASSES) {
      legend.addText("+ " + (names.size() - MOST_CLASSES));
    }
  }

  private void addScale(Tints.Scale scale) {
    var range = scale.range();
    legend.addScale(
        palette.color((float) range.least()),
        palette.color((float) scale.middle()),
        palette.color((float) range.greatest()),
        "%s  %s \u2026 %s"
            .formatted(scale.name(), number(range.least()), number(range.greatest())));
  }

  private static String number(double end) {
    return Numbers.typeset(Numbers.rounded(end, DIGITS));
  }

  /** How each kind of rows is filled: neutral where the colour says the class. */
  private void addDots() {
    for (var dots : plane.dots()) {
      if (dots.count() > 0 && !dots.name().isEmpty()) {
        add(Marker.CIRCLE, look.ink(Ink.MUTED), dots.fill, dots.name());
      }
    }
  }

  private void add(Marker marker, Color color, Dots.Fill fill, String text) {
    legend.addShape(
        fill.form(marker.shape(0, 0, RADIUS)),
        fill.inside(color, look),
        fill.edge(color, look),
        fill.stroke(),
        text);
  }

  private void addLines() {
    for (var line : plane.lines()) {
      if (!line.name().isEmpty()) {
        legend.addLine(palette.color(line.shade()), line.stroke(), line.name());
      }
    }
  }
}
