package dev.neuralworkbench.ui.chart.plane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.table.Histogram;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.testing.Spoken;
import dev.neuralworkbench.text.Language;
import dev.neuralworkbench.text.Sentences;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.Span;
import dev.neuralworkbench.ui.chart.Tints;
import dev.neuralworkbench.ui.common.Messages;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What charts say they show, of a few numbers that can be counted. */
class PlaneSentenceTest {

  private static final PlaneSentence ENGLISH = new PlaneSentence(Sentences.of(Locale.ENGLISH));

  private static Dots dots(String name, int count) {
    return new Dots(name, Dots.Fill.FULL, new double[count], new double[count], new float[count]);
  }

  private static Plane plane(Tints tints, Dots... dots) {
    return Plane.of(new Span(-1, 2), new Span(0, 10), "width", "length", tints, List.of(dots));
  }

  @Test
  void regionsAreToldByTheirShares() {
    var ground = new Ground(4, 1, new float[] {0, 1, 1, 1}, new float[] {1, 1, 1, 1});
    var tints = new Tints.Classes(List.of("red", "blue", "green"));
    assertEquals(
        "Answers: length from 0 to 10 on the vertical axis, width from −1 to 2 on the horizontal"
            + " axis."
            + " 5 points: learned 2, held out 3."
            + " Predictions by share of the plot: red 25%, blue 75%.",
        ENGLISH.of("Answers", plane(tints, dots("learned", 2), dots("held out", 3)).with(ground)));
  }

  @Test
  void coloursOfNumbersAreToldByTheirEnds() {
    var ground = new Ground(3, 1, new float[] {0.5f, -2, Float.NaN}, new float[3]);
    assertEquals(
        "Loss: length from 0 to 10 on the vertical axis, width from −1 to 2 on the horizontal"
            + " axis."
            + " Colors: loss from −2 to 0.5.",
        ENGLISH.of("Loss", plane(new Tints.Values("loss", new Span(0, 1))).with(ground)));
  }

  @Test
  void aSideWithoutANameIsLeftOut() {
    var images =
        Plane.of(
            new Span(0, 1),
            new Span(0, 1),
            "",
            "units 1–4",
            new Tints.Signed("weight", 2),
            List.of());
    assertEquals(
        "Weights: units 1–4. Colors: weight from −1 to 2.",
        ENGLISH.of("Weights", images.with(new Ground(2, 1, new float[] {-1, 2}, new float[2]))));
  }

  @Test
  void linesAreToldByTheirNamesOrThoseOfTheirClasses() {
    var points = Curve.of(new double[] {0, 1}, new double[] {0, 1});
    var told =
        ENGLISH.of(
            "ROC",
            plane(new Tints.Classes(List.of("a 0.9", "b 0.8")))
                .with(
                    List.of(
                        new PlaneLine("chance", Float.NaN, PlaneLine.Kind.MARK, points),
                        new PlaneLine("", 1, PlaneLine.Kind.ANSWER, points),
                        new PlaneLine("", Float.NaN, PlaneLine.Kind.LEVEL, points))));
    assertTrue(told.endsWith(" Lines: chance, b 0.8."), told);
  }

  @Test
  void theLongestBarOfAHistogramIsTold() {
    var numbers = new double[] {0, 0.1, 10, 9.9, 9.8, 5};
    var histogram = Histogram.of(NumberColumn.of("", numbers), new int[numbers.length], 1);
    var last = histogram.intervals() - 1;
    assertTrue(histogram.edge(last) < 9.8, "three numbers in the last bar");
    var told = ENGLISH.of("Sizes", histogram);
    assertTrue(
        told.startsWith("Sizes: 6 numbers from 0 to 10; the longest bar, 3, goes from "), told);
    assertTrue(told.endsWith(" to 10. The arrow keys read out the bars."), told);
  }

  @Test
  void aPlaceIsToldByTheNamesOfTheAxes() {
    var plane = plane(new Tints.Plain()).withCategories(List.of("small", "large"), List.of());
    assertEquals("The row: width large, length 3.14", ENGLISH.of("The row", plane, 1, 3.14159));
  }

  @Test
  void aChartSpeaksTheLanguageOfTheWindowAndIsAskedEachTime() {
    FxThread.run(
        () -> {
          var messages = new Messages(Sentences::of, Language.ENGLISH);
          var chart = new PlaneChart();
          chart.emptyText().bind(messages.text("picture.empty"));
          chart.tell(messages, () -> messages.now("scatter.heading"));
          assertEquals("Scatter plot. " + messages.now("picture.empty"), Spoken.of(chart).name());
          chart.show(plane(new Tints.Plain(), dots("", 7)));
          assertTrue(Spoken.of(chart).name().endsWith(" 7 points."), Spoken.of(chart).name());
          messages.language().set(Language.CHINESE);
          assertTrue(Spoken.of(chart).name().startsWith("散点图："), Spoken.of(chart).name());
          assertTrue(Spoken.of(chart).name().endsWith("7 个点。"), Spoken.of(chart).name());
        });
  }
}
