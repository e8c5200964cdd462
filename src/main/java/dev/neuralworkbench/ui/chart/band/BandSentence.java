package dev.neuralworkbench.ui.chart.band;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import java.util.ArrayList;

/** Lines of a chart in a sentence: where each begins and ends. */
record BandSentence(Words words) {

  /** Lines that are told of one by one. */
  private static final int MOST = 4;

  private static final int DIGITS = 3;

  String of(String heading, BandChart.Content content) {
    var lines = content.series().stream().filter(it -> it.line().length() > 0).toList();
    var parts = new ArrayList<String>();
    parts.add(words.text("chart.told.lines", heading, Numbers.count(lines.size())));
    lines.stream().limit(MOST).forEach(it -> parts.add(line(it, content)));
    if (lines.size() > MOST) {
      parts.add(words.text("chart.told.more", Numbers.count(lines.size() - MOST)));
    }
    if (!content.dots().isEmpty()) {
      parts.add(words.text("chart.told.dots", Numbers.count(content.dots().size())));
    }
    return String.join(" ", parts);
  }

  private String line(BandSeries series, BandChart.Content content) {
    var line = series.line();
    var last = line.length() - 1;
    return words.text(
        "chart.told.line",
        series.name().isEmpty() ? content.yName() : series.name(),
        content.xName(),
        place(line.x(0), content),
        number(line.y(0)),
        place(line.x(last), content),
        number(line.y(last)));
  }

  private static String place(double x, BandChart.Content content) {
    var at = (int) Math.rint(x);
    return at >= 0 && at < content.names().size() ? content.names().get(at) : number(x);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "\u2013" : Numbers.typeset(Numbers.rounded(value, DIGITS));
  }
}
