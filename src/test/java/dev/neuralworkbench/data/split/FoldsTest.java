package dev.neuralworkbench.data.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FoldsTest {

  private static List<RowSplit> iris(int count, int repetition) {
    var table = Tables.iris();
    var usual = Preparation.defaults(table);
    var preparation = usual.withSplit(usual.split().withValidation(0.15));
    return Folds.of(preparation, table, Folds.rows(preparation, table), count, repetition, true);
  }

  @Test
  void everyRowIsTestedOnceAndInOnePartOfEachFold() {
    var folds = iris(7, 0);
    var tested = folds.stream().flatMapToInt(fold -> IntStream.of(fold.test())).sorted();
    assertArrayEquals(IntStream.range(0, 150).toArray(), tested.toArray());
    for (var fold : folds) {
      var all =
          Stream.of(fold.training(), fold.validation(), fold.test())
              .flatMapToInt(IntStream::of)
              .sorted();
      assertArrayEquals(IntStream.range(0, 150).toArray(), all.toArray());
      assertTrue(fold.test().length == 21 || fold.test().length == 22);
    }
  }

  @Test
  void classesAreSpreadInProportion() {
    for (var fold : iris(10, 0)) {
      for (var species = 0; species < 3; species++) {
        var wanted = species;
        assertEquals(5, IntStream.of(fold.test()).filter(row -> row / 50 == wanted).count());
      }
      assertEquals(20, fold.validation().length, "15 % of 135");
    }
  }

  @Test
  void repetitionsDifferAndCanBeRepeated() {
    assertArrayEquals(iris(5, 1).get(2).test(), iris(5, 1).get(2).test());
    assertFalse(Arrays.equals(iris(5, 0).get(2).test(), iris(5, 1).get(2).test()));
  }

  @Test
  void moreFoldsThanRowsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> iris(151, 0));
    assertEquals(1, iris(150, 0).getFirst().test().length);
  }
}
