package dev.neuralworkbench.ui.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Tables;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeadHistogramTest {

  private static int[] numbers(double... values) {
    return HeadHistogram.counts(NumberColumn.of("x", values));
  }

  /** numpy.histogram([0, 1, 1, 7, 13, 14], 14): the last interval has both its ends. */
  @Test
  void numbersAreCountedInFourteenIntervals() {
    assertArrayEquals(
        new int[] {1, 2, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 2},
        numbers(0, 1, 1, 7, 13, 14, Double.NaN));
  }

  @Test
  void columnOfOneNumberHasOneBarAndAnEmptyOneNone() {
    assertEquals(3, Arrays.stream(numbers(5, 5, 5)).max().orElse(0));
    assertEquals(0, Arrays.stream(numbers(Double.NaN, Double.NaN)).sum());
    assertEquals(2, Arrays.stream(numbers(-1.7e308, 1.7e308)).sum());
  }

  @Test
  void outlierDoesNotCrushTheBars() {
    var values = IntStream.range(0, 100).mapToDouble(i -> i == 99 ? 1e9 : i).toArray();
    assertTrue(Arrays.stream(numbers(values)).allMatch(count -> count >= 7));
  }

  @Test
  void categoriesAreCountedTheMostFrequentFirst() {
    var table = Tables.parse("c,y", "b,1", "a,2", "b,3", ",4", "c,5", "b,6", "c,7");
    assertArrayEquals(new int[] {3, 2, 1}, HeadHistogram.counts(table.column(0)));
  }

  /** Of a million rows a thousand are looked at. */
  @Test
  void longColumnIsLookedAtHereAndThere() {
    var values = IntStream.range(0, 1_000_000).mapToDouble(i -> i).toArray();
    assertEquals(1_000, Arrays.stream(numbers(values)).sum(), 1);
  }
}
