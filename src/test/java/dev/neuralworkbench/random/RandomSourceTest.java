package dev.neuralworkbench.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomSourceTest {

  @Test
  void samePositionGivesTheSameDraws() {
    var first = RandomSource.of(7, Purpose.DROPOUT, 3, 5);
    var second = RandomSource.of(7, Purpose.DROPOUT, 3, 5);
    for (var i = 0; i < 100; i++) {
      assertEquals(first.nextLong(), second.nextLong());
    }
  }

  @Test
  void restartedGeneratorDrawsLikeAFreshOne() {
    var used = RandomSource.of(1, Purpose.SHUFFLE);
    used.nextGaussian();
    var fresh = RandomSource.of(7, Purpose.DROPOUT, 3, 5);
    used.restart(7, Purpose.DROPOUT).at(3).at(5);
    for (var i = 0; i < 100; i++) {
      assertEquals(fresh.nextGaussian(), used.nextGaussian());
    }
  }

  @Test
  void seedPurposeAndPositionEachChangeTheDraws() {
    var base = RandomSource.of(7, Purpose.DROPOUT, 3, 5).nextLong();
    assertNotEquals(base, RandomSource.of(8, Purpose.DROPOUT, 3, 5).nextLong());
    assertNotEquals(base, RandomSource.of(7, Purpose.SHUFFLE, 3, 5).nextLong());
    assertNotEquals(base, RandomSource.of(7, Purpose.DROPOUT, 5, 3).nextLong());
  }

  @Test
  void gaussianDrawsHaveMeanZeroAndVarianceOne() {
    var random = RandomSource.of(1, Purpose.WEIGHTS);
    var draws = IntStream.range(0, 200_000).mapToDouble(i -> random.nextGaussian()).toArray();
    var mean = Arrays.stream(draws).average().orElseThrow();
    var variance = Arrays.stream(draws).map(x -> x * x).average().orElseThrow();
    assertEquals(0, mean, 0.01);
    assertEquals(1, variance, 0.01);
  }

  @Test
  void boundedDrawsAreUniform() {
    var random = RandomSource.of(2, Purpose.SPLIT);
    var counts = new int[7];
    for (var i = 0; i < 70_000; i++) {
      counts[random.nextInt(7)]++;
    }
    for (var count : counts) {
      assertTrue(Math.abs(count - 10_000) < 500, "a value came " + count + " times of 70,000");
    }
  }

  @Test
  void shuffleKeepsEveryRowOnce() {
    var order = IntStream.range(0, 1_000).toArray();
    RandomSource.of(3, Purpose.SHUFFLE, 1).shuffle(order);
    assertNotEquals(0, order[0] + order[1] + order[2] - 3);
    Arrays.sort(order);
    assertTrue(Arrays.equals(order, IntStream.range(0, 1_000).toArray()));
  }

  /** The part of each row of units of so many rows. */
  private static int[] units(int... sizes) {
    return IntStream.range(0, sizes.length)
        .flatMap(unit -> IntStream.generate(() -> unit).limit(sizes[unit]))
        .toArray();
  }

  @Test
  void unitsInTheirOrderLeaveNoPartEmpty() {
    for (var sizes :
        new int[][] {{1, 1, 1, 47}, {47, 1, 1, 1}, {1, 47, 1, 1}, {1, 1, 47, 1}, {9, 9, 9, 9}}) {
      var units = units(sizes);
      assertArrayEquals(units, RandomSource.dealInOrder(units, 4), "one unit each");
    }
    assertArrayEquals(
        units(4, 1, 48),
        RandomSource.dealInOrder(units(1, 1, 1, 1, 1, 48), 3),
        "as late as can be");
    assertArrayEquals(
        units(30, 40, 30), RandomSource.dealInOrder(tens(), 3), "cut nearest to thirds");
  }

  private static int[] tens() {
    return units(10, 10, 10, 10, 10, 10, 10, 10, 10, 10);
  }

  @Test
  void unitsInAnyOrderAreDealtWholeToThePartWithTheFewestRows() {
    var random = RandomSource.of(4, Purpose.FOLDS);
    var units = tens();
    var parts = random.dealUnits(units, 5);
    for (var row = 0; row < 100; row++) {
      assertEquals(parts[row / 10 * 10], parts[row]);
    }
    for (var part = 0; part < 5; part++) {
      var wanted = part;
      assertEquals(20, IntStream.of(parts).filter(it -> it == wanted).count());
    }
  }

  @Test
  void everyPartHasItsShareOfEveryStratum() {
    var strata = units(50, 31, 7);
    var parts = RandomSource.of(4, Purpose.FOLDS).deal(strata, 4);
    for (var stratum = 0; stratum < 3; stratum++) {
      for (var part = 0; part < 4; part++) {
        var s = stratum;
        var p = part;
        var count = IntStream.range(0, 88).filter(i -> strata[i] == s && parts[i] == p).count();
        var share = IntStream.of(strata).filter(it -> it == s).count() / 4.0;
        assertEquals(share, (double) count, 0.99);
      }
    }
  }
}
