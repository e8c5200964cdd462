package dev.neuralworkbench.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConformalTest {

  private static double[] oneTo(int n) {
    return IntStream.rangeClosed(1, n).mapToDouble(i -> i).toArray();
  }

  /** NumPy: numpy.quantile(scores, ceil((n + 1) * level) / n, method="higher"). */
  @Test
  void theMarginIsTheScoreOfItsPlace() {
    assertEquals(10, Conformal.of(oneTo(10), 0.9).margin());
    assertEquals(9, Conformal.of(oneTo(9), 0.9).margin());
    assertEquals(18, Conformal.of(oneTo(19), 0.9).margin());
    assertEquals(19, Conformal.of(oneTo(20), 0.9).margin());
    assertEquals(91, Conformal.of(oneTo(100), 0.9).margin());
    assertEquals(51, Conformal.of(oneTo(100), 0.5).margin());
    assertEquals(1, Conformal.of(oneTo(1), 0.5).margin());
    assertEquals(4, Conformal.of(new double[] {4, 4, 4, 1, 9, 4, 4, 4, 4}, 0.5).margin());
  }

  @Test
  void tooFewRowsHaveNoMargin() {
    assertEquals(Double.POSITIVE_INFINITY, Conformal.of(oneTo(18), 0.95).margin());
    assertEquals(19, Conformal.of(oneTo(19), 0.95).margin());
    assertEquals(Double.POSITIVE_INFINITY, Conformal.of(new double[0], 0.5).margin());
    assertTrue(Conformal.of(oneTo(8), 0.9).holds(1e300));
    for (var level : new double[] {0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 1 / 3.0}) {
      var least = Conformal.leastRows(level);
      assertTrue(Double.isFinite(Conformal.of(oneTo(least), level).margin()));
      assertTrue(least == 1 || Double.isInfinite(Conformal.of(oneTo(least - 1), level).margin()));
    }
    assertEquals(9, Conformal.leastRows(0.9));
    assertEquals(19, Conformal.leastRows(0.95));
    assertEquals(99, Conformal.leastRows(0.99));
    assertThrows(IllegalArgumentException.class, () -> Conformal.of(oneTo(3), 1));
    assertThrows(IllegalArgumentException.class, () -> Conformal.of(oneTo(3), 0));
  }

  @Test
  void aRowWithoutAPredictionIsBeyondAnyMargin() {
    var scores = oneTo(10);
    scores[3] = Double.NaN;
    assertEquals(Double.POSITIVE_INFINITY, Conformal.of(scores, 0.9).margin());
    assertEquals(7, Conformal.of(scores, 0.5).margin());
    assertFalse(Conformal.of(scores, 0.9).holds(Double.NaN));
    assertEquals(2, Conformal.of(scores, 0.5).held(new double[] {7, 7.1, Double.NaN, 0}));
  }

  @Test
  void classesAreThoseThatAreLikelyEnough() {
    var found = Conformal.of(new double[] {0.1, 0.25, 0.5, 0.75}, 0.6);
    assertEquals(0.5, found.margin());
    assertArrayEquals(new int[] {0, 1}, found.classes(new double[] {0.5, 0.5, 0}));
    assertArrayEquals(new int[] {2}, found.classes(new double[] {0.01, 0.09, 0.9}));
    assertArrayEquals(new int[0], found.classes(new double[] {0.3, 0.3, 0.4}));
    assertArrayEquals(
        new int[] {0, 1, 2}, Conformal.of(new double[0], 0.6).classes(new double[] {1, 0, 0}));
  }

  /** Of 500 draws, so many as a binomial distribution allows 999 times of 1,000. */
  @Test
  void theLevelIsKept() {
    for (var level : new double[] {0.5, 0.8, 0.9, 0.95}) {
      for (var n : new int[] {19, 50, 199}) {
        var random = new Random(n);
        var held = 0;
        for (var draw = 0; draw < 500; draw++) {
          // Errors of any shape: skewed, with long tails.
          var scores = random.doubles(n).map(u -> Math.pow(u, -0.7) - 1).toArray();
          held +=
              Conformal.of(scores, level).holds(Math.pow(random.nextDouble(), -0.7) - 1) ? 1 : 0;
        }
        assertWithin(held, 500, Math.ceil((n + 1) * level - 1e-9) / (n + 1));
      }
    }
  }

  /** Sums of binomial probabilities, term by term. */
  private static void assertWithin(int held, int draws, double share) {
    var below = IntStream.rangeClosed(0, held).mapToDouble(i -> term(i, draws, share)).sum();
    var above = IntStream.rangeClosed(held, draws).mapToDouble(i -> term(i, draws, share)).sum();
    assertTrue(below > 0.0005 && above > 0.0005, held + " of " + draws + " at " + share);
  }

  private static double term(int i, int n, double p) {
    var log = i * Math.log(p) + (n - i) * Math.log(1 - p);
    for (var j = 1; j <= i; j++) {
      log += Math.log((n - i + j) / (double) j);
    }
    return Math.exp(log);
  }

  /** Classes drawn by the very probabilities: the set holds the drawn one at the level. */
  @Test
  void setsHoldTheTrueClassAtTheLevel() {
    var random = new Random(5);
    var held = 0;
    for (var draw = 0; draw < 500; draw++) {
      var scores = new double[59];
      Arrays.setAll(scores, _ -> 1 - drawn(random)[3]);
      var next = drawn(random);
      var set = Conformal.of(scores, 0.9).classes(Arrays.copyOf(next, 3));
      var truth = IntStream.range(0, 3).filter(c -> next[c] == next[3]).findFirst().orElseThrow();
      held += IntStream.of(set).anyMatch(c -> c == truth) ? 1 : 0;
    }
    assertWithin(held, 500, 0.9);
  }

  /** Three probabilities, and that of the class that was drawn by them. */
  private static double[] drawn(Random random) {
    var raw = random.doubles(3).map(u -> u * u).toArray();
    var sum = Arrays.stream(raw).sum();
    var u = random.nextDouble() * sum;
    var c = u < raw[0] ? 0 : u < raw[0] + raw[1] ? 1 : 2;
    return new double[] {raw[0] / sum, raw[1] / sum, raw[2] / sum, raw[c] / sum};
  }
}
