package dev.neuralworkbench.ui.chart.plane;

import dev.neuralworkbench.data.table.Histogram;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.ToldNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Planes and bars in a sentence each, with their main numbers. */
record PlaneSentence(Words words) {

  /** A plane: its axes, how many points and lines of which names, and what the ground says. */
  String of(String heading, Plane plane) {
    var parts = new ArrayList<String>();
    parts.add(axes(heading, plane));
    var points = plane.dots().stream().mapToInt(Dots::count).sum();
    if (points > 0) {
      var named = points(plane);
      parts.add(
          named.isEmpty()
              ? words.text("chart.told.allPoints", Numbers.count(points))
              : words.text("chart.told.points", Numbers.count(points), named));
    }
    var lines = lines(plane);
    if (!lines.isEmpty()) {
      parts.add(words.text("chart.told.drawn", join(lines)));
    }
    var ground = plane.ground();
    if (ground != null) {
      parts.add(ground(plane.tints(), ground));
    }
    return parts.stream().filter(it -> !it.isEmpty()).collect(Collectors.joining(" "));
  }

  String of(String heading, Plane plane, double x, double y) {
    return words.text(
        "chart.told.at",
        heading,
        plane.xName(),
        ToldNumber.place(x, plane.xCategories()),
        plane.yName(),
        ToldNumber.place(y, plane.yCategories()));
  }

  /** Bars: how many numbers from where to where, and the longest bar. */
  String of(String heading, Histogram histogram) {
    var intervals = histogram.intervals();
    var total = 0L;
    var longest = 0;
    for (var i = 0; i < intervals; i++) {
      total += histogram.count(i);
      longest = histogram.count(i) > histogram.count(longest) ? i : longest;
    }
    return words.text(
        "chart.told.bars",
        heading,
        Numbers.count(total),
        ToldNumber.of(histogram.edge(0)),
        ToldNumber.of(histogram.edge(intervals)),
        Numbers.count(histogram.count(longest)),
        ToldNumber.of(histogram.edge(longest)),
        ToldNumber.of(histogram.edge(longest + 1)));
  }

  /** Images in rows have a name at one side alone. */
  private String axes(String heading, Plane plane) {
    return plane.xName().isEmpty()
        ? words.text("chart.told.named", heading, plane.yName())
        : words.text(
            "chart.told.plane",
            heading,
            axis(plane.yName(), plane.y(), plane.yCategories()),
            axis(plane.xName(), plane.x(), plane.xCategories()));
  }

  private String axis(String name, Span span, List<String> categories) {
    return categories.isEmpty()
        ? words.text(
            "chart.told.axis", name, ToldNumber.of(span.least()), ToldNumber.of(span.greatest()))
        : name;
  }

  private String points(Plane plane) {
    return join(
        plane.dots().stream()
            .filter(it -> it.count() > 0 && !it.name().isEmpty())
            .map(it -> words.text("chart.told.count", it.name(), Numbers.count(it.count())))
            .toList());
  }

  /** A line without a name of its own has that of its class. */
  private static List<String> lines(Plane plane) {
    return plane.lines().stream()
        .filter(it -> it.kind() != PlaneLine.Kind.LEVEL)
        .map(it -> it.name().isEmpty() ? nameOf(it.shade(), plane.tints()) : it.name())
        .filter(it -> !it.isEmpty())
        .toList();
  }

  private static String nameOf(float shade, Tints tints) {
    return tints instanceof Tints.Classes classes && shade >= 0 && shade < classes.names().size()
        ? classes.names().get((int) shade)
        : "";
  }

  private String ground(Tints tints, Ground ground) {
    return switch (tints) {
      case Tints.Classes classes -> regions(classes.names(), ground);
      case Tints.Scale scale -> values(scale.name(), ground);
      case Tints.Plain _ -> "";
    };
  }

  private String regions(List<String> names, Ground ground) {
    var cells = ground.columns() * ground.rows();
    var of = new int[names.size()];
    for (var cell = 0; cell < cells; cell++) {
      if (ground.shade(cell) >= 0 && ground.shade(cell) < of.length) {
        of[(int) ground.shade(cell)]++;
      }
    }
    return words.text(
        "chart.told.regions",
        join(
            IntStream.range(0, of.length)
                .filter(c -> of[c] > 0)
                .mapToObj(
                    c ->
                        words.text(
                            "chart.told.region",
                            names.get(c),
                            Numbers.rounded(Math.rint(100.0 * of[c] / cells), ToldNumber.DIGITS)))
                .toList()));
  }

  private String values(String name, Ground ground) {
    var all =
        IntStream.range(0, ground.columns() * ground.rows())
            .mapToDouble(ground::shade)
            .filter(Double::isFinite)
            .summaryStatistics();
    return all.getCount() == 0
        ? ""
        : words.text(
            "chart.told.values", name, ToldNumber.of(all.getMin()), ToldNumber.of(all.getMax()));
  }

  private String join(List<String> parts) {
    return String.join(words.text("list.separator"), parts);
  }
}
