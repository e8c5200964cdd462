package dev.neuralworkbench.data.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistogramTest {

  @Test
  void intervalsBeginAtRoundNumbersAndHoldEveryNumberOnce() {
    var numbers = IntStream.range(0, 100).mapToDouble(i -> 0.013 + i * 0.0987).toArray();
    var histogram = Histogram.of(NumberColumn.of("x", numbers), new int[100], 1);
    assertEquals(0, histogram.edge(0));
    assertEquals(1, histogram.edge(1));
    assertEquals(10, histogram.intervals());
    for (var i = 0; i < histogram.intervals(); i++) {
      var from = i;
      var expected = DoubleStream.of(numbers).filter(x -> x >= from && x < from + 1).count();
      assertEquals(expected, histogram.count(i), "interval " + i);
    }
  }

  @Test
  void largestNumberOnAnEdgeBelongsToTheLastInterval() {
    var histogram =
        Histogram.of(NumberColumn.of("x", 0.5, 0, 1, 2, 3, 4, 5, 6, 7, 8), new int[10], 1);
    assertEquals(8, histogram.edge(histogram.intervals()));
    assertEquals(2, histogram.count(histogram.intervals() - 1));
    assertEquals(10, total(histogram));
  }

  @Test
  void intervalsOfWholeNumbersLieAboutTheNumbers() {
    var histogram = Histogram.of(NumberColumn.of("x", 1, 2, 2, 3, 5), new int[5], 1);
    assertEquals(5, histogram.intervals());
    assertEquals(0.5, histogram.edge(0));
    assertEquals(2, histogram.count(1));
    assertEquals(0, histogram.count(3));
  }

  @Test
  void groupsAreCountedApartAndRowsWithoutOneAreLeftOut() {
    var groups = new int[] {0, 1, 1, -1};
    var histogram = Histogram.of(NumberColumn.of("x", 1, 1, 1, 1), groups, 2);
    assertEquals(1, histogram.count(0, 0));
    assertEquals(2, histogram.count(0, 1));
    assertEquals(3, histogram.count(0));
  }

  @Test
  void missingNumbersAreLeftOut() {
    assertEquals(1, total(Histogram.of(NumberColumn.of("x", Double.NaN, 2.5), new int[2], 1)));
    assertEquals(0, Histogram.of(NumberColumn.of("x", Double.NaN), new int[1], 1).intervals());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 0.1, -7.25, 1e-320, 1e300, -1e17})
  void equalNumbersShareOneIntervalAboutThem(double value) {
    var histogram = Histogram.of(NumberColumn.of("x", value, value), new int[2], 1);
    assertEquals(1, histogram.intervals());
    assertEquals(2, histogram.count(0));
    assertTrue(histogram.edge(0) <= value && value <= histogram.edge(1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-320, 1e-12, 1, 1e15, 1e17, 1.7e308})
  void anyRangeGivesFewIntervalsThatHoldEveryNumber(double size) {
    var numbers = IntStream.range(0, 1000).mapToDouble(i -> size * (i / 499.5 - 1)).toArray();
    var histogram = Histogram.of(NumberColumn.of("x", numbers), new int[1000], 1);
    assertTrue(histogram.intervals() <= 60, "intervals: " + histogram.intervals());
    assertEquals(1000, total(histogram));
  }

  private static int total(Histogram histogram) {
    return IntStream.range(0, histogram.intervals()).map(histogram::count).sum();
  }
}
