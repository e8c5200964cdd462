package dev.neuralworkbench.ui.chart.band;

import dev.neuralworkbench.text.Numbers;
import dev.neuralworkbench.text.Words;
import dev.neuralworkbench.ui.chart.ToldNumber;
import java.util.ArrayList;

/** Lines of a chart in a sentence: where each begins and ends. */
record BandSentence(Words words) {

  /** Lines that are told of one by one. */
  private static final int MOST = 4;

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
        ToldNumber.place(line.x(0), content.names()),
        ToldNumber.of(line.y(0)),
        ToldNumber.place(line.x(last), content.names()),
        ToldNumber.of(line.y(last)));
  }
}
