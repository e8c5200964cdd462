package dev.neuralworkbench.ui.chart.band;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.band.BandChart.BandSentence;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What lines of many runs say they show. */
class BandSentenceTest {

  private static final BandSentence ENGLISH = new BandSentence(Sentences.of(Locale.ENGLISH));

  private static BandChart.Content content(
      List<String> names, List<BandChart.Dot> dots, BandSeries... lines) {
    return new BandChart.Content(
        List.of(lines), dots, names, "Epoch", "Loss", true, false, Span.UNLIMITED);
  }

  private static BandSeries line(String name, double... y) {
    return BandSeries.line(name, Curve.of(new double[] {0, 1, 2}, y));
  }

  @Test
  void linesAreToldByTheirEnds() {
    assertEquals(
        "Losses: 2 lines. run 1: 0.9 at Epoch 0, 0.25 at Epoch 2."
            + " Loss: 0.8 at Epoch 0, – at Epoch 2.",
        ENGLISH.of(
            "Losses",
            content(
                List.of(),
                List.of(),
                line("run 1", 0.9, 0.1, 0.25),
                line("", 0.8, 0, Double.NaN))));
  }

  @Test
  void namedPlacesAndSingleRunsAreTold() {
    assertEquals(
        "Scores: 1 line. run 1: 0.9 at Epoch Adam, 0.25 at Epoch SGD. 1 single run as rings.",
        ENGLISH.of(
            "Scores",
            content(
                List.of("Adam", "NAdam", "SGD"),
                List.of(new BandChart.Dot(0, 1, 0.5)),
                line("run 1", 0.9, 0.1, 0.25))));
  }

  @Test
  void ofManyLinesTheFirstAreTold() {
    var lines = new BandSeries[7];
    for (var i = 0; i < lines.length; i++) {
      lines[i] = line("run " + i, 1, 2, 3);
    }
    var told = ENGLISH.of("Losses", content(List.of(), List.of(), lines));
    assertEquals("And 3 more.", told.substring(told.lastIndexOf("And")));
  }
}
