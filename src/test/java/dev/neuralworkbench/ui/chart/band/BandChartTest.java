package dev.neuralworkbench.ui.chart.band;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.testing.FxCost;
import dev.neuralworkbench.testing.FxThread;
import dev.neuralworkbench.ui.chart.Curve;
import dev.neuralworkbench.ui.chart.Span;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;

class BandChartTest {

  private static BandSeries falling(int number) {
    var x = IntStream.rangeClosed(1, 200).mapToDouble(i -> i).toArray();
    var y = Arrays.stream(x).map(it -> 1 / it + 0.01 * number).toArray();
    return BandSeries.line("run " + number, Curve.of(x, y));
  }

  private static BandChart.Content content(List<BandSeries> series) {
    return new BandChart.Content(
        series, List.of(), List.of(), "Epoch", "", true, false, Span.UNLIMITED);
  }

  private static BandChart chart(BandChart.Content content) {
    var chart = new BandChart();
    chart.show(content);
    var scene = new Scene(chart, 900, 300);
    chart.applyCss();
    scene.getRoot().layout();
    chart.resize(900, 300);
    chart.layout();
    return chart;
  }

  @Test
  void drawsTwoHundredRunsAtOnce() {
    var many = content(IntStream.range(0, 200).mapToObj(BandChartTest::falling).toList());
    var chart = FxThread.call(() -> chart(many));
    var millis =
        FxCost.millis(
            () -> {
              chart.show(many);
              chart.layout();
            });
    assertTrue(millis < 50, millis + " ms");
  }

  /** The axes are those of the numbers. */
  @Test
  void pointsAreWhereTheirNumbersAre() {
    FxThread.run(
        () -> {
          var chart = chart(content(List.of(falling(0), falling(3))));
          var first = chart.pixel(1, 1);
          var last = chart.pixel(200, 0.005);
          assertEquals(chart.area().getMinX(), first.getX(), 1);
          assertEquals(chart.area().getMaxX(), last.getX(), 1);
          assertTrue(last.getY() > first.getY());
          assertEquals(0.5, chart.point(first.getX(), chart.pixel(1, 0.5).getY()).getY(), 0.01);
        });
  }

  @Test
  void nothingIsBlank() {
    FxThread.run(
        () -> {
          var chart = chart(BandChart.NOTHING);
          assertTrue(chart.blank.get());
          chart.show(content(List.of(falling(1))));
          chart.layout();
          assertTrue(!chart.blank.get());
        });
  }
}
