package dev.neuralworkbench.data.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.TextColumn;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnSummaryTest {

  @Test
  void numbersOfAColumnAreThoseWorkedOutByHand() {
    var column = NumberColumn.of("x", 2, 4, 4, 4, 5, 5, 7, 9, Double.NaN);
    var summary = ColumnSummary.numbers(column, new int[9], 1);
    assertEquals(9, summary.rows());
    assertEquals(1, summary.missing());
    assertEquals(5, summary.distinct());
    assertEquals(2, summary.minimum());
    assertEquals(9, summary.maximum());
    assertEquals(5, summary.mean());
    assertEquals(4.5, summary.median());
    assertEquals(2, summary.deviation());
  }

  @Test
  void medianOfShortDecimalsIsAsShort() {
    var column = NumberColumn.of("x", 1, 1.03);
    assertEquals(1.015, ColumnSummary.numbers(column, new int[2], 1).median());
    var odd = NumberColumn.of("x", 0, 1.0150000000000001, 2);
    assertEquals(1.0150000000000001, ColumnSummary.numbers(odd, new int[3], 1).median());
  }

  @Test
  void meanOfNumbersThatCancelOutIsZero() {
    var column = NumberColumn.of("x", 0.1, 0.2, -0.3);
    assertEquals(0, ColumnSummary.numbers(column, new int[3], 1).mean());
    var small = NumberColumn.of("x", 1e-20, 3e-20);
    assertEquals(2e-20, ColumnSummary.numbers(small, new int[2], 1).mean(), 1e-30);
  }

  @Test
  void columnWithoutANumberHasNoMean() {
    var summary = ColumnSummary.numbers(NumberColumn.of("x", Double.NaN), new int[1], 1);
    assertTrue(Double.isNaN(summary.mean()));
    assertTrue(Double.isNaN(summary.median()));
    assertEquals(0, summary.distinct());
  }

  @Test
  void manyDifferentNumbersAreCountedToo() {
    var rows = NumberColumn.MOST_COUNTED + 1;
    var numbers = IntStream.range(0, rows).asDoubleStream().toArray();
    var column = NumberColumn.of("x", numbers);
    assertEquals(rows, ColumnSummary.numbers(column, new int[rows], 1).distinct());
  }

  @Test
  void categoriesAreCountedInTheirOrder() {
    var summary = ColumnSummary.categories(TextColumn.of("x", "b", "a", null, "b"));
    assertEquals(List.of("a", "b"), summary.names());
    assertEquals(List.of(1, 2), summary.counts());
    assertEquals(1, summary.missing());
    var numbered = ColumnSummary.categories(NumberColumn.of("x", 10, 9, 10));
    assertEquals(List.of("9", "10"), numbered.names());
  }

  @Test
  void rowsAreGroupedByClassAndThoseWithoutComeLast() {
    var target = TextColumn.of("class", "b", null, "a");
    assertArrayEquals(new int[] {1, 2, 0}, ColumnSummary.groups(target, List.of("a", "b")));
  }
}
