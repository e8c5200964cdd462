package dev.neuralworkbench.data.split;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.prepare.MissingValues;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.Tables;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowSplitTest {

  private static RowSplit split(Table table, Split split) {
    return RowSplit.of(Preparation.defaults(table).withSplit(split), table);
  }

  @Test
  void everyRowIsInExactlyOnePart() {
    var parts = split(Tables.iris(), Split.DEFAULT);
    var all =
        Stream.of(parts.training(), parts.validation(), parts.test())
            .flatMapToInt(IntStream::of)
            .sorted()
            .toArray();
    assertArrayEquals(IntStream.range(0, 150).toArray(), all);
    assertEquals(23, parts.validation().length);
    assertEquals(23, parts.test().length);
  }

  @Test
  void divisionOfATableIsWorkedOutOnceUntilAnotherIsAskedFor() {
    var table = Tables.iris();
    var first = split(table, Split.DEFAULT);
    assertSame(first, split(table, Split.DEFAULT));
    var other = split(table, Split.DEFAULT.withSeed(7));
    assertFalse(Arrays.equals(first.training(), other.training()));
    assertArrayEquals(first.training(), split(table, Split.DEFAULT).training());
    assertNotSame(first, split(Tables.iris(), Split.DEFAULT), "another table");
  }

  @Test
  void shareOfTheTrainingRowsIsDrawnWithinThem() {
    var all = split(Tables.iris(), Split.DEFAULT);
    var before = Set.<Integer>of();
    for (var share : new double[] {0.02, 0.1, 0.25, 0.5, 0.9, 1}) {
      var some = split(Tables.iris(), Split.DEFAULT.withUsed(share));
      assertArrayEquals(all.validation(), some.validation());
      assertArrayEquals(all.test(), some.test());
      var used = IntStream.of(some.training()).boxed().collect(Collectors.toSet());
      // 104 training rows; each of the three classes keeps one.
      assertEquals(Math.max(3.0, share * 104), (double) used.size(), 1, "of " + share);
      assertTrue(used.containsAll(before), "a larger share has the rows of a smaller one");
      assertTrue(IntStream.of(all.training()).boxed().toList().containsAll(used));
      for (var species = 0; species < 3; species++) {
        var wanted = species;
        var count = used.stream().filter(row -> row / 50 == wanted).count();
        assertEquals(Math.max(1, used.size() / 3.0), (double) count, 1.5);
      }
      before = used;
    }
    assertArrayEquals(all.training(), split(Tables.iris(), Split.DEFAULT.withUsed(1)).training());
  }

  @Test
  void stratifiedPartsKeepEveryClassInProportion() {
    for (var seed = 0; seed < 10; seed++) {
      var parts = split(Tables.iris(), Split.DEFAULT.withSeed(seed));
      for (var part : new int[][] {parts.validation(), parts.test()}) {
        for (var species = 0; species < 3; species++) {
          var wanted = species;
          var count = IntStream.of(part).filter(row -> row / 50 == wanted).count();
          assertTrue(count == 7 || count == 8, count + " of 50");
        }
      }
    }
  }

  @Test
  void withoutStratificationProportionsVary() {
    var uneven = 0;
    for (var seed = 0; seed < 10; seed++) {
      var test = split(Tables.iris(), new Split(0.15, 0.15, false, seed)).test();
      assertEquals(23, test.length);
      var count = IntStream.of(test).filter(row -> row < 50).count();
      uneven += count < 7 || count > 8 ? 1 : 0;
    }
    assertTrue(uneven >= 3);
  }

  @Test
  void sameSeedGivesTheSamePartsAndAnotherSeedOthers() {
    var first = split(Tables.iris(), Split.DEFAULT.withSeed(4));
    var again = split(Tables.iris(), Split.DEFAULT.withSeed(4));
    var other = split(Tables.iris(), Split.DEFAULT.withSeed(5));
    assertArrayEquals(first.test(), again.test());
    assertArrayEquals(first.validation(), again.validation());
    assertFalse(Arrays.equals(first.test(), other.test()));
  }

  @Test
  void classOfOneRowStaysInTraining() {
    var strata = new int[40];
    strata[17] = 1;
    var rows = IntStream.range(0, 40).toArray();
    for (var seed = 0; seed < 50; seed++) {
      var parts = RowSplit.of(new Split(0.45, 0.45, true, seed), rows, strata);
      assertTrue(IntStream.of(parts.training()).anyMatch(row -> row == 17));
    }
  }

  @Test
  void nothingIsHeldOutWithoutShares() {
    var parts = split(Tables.iris(), Split.NONE);
    assertEquals(150, parts.training().length);
    assertEquals(0, parts.validation().length + parts.test().length);
  }

  @Test
  void rowsWithoutTargetAreInNoPartAndCounted() {
    var table = Tables.parse("x,y", "1,0.5", "2,", "3,1.5", ",2.5", "5,?");
    var preparation = Preparation.defaults(table);
    assertArrayEquals(new int[] {0, 2, 3}, RowSplit.of(preparation, table).training());
    assertEquals(2, PreparedData.of(preparation, table).usable().withoutTarget());
    var dropping = preparation.withMissing(MissingValues.DROP_ROW);
    assertArrayEquals(new int[] {0, 2}, RowSplit.of(dropping, table).training());
    assertEquals(1, PreparedData.of(dropping, table).usable().incomplete());
  }
}
