package dev.neuralworkbench.data.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.ColumnKind;
import dev.neuralworkbench.data.prepare.ColumnRole;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.Tables;
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

  @Test
  void categoriesOfTheTrainingRowsAloneBecomeInputs() {
    var table = table(200, i -> "k%d,%d,%d".formatted(i, i % 3, i));
    var half = all(table).withSplit(new Split(0.25, 0.25, false, 0));
    assertEquals(Optional.of(new WideInput("a", 100)), WideInput.widest(half, table));
  }

  @Test
  void manyInputsOfFewRowsEachSeldomComeBack() {
    assertTrue(new WideInput("a", 150).seldomComesBack(500));
    assertFalse(new WideInput("a", 150).seldomComesBack(5_000), "33 rows for each");
    assertFalse(new WideInput("a", 60).seldomComesBack(60), "not many inputs");
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
