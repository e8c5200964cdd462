package dev.neuralworkbench.ui.chart.curve;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.CurveRole;
import dev.neuralworkbench.ui.chart.ToldNumber;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One curve of a chart; a ghost belongs to an earlier run, and is drawn pale and behind. */
public record CurveSeries(String name, CurveRole role, boolean ghost, Curve curve) {

  public static CurveSeries of(String name, CurveRole role, Curve curve) {
    return new CurveSeries(name, role, false, curve);
  }

  /** Curves over epochs in a sentence: its last, its lowest and its highest point. */
  record CurveSentence(Words words) {

    private static final int MOST = 4;

    /** The sentence, in which curves of an earlier run are left out. */
    String of(String heading, List<CurveSeries> series) {
      var present = series.stream().filter(it -> !it.ghost() && it.curve().length() > 0).toList();
      var told = present.stream().map(this::of).toList();
      var last =
          present.stream().mapToDouble(it -> it.curve().x(it.curve().length() - 1)).max().orElse(0);
      var more =
          told.size() > MOST
              ? Stream.of(words.text("chart.told.more", Numbers.count(told.size() - MOST)))
              : Stream.<String>empty();
      return words.text(
          "chart.told.curves",
          heading,
          Numbers.count((long) last),
          Stream.concat(told.stream().limit(MOST), more).collect(Collectors.joining(" ")));
    }

    private String of(CurveSeries series) {
      var curve = series.curve();
      var length = curve.length();
      var last = -1;
      var least = -1;
      var greatest = -1;
      for (var i = 0; i < length; i++) {
        var y = curve.y(i);
        if (Double.isFinite(y)) {
          last = i;
          least = least < 0 || y < curve.y(least) ? i : least;
          greatest = greatest < 0 || y > curve.y(greatest) ? i : greatest;
        }
      }
      return last < 0
          ? words.text("chart.told.curve.undefined", series.name())
          : words.text(
              "chart.told.curve",
              series.name(),
              ToldNumber.of(curve.y(last)),
              ToldNumber.of(curve.y(least)),
              Numbers.count((long) curve.x(least)),
              ToldNumber.of(curve.y(greatest)),
              Numbers.count((long) curve.x(greatest)));
    }
  }
}
