package dev.neuralworkbench.ui.evaluation.part;

import dev.neuralworkbench.data.encode.InputEncoder.CategoryInput;
import dev.neuralworkbench.explain.inputs.PartialDependence;
import dev.neuralworkbench.explain.inputs.PermutationImportance;
import dev.neuralworkbench.explain.inputs.PermutationImportance.Input;
import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.chart.plane.Plane;
import dev.neuralworkbench.ui.chart.plane.PlaneLine;
import dev.neuralworkbench.ui.common.Messages;
import dev.neuralworkbench.ui.common.Shortened;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** What the plots about inputs show, in the words of the moment. */
record InputCharts(Messages messages) {

  private static final int MOST_BARS = 8;
  private static final int LONGEST_NAME = 16;
  private static final double AIR = 0.05;

  /** Below the curves a histogram of the rows: so many bars, a part of the height. */
  private static final int CELLS = 44;

  private static final double HIGHEST = 0.12;
  private static final double BELOW = 0.15;

  /** The most important inputs, from the bottom up. */
  static List<Input> shown(PermutationImportance found) {
    return found.inputs().stream().limit(MOST_BARS).toList().reversed();
  }

  /** Mean drops as bars, that of a column darker, and how far each scatters. */
  Plane bars(PermutationImportance found, String column) {
    var shown = shown(found);
    var lines = new ArrayList<PlaneLine>();
    var ends = DoubleStream.builder().add(0);
    for (var i = 0; i < shown.size(); i++) {
      var input = shown.get(i);
      var y = new double[] {i, i};
      var spread = new double[] {input.mean() - input.spread(), input.mean() + input.spread()};
      var bar = new double[] {Math.min(0, input.mean()), Math.max(0, input.mean())};
      ends.add(spread[0]).add(spread[1]);
      lines.add(bar("", input.columns().contains(column) ? Float.NaN : 0, bar, y));
      lines.add(level(i == 0 ? "evaluate.inputs.spread" : "", spread, y));
    }
    return Plane.of(
            Span.aired(ends.build(), AIR),
            new Span(-0.7, shown.size() - 0.3),
            messages.now("evaluate.inputs.drop", messages.now(found.metric().nameKey())),
            messages.now("evaluate.inputs.axis"),
            new Tints.Classes(List.of()),
            List.of())
        .with(lines)
        .withCategories(List.of(), shown.stream().map(InputCharts::name).toList());
  }

  /** A name that the axis has room for, and how many columns are behind it. */
  private static String name(Input input) {
    var others = input.columns().size() - 1;
    var behind = others == 0 ? "" : " +" + others;
    return Shortened.end(input.columns().getFirst(), LONGEST_NAME - 1 - behind.length()) + behind;
  }

  private static PlaneLine bar(String name, float shade, double[] x, double[] y) {
    return new PlaneLine(name, shade, PlaneLine.Kind.BAR, Curve.of(x, y));
  }

  private PlaneLine level(String key, double[] x, double[] y) {
    var name = key.isEmpty() ? "" : messages.now(key);
    return new PlaneLine(name, Float.NaN, PlaneLine.Kind.LEVEL, Curve.of(x, y));
  }

  /** A curve for each row and their mean, for categories bars; below, where the rows are. */
  Plane curves(PartialDependence found, String predicted) {
    var values = found.values();
    var isCategory = found.encoder() instanceof CategoryInput;
    var at =
        isCategory
            ? IntStream.range(0, values.size()).asDoubleStream().toArray()
            : values.stream().mapToDouble(PartialDependence.Value::at).toArray();
    var all = Arrays.stream(found.curves()).flatMapToDouble(Arrays::stream);
    var y = Span.aired(isCategory ? DoubleStream.concat(DoubleStream.of(0), all) : all, AIR);
    var x = isCategory ? new Span(-0.5, at.length - 0.5) : Span.aired(Arrays.stream(at), AIR / 2);
    var lines = lines(found, at, isCategory);
    var low = y.least() - BELOW * y.length();
    lines.addAll(histogram(rows(found, x, isCategory), x, low, HIGHEST * y.length()));
    var names =
        values.stream()
            .map(it -> it.text().isEmpty() ? messages.now("form.numberMissing") : it.text())
            .toList();
    return Plane.of(
            x,
            new Span(low, y.greatest()),
            found.encoder().name(),
            predicted,
            new Tints.Classes(List.of()),
            List.of())
        .with(lines)
        .withCategories(isCategory ? names : List.of(), List.of());
  }

  private List<PlaneLine> lines(PartialDependence found, double[] at, boolean isCategory) {
    var lines = new ArrayList<PlaneLine>();
    var mean = found.mean();
    for (var i = 0; isCategory && i < at.length; i++) {
      var place = i;
      var sorted = Arrays.stream(found.curves()).mapToDouble(it -> it[place]).sorted().toArray();
      var ends = new double[] {sorted[sorted.length / 10], sorted[sorted.length * 9 / 10]};
      var x = new double[] {i, i};
      lines.add(bar("", 0, x, new double[] {0, mean[i]}));
      lines.add(level(i == 0 ? "evaluate.dependence.most" : "", x, ends));
    }
    if (!isCategory) {
      // One line of all curves, broken between them: many are slow to draw.
      var width = at.length + 1;
      var places = IntStream.range(0, found.curves().length * width);
      var x = places.mapToDouble(i -> at[Math.min(i % width, at.length - 1)]).toArray();
      var y =
          Arrays.stream(found.curves())
              .flatMapToDouble(it -> Arrays.stream(Arrays.copyOf(it, width)))
              .toArray();
      for (var i = at.length; i < y.length; i += width) {
        y[i] = Double.NaN;
      }
      lines.add(level("evaluate.dependence.each", x, y));
      var name = messages.now("evaluate.dependence.mean");
      lines.add(new PlaneLine(name, Float.NaN, PlaneLine.Kind.ANSWER, Curve.of(at, mean)));
    }
    return lines;
  }

  /** How many rows have each category, or lie in each of some equal parts of the axis. */
  private static int[] rows(PartialDependence found, Span x, boolean isCategory) {
    if (isCategory) {
      return found.values().stream().mapToInt(found::count).toArray();
    }
    var rows = new int[CELLS];
    found.all().forEach(it -> rows[(int) (CELLS * (it.at() - x.least()) / x.length())]++);
    return rows;
  }

  private List<PlaneLine> histogram(int[] rows, Span x, double low, double highest) {
    var most = Math.max(1, IntStream.of(rows).max().orElse(1));
    var name = messages.now("evaluate.dependence.rows", Numbers.count(IntStream.of(rows).sum()));
    var lines = new ArrayList<PlaneLine>();
    for (var i = 0; i < rows.length; i++) {
      var at = x.least() + (i + 0.5) * x.length() / rows.length;
      var ends = new double[] {low, low + highest * rows[i] / most};
      lines.add(bar(i == 0 ? name : "", 0, new double[] {at, at}, ends));
    }
    return lines;
  }
}
