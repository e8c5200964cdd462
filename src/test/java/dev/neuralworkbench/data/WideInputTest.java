package dev.neuralworkbench.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WideInputTest {

  @Test
  void columnOfMoreThanFiftyCategoriesIsWideAndTheWidestIsNamed() {
    var table = table(200, i -> "k%d,d%d,%d".formatted(i % 60, i % 80, i));
    assertEquals(Optional.of(new WideInput("b", 80)), WideInput.widest(all(table), table));
  }

  @Test
  void fiftyCategoriesAreNothingToRemarkOnNorAreManyNumbers() {
    var table = table(200, i -> "k%d,%d,%d".formatted(i % 50, i, i));
    assertEquals(Optional.empty(), WideInput.widest(all(table), table));
  }

  @Test
  void numbersThatAreReadAsCategoriesCount() {
    var table = table(200, i -> "k%d,%d,%d".formatted(i % 50, i % 70, i));
    var preparation = all(table).withKind(1, ColumnKind.CATEGORY);
    assertEquals(Optional.of(new WideInput("b", 70)), WideInput.widest(preparation, table));
  }

  /** Every row is a training row. */
  private static Preparation all(Table table) {
    return Preparation.defaults(table)
        .withRole(0, ColumnRole.INPUT, table)
        .withRole(1, ColumnRole.INPUT, table)
        .withSplit(new Split(0, 0, false, 0));
  }

  private static Table table(int rows, IntFunction<String> row) {
    var lines = Stream.concat(Stream.of("a,b,y"), IntStream.range(0, rows).mapToObj(row));
    return Tables.parse(lines.toArray(String[]::new));
  }
}
