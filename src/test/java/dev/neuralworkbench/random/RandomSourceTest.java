package dev.neuralworkbench.random;

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
}
