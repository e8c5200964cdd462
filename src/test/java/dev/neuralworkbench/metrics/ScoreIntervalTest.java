package dev.neuralworkbench.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.progress.Progress;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreIntervalTest {

  private static void check(double low, double high, ScoreInterval interval) {
    assertEquals(low, interval.low(), 1e-10);
    assertEquals(high, interval.high(), 1e-10);
  }

  /** SciPy's {@code binomtest(…).proportion_ci}. */
  @Test
  void sharesHaveTheIntervalsOfScipy() throws IOException {
    DistributionsTest.each(
        "wilson",
        (right, rows, low, high) ->
            check(low, high, ScoreInterval.wilson((long) right, (long) rows)));
    DistributionsTest.each(
        "exact",
        (right, rows, low, high) -> check(low, high, ScoreInterval.exact((int) right, (int) rows)));
    assertFalse(ScoreInterval.wilson(0, 0).exists());
    assertFalse(ScoreInterval.exact(0, 0).exists());
  }

  /** {@code scipy.stats.norm.interval(0.95, loc=mean, scale=scipy.stats.sem(values))}. */
  @Test
  void aMeanHasTheIntervalOfItsStandardError() {
    var low = 0.8145016685211219;
    check(low, 7.385498331478877, ScoreInterval.ofMean(new double[] {1, 2, 3, 4, 10.5}));
    assertFalse(ScoreInterval.ofMean(new double[] {1}).exists());
    assertFalse(ScoreInterval.ofMean(new double[] {1, Double.NaN}).exists());
  }

  /** {@code numpy.percentile([4, 1, 3, 2, 10], [2.5, 97.5])}. */
  @Test
  void quantilesAreInterpolatedAsNumpyDoes() {
    check(1.1, 9.4, ScoreInterval.between(new double[] {4, 1, Double.NaN, 3, 2, 10}));
    assertFalse(ScoreInterval.between(new double[] {Double.NaN}).exists());
  }

  /** Draws of a perfect score differ by rounding, or one of a thousand does by more. */
  @Test
  void anIntervalWithoutWidthIsNone() {
    assertFalse(ScoreInterval.between(new double[] {1, Math.nextDown(1.0), 1}).exists());
    assertFalse(ScoreInterval.between(new double[] {0, 0, 0}).exists());
    var draws = new double[Bootstrap.DRAWS];
    Arrays.fill(draws, 1);
    draws[3] = 0.5;
    assertFalse(ScoreInterval.between(draws).exists());
  }

  private static ScoreInterval mean(double[] values) {
    return Bootstrap.of(
        values.length, counts -> new double[] {Bootstrap.mean(counts, values)}, Progress.NONE)[0];
  }

  /** The mean's interval is x̄ ± 1.96 s / √n but for chance: 1,000 draws are wrong by some 5 %. */
  @Test
  void bootstrapOfAMeanIsNormal() {
    var random = new Random(3);
    var values = random.doubles(400).map(it -> -Math.log(it)).toArray();
    var mean = Arrays.stream(values).average().orElseThrow();
    var variance = Arrays.stream(values).map(it -> (it - mean) * (it - mean)).sum() / 400;
    var half = 1.96 * Math.sqrt(variance / 400);
    var interval = mean(values);
    assertEquals(mean - half, interval.low(), half / 8);
    assertEquals(mean + half, interval.high(), half / 8);
    assertEquals(interval, mean(values), "the same draws every time");
  }

  /** Of 300 made-up samples the interval holds the true mean 95 % of the time. */
  @Test
  void bootstrapCoversWhatIsTrue() {
    var random = new Random(8);
    var held =
        IntStream.range(0, 300)
            .mapToObj(_ -> mean(random.doubles(60).toArray()))
            .filter(it -> it.low() <= 0.5 && 0.5 <= it.high())
            .count();
    assertTrue(held >= 272 && held <= 296, held + " of 300");
  }

  @Test
  void drawsWithoutTheScoreAreLeftOut() {
    var interval =
        Bootstrap.of(
            2,
            counts -> new double[] {counts[0] == 0 ? Double.NaN : counts[0], Double.NaN},
            Progress.NONE);
    check(1, 2, interval[0]);
    assertFalse(interval[1].exists());
  }

  @Test
  void bootstrapOfOneRowOrNoneOrCancelled() {
    assertFalse(mean(new double[] {7}).exists());
    assertFalse(mean(new double[] {1, 1, 1}).exists(), "a perfect score");
    assertFalse(mean(new double[0]).exists());
    assertThrows(
        CancellationException.class,
        () -> Bootstrap.of(3, counts -> new double[] {counts[0]}, () -> true));
  }

  /** Newcombe (1998), table II: 56 of 70 and 48 of 80 differ by 0.2, from 0.0524 to 0.3339. */
  @Test
  void gapReachesAsFarAsPublished() {
    var a = ScoreInterval.wilson(56, 70);
    var b = ScoreInterval.wilson(48, 80);
    var gap = ScoreGap.of(new Measured(0.8, a), new Measured(0.6, b), true);
    assertEquals(0.2, gap.size(), 1e-12);
    assertEquals(0.0524, gap.size() - gap.error(), 5e-5);
    assertTrue(gap.isOverfit());
    // Turned round it reaches up: from −0.3339 to −0.0524.
    var turned = ScoreGap.of(new Measured(0.6, b), new Measured(0.8, a), true);
    assertEquals(-0.0524, turned.size() + turned.error(), 5e-5);
    assertFalse(turned.isOverfit());
    // Of errors less is better.
    var errors = ScoreGap.of(new Measured(0.6, b), new Measured(0.8, a), false);
    assertEquals(0.0524, errors.size() - errors.error(), 5e-5);
    assertTrue(errors.isOverfit());
  }

  @Test
  void gapOfFewRowsIsChance() {
    var gap =
        ScoreGap.of(
            new Measured(1, ScoreInterval.wilson(30, 30)),
            new Measured(0.9, ScoreInterval.wilson(9, 10)),
            true);
    assertEquals(0.1, gap.size(), 1e-12);
    assertFalse(gap.isOverfit());
  }
}
