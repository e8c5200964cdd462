package dev.neuralworkbench.data.statistics;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.read.TableReader;
import dev.neuralworkbench.data.read.source.TableFormatException;
import dev.neuralworkbench.data.statistics.Duplicates.Repeat;
import dev.neuralworkbench.data.statistics.TableStatistics.MissingByRow.Count;
import dev.neuralworkbench.data.table.CategoryCounts;
import dev.neuralworkbench.data.table.Column;
import dev.neuralworkbench.data.table.NumberColumn;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.TextColumn;
import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Statistics against those of NumPy, pandas and SciPy, written by {@code
 * src/test/python/columns.py}, and against values worked out by hand.
 */
class TableStatisticsTest {

  private static final double NONE = Double.NaN;

  private static String file(String name) throws IOException {
    try (var in = TableStatisticsTest.class.getResourceAsStream("/statistics/" + name)) {
      return new String(requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Table table() throws IOException, TableFormatException {
    return TableReader.parse("table", file("table.csv"));
  }

  private static List<String[]> lines(String name) throws IOException {
    return file(name).lines().skip(1).map(line -> line.split(",", -1)).toList();
  }

  private static double number(String text) {
    return text.isEmpty() ? NONE : Double.parseDouble(text);
  }

  private static void assertNear(double expected, double actual, String what) {
    assertNear(expected, actual, 1e-9 * Math.abs(expected), what);
  }

  private static void assertNear(double expected, double actual, double off, String what) {
    assertTrue(
        Double.isNaN(expected) ? Double.isNaN(actual) : Math.abs(actual - expected) <= off,
        () -> what + ": expected " + expected + ", found " + actual);
  }

  private static TableStatistics statistics(Table table, Progress progress) {
    return TableStatistics.of(table, IntStream.range(0, table.rows()).toArray(), progress);
  }

  private static TableStatistics of(Column... columns) {
    return statistics(Table.of("t", columns), Progress.NONE);
  }

  private static NumberStatistics numbers(double... values) {
    return requireNonNull(NumberStatistics.of(NumberColumn.of("x", values)));
  }

  @Test
  void columnsAreThoseOfNumPyAndPandas() throws IOException, TableFormatException {
    var found = statistics(table(), Progress.NONE).columns();
    var expected = lines("columns.csv");
    assertEquals(expected.size(), found.size());
    for (var i = 0; i < found.size(); i++) {
      var line = expected.get(i);
      var column = found.get(i);
      assertEquals(line[0], column.name());
      assertEquals(number(line[1]), column.missing(), line[0]);
      assertEquals(number(line[2]), column.distinct(), line[0]);
      assertEquals(line[14].isEmpty() ? 0 : number(line[14]), column.modeCount(), line[0]);
      if (line[3].isEmpty()) {
        assertNull(column.numbers());
        assertEquals(line[13], column.mode());
      } else {
        check(line, requireNonNull(column.numbers()));
      }
    }
  }

  private static void check(String[] line, NumberStatistics numbers) {
    var told =
        new double[] {
          numbers.minimum(),
          numbers.lowerQuartile(),
          numbers.median(),
          numbers.upperQuartile(),
          numbers.maximum(),
          numbers.mean(),
          numbers.deviation(),
          numbers.skewness(),
          numbers.low(),
          numbers.high(),
          numbers.mode()
        };
    for (var i = 0; i < told.length; i++) {
      assertNear(number(line[3 + i]), told[i], line[0] + ", column " + (3 + i));
    }
  }

  @Test
  void correlationsAreThoseOfPandasOverRowsThatHaveBoth() throws IOException, TableFormatException {
    var columns =
        table().columns().stream()
            .filter(NumberColumn.class::isInstance)
            .map(NumberColumn.class::cast)
            .toList();
    var expected = lines("correlations.csv");
    var pairs = lines("pairs.csv");
    var names = expected.stream().map(line -> line[0]).toList();
    var found = Correlations.of(columns, Progress.NONE);
    var checked = 0;
    for (var i = 0; i < found.size(); i++) {
      for (var j = 0; j < found.size(); j++) {
        var one = names.indexOf(found.names().get(i));
        var other = names.indexOf(found.names().get(j));
        var what = found.names().get(i) + " and " + found.names().get(j);
        var r = number(expected.get(one)[1 + other]);
        assertNear(r, found.value(i, j), 1e-9 * Math.max(Math.abs(r), 1e-3), what);
        assertEquals(number(pairs.get(one)[1 + other]), found.rows(i, j), what);
        checked += Double.isNaN(r) ? 0 : 1;
      }
    }
    assertEquals(7 * 7 + 13, checked, "pairs that vary");
  }

  @Test
  void rowsAreThoseOfPandas() throws IOException, TableFormatException {
    var found = statistics(table(), Progress.NONE);
    assertEquals(
        lines("rows.csv").stream()
            .map(line -> new Count(Integer.parseInt(line[0]), Integer.parseInt(line[1])))
            .toList(),
        found.missing().counts());
    var repeats =
        lines("duplicates.csv").stream()
            .map(line -> new Repeat(Integer.parseInt(line[0]), Integer.parseInt(line[1])))
            .toList();
    assertEquals(new Duplicates(repeats.size(), repeats), found.duplicates());
  }

  @Test
  void quartilesLieOnTheStraightLineBetweenTwoNumbers() {
    // Places (4 − 1) / 4 = 0.75 and so on: 1 + 0.75, 2.5, 3 + 0.25 · 7.
    var found = numbers(10, 1, 3, 2);
    assertEquals(1.75, found.lowerQuartile());
    assertEquals(2.5, found.median());
    assertEquals(4.75, found.upperQuartile());
    // Fences 1.75 − 4.5 and 4.75 + 4.5.
    assertEquals(0, found.low());
    assertEquals(1, found.high());
  }

  @Test
  void numberOnTheFenceIsNoOutlier() {
    // Q1 = 2, Q3 = 4, fences −1 and 7.
    assertEquals(0, numbers(-1, 2, 3, 4, 7).outliers());
    assertEquals(2, numbers(-1.0000001, 2, 3, 4, 7.0000001).outliers());
  }

  @Test
  void oneRowIsItsOwnQuartiles() {
    var found = numbers(0.1);
    assertEquals(0.1, found.lowerQuartile());
    assertEquals(0.1, found.mean());
    assertEquals(0, found.deviation());
    assertEquals(NONE, found.skewness());
    assertEquals(0, found.outliers());
    var table = of(NumberColumn.of("x", 0.1));
    assertEquals(List.of(new Count(0, 1)), table.missing().counts());
    assertEquals(new Duplicates(0, List.of()), table.duplicates());
    var none = Correlations.of(List.of(NumberColumn.of("x", 1)), Progress.NONE);
    assertEquals(NONE, none.value(0, 0));
  }

  @Test
  void numbersOfAColumnAreThoseWorkedOutByHand() {
    var found = numbers(2, 4, 4, 4, 5, 5, 7, 9, NONE);
    assertEquals(8, found.count());
    assertEquals(5, found.distinct());
    assertEquals(2, found.minimum());
    assertEquals(9, found.maximum());
    assertEquals(5, found.mean());
    assertEquals(4.5, found.median());
    assertEquals(2, found.deviation());
    assertNull(NumberStatistics.of(NumberColumn.of("x", NONE)));
  }

  @Test
  void medianOfShortDecimalsIsAsShort() {
    assertEquals(1.015, numbers(1, 1.03).shortMedian());
    assertEquals(1.0150000000000001, numbers(0, 1.0150000000000001, 2).shortMedian());
  }

  @Test
  void meanOfNumbersThatCancelOutIsZero() {
    assertEquals(0, numbers(0.1, 0.2, -0.3).mean());
    assertEquals(2e-20, numbers(1e-20, 3e-20).mean(), 1e-30);
  }

  @Test
  void categoriesAreCountedInTheirOrder() {
    var found = CategoryCounts.of(TextColumn.of("x", "b", "a", null, "b"));
    assertEquals(List.of("a", "b"), found.names());
    assertEquals(List.of(1, 2), found.counts());
    assertEquals(List.of("9", "10"), CategoryCounts.of(NumberColumn.of("x", 10, 9, 10)).names());
    var many = IntStream.rangeClosed(0, NumberColumn.MOST_COUNTED).asDoubleStream().toArray();
    assertEquals(many.length, CategoryCounts.of(NumberColumn.of("x", many)).names().size());
  }

  @Test
  void hugeNumbersDoNotOverflow() {
    var most = Double.MAX_VALUE;
    var found = numbers(-most, most, -most, most);
    assertEquals(0, found.mean());
    assertEquals(0, found.median());
    assertEquals(most, found.deviation(), most * 1e-15);
    var columns =
        List.of(NumberColumn.of("x", -most, most, most), NumberColumn.of("y", most, -most, -most));
    assertEquals(-1, Correlations.of(columns, Progress.NONE).value(0, 1), 1e-12);
  }

  @Test
  void missingEqualsMissingAndMinusZeroIsZero() {
    var x = NumberColumn.of("x", NONE, 0.0, NONE, -0.0, 1, NONE);
    var text = TextColumn.of("t", "a", "b", "a", "b", null, "b");
    var found = of(x, text);
    assertEquals(
        new Duplicates(2, List.of(new Repeat(2, 0), new Repeat(3, 1))), found.duplicates());
    assertEquals(List.of(new Count(0, 2), new Count(1, 4)), found.missing().counts());
    assertEquals(2, found.missing().whole());
    assertEquals(2, found.columns().getFirst().distinct());
  }

  @Test
  void everyRowAlikeRepeatsTheFirst() {
    var found = of(NumberColumn.of("x", new double[1000]), NumberColumn.of("y", new double[1000]));
    assertEquals(999, found.duplicates().rows());
    assertEquals(
        IntStream.rangeClosed(1, Duplicates.MOST_LISTED)
            .mapToObj(row -> new Repeat(row, 0))
            .toList(),
        found.duplicates().first());
  }

  @Test
  void categoriesHaveAModeAndTheirLargestCounts() {
    var column = of(TextColumn.of("t", "b", "a", "c", null, "a", "b")).columns().getFirst();
    assertNull(column.numbers());
    assertEquals("a", column.mode());
    assertEquals(2, column.modeCount());
    assertEquals(0.4, column.modeShare());
    assertEquals(List.of(2, 2, 1), column.shares());
    assertEquals(1 / 6.0, column.missingShare());
    var numbers = of(NumberColumn.of("x", 3, 7, 3, NONE)).columns().getFirst();
    assertNotNull(numbers.numbers());
    assertEquals("3", numbers.mode());
    assertEquals(List.of(2, 1), numbers.shares());
  }

  @Test
  void columnWithoutAValueHasNoStatistics() {
    for (var column : List.of(NumberColumn.of("x", NONE, NONE), TextColumn.of("t", null, null))) {
      var found = of(column).columns().getFirst();
      assertNull(found.numbers());
      assertEquals(0, found.distinct());
      assertEquals(NONE, found.modeShare());
      assertEquals(List.of(), found.shares());
    }
  }

  @Test
  void progressIsToldAndTheWorkGivenUp() {
    var table = Table.of("t", NumberColumn.of("x", 1, 2), NumberColumn.of("y", 1, 2));
    var asked = new int[1];
    Progress twice = () -> ++asked[0] > 2;
    assertThrows(CancellationException.class, () -> statistics(table, twice));
    Progress never = () -> true;
    var columns = List.of(NumberColumn.of("x", 1, 2), NumberColumn.of("y", 1, 2));
    assertThrows(CancellationException.class, () -> Correlations.of(columns, never));
    var shares = new double[1];
    statistics(
        table,
        new Progress() {
          @Override
          public boolean cancelled() {
            return false;
          }

          @Override
          public void done(long amount, long ofTotal) {
            assertTrue(shares[0] <= (double) amount / ofTotal);
            shares[0] = (double) amount / ofTotal;
          }
        });
    assertEquals(1, shares[0]);
  }

  @Test
  void rowsOfOneHashAreToldApart() {
    // As many rows as there is room for in a small table of hashes, none alike.
    var values = IntStream.range(0, 5_000).mapToDouble(i -> i * 1024.0).toArray();
    assertEquals(0, of(NumberColumn.of("x", values)).duplicates().rows());
    var twice = Arrays.copyOf(values, values.length + 1);
    twice[values.length] = values[4321];
    assertEquals(
        new Duplicates(1, List.of(new Repeat(5_000, 4321))),
        of(NumberColumn.of("x", twice)).duplicates());
  }
}
