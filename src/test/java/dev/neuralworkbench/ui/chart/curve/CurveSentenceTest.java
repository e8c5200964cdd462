package dev.neuralworkbench.ui.chart.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.CurveRole;
import dev.neuralworkbench.ui.chart.curve.CurveSeries.CurveSentence;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What curves say they show. */
class CurveSentenceTest {

  private static final CurveSentence ENGLISH = new CurveSentence(Sentences.of(Locale.ENGLISH));

  private static Curve curve(double... y) {
    return Curve.of(IntStream.rangeClosed(1, y.length).mapToDouble(i -> i).toArray(), y);
  }

  private static CurveSeries of(String name, double... y) {
    return CurveSeries.of(name, CurveRole.OTHER, curve(y));
  }

  @Test
  void endsAndExtremesAreToldAndTheRunBeforeIsNot() {
    assertEquals(
        "Loss over 4 epochs."
            + " Training: last 0.021, lowest 0.021 at epoch 4, highest 0.7 at epoch 1."
            + " Validation: last 0.034, lowest 0.0312 at epoch 3, highest 0.9 at epoch 2.",
        ENGLISH.of(
            "Loss",
            List.of(
                new CurveSeries("Training", CurveRole.OTHER, true, curve(9, 9, 9, 9, 9, 9)),
                of("Training", 0.7, 0.5, 0.1, 0.021),
                of("Validation", 0.8, 0.9, 0.03123, 0.034))));
  }

  @Test
  void gapsAreLeftOut() {
    assertEquals(
        "Loss over 2 epochs. A: no numbers. B: last 3, lowest 3 at epoch 1, highest 3 at epoch 1.",
        ENGLISH.of("Loss", List.of(of("A", Double.NaN, Double.NaN), of("B", 3, Double.NaN))));
  }

  @Test
  void ofManyCurvesTheFirstAreTold() {
    var told =
        ENGLISH.of(
            "Gradients", IntStream.range(0, 6).mapToObj(i -> of("layer " + i, 1, 2)).toList());
    assertEquals(4, told.split(": last ").length - 1);
    assertEquals("And 2 more.", told.substring(told.lastIndexOf("And")));
  }
}
