package dev.neuralworkbench.study;

import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How much of the best setting's lead may be luck: the mean score of the best less that of the
 * second, against the leads that settings would have if nothing but the seeds told them apart.
 *
 * <p>A bootstrap of residuals (Efron and Tibshirani, An Introduction to the Bootstrap, 1993,
 * chapters 9 and 16): the runs' distances from their setting's mean, each stretched by √(n / (n −
 * 1)) since a mean of few is drawn to its own runs, are drawn with replacement for all runs of all
 * settings, {@value #REDRAWS} times. {@code share} of these redraws have a lead of the best over
 * the second that is at least as large, each lead measured in its own spread s, s² = Σ (x − x̄)² /
 * Σ (n − 1): without that, few seeds would be found luck-free twice as often as is right. Settings
 * that are clearly behind the second, by more than {@value #BEHIND} standard errors of the
 * difference, take no part: how much a bad setting scatters says nothing of two good ones.
 *
 * @param verdict what can be said
 * @param best which setting is the best, from 0 on; −1 without scores
 * @param second which is the second; −1 where there is none
 * @param lead mean score of the best less that of the second, at least 0; NaN without a second
 * @param share of redraws, in [0, 1]; NaN where no verdict is given
 */
public record Luck(Verdict verdict, int best, int second, double lead, double share) {

  public enum Verdict {
    /** There are no two settings with scores. */
    ONE_SETTING,
    /** The best or the second has fewer than {@value Luck#LEAST_SEEDS} scores. */
    TOO_FEW_SEEDS,
    /** A lead like this comes by luck in more than one redraw of twenty. */
    LUCK,
    /** It seldom comes by luck. */
    NO_LUCK
  }

  /** Fewest scores of a setting for a verdict. */
  public static final int LEAST_SEEDS = 3;

  public static final int REDRAWS = 10_000;

  /** A larger share is luck. */
  public static final double MOST = 0.05;

  private static final double ROUNDING = 1e-12;
  private static final double BEHIND = 3;

  /**
   * Judges the lead of the best.
   *
   * @param scores of each setting, one a seed, the higher the better; without NaN
   * @param seed the same seed draws the same
   */
  public static Luck of(List<double[]> scores, long seed) {
    var means = scores.stream().mapToDouble(it -> Spread.of(DoubleStream.of(it)).mean()).toArray();
    var order =
        IntStream.range(0, means.length)
            .filter(i -> !Double.isNaN(means[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -means[i]))
            .toList();
    if (order.size() < 2) {
      return new Luck(
          Verdict.ONE_SETTING, order.isEmpty() ? -1 : order.getFirst(), -1, Double.NaN, Double.NaN);
    }
    int best = order.getFirst();
    int second = order.get(1);
    var lead = means[best] - means[second];
    if (scores.get(best).length < LEAST_SEEDS || scores.get(second).length < LEAST_SEEDS) {
      return new Luck(Verdict.TOO_FEW_SEEDS, best, second, lead, Double.NaN);
    }
    var share = share(contenders(order.stream().map(scores::get).toList()), seed);
    return new Luck(share > MOST ? Verdict.LUCK : Verdict.NO_LUCK, best, second, lead, share);
  }

  /**
   * The best, the second, and those that are not clearly behind it.
   *
   * @param scores the best first
   */
  private static List<double[]> contenders(List<double[]> scores) {
    var second = scores.get(1);
    var common = Math.sqrt((variance(scores.getFirst()) + variance(second)) / 2);
    return IntStream.range(0, scores.size())
        .filter(i -> i < 2 || !isBehind(scores.get(i), second, common))
        .mapToObj(scores::get)
        .toList();
  }

  /**
   * Whether a setting is clearly behind.
   *
   * @param common deviation of runs of the best settings, for a setting of one run
   */
  private static boolean isBehind(double[] setting, double[] second, double common) {
    var own = setting.length < 2 ? common * common : variance(setting);
    var error = Math.sqrt(own / setting.length + variance(second) / second.length);
    return mean(second) - mean(setting) > BEHIND * error;
  }

  private static double variance(double[] scores) {
    var deviation = Spread.of(DoubleStream.of(scores)).deviation();
    return deviation * deviation;
  }

  private static double share(List<double[]> scores, long seed) {
    var residuals = scores.stream().flatMapToDouble(Luck::residuals).toArray();
    var observed = studentized(scores);
    var random = RandomSource.of(seed, Purpose.LUCK);
    var redrawn = scores.stream().map(it -> new double[it.length]).toList();
    var larger = 0;
    for (var redraw = 0; redraw < REDRAWS; redraw++) {
      for (var setting : redrawn) {
        Arrays.setAll(setting, _ -> residuals[random.nextInt(residuals.length)]);
      }
      if (studentized(redrawn) >= observed - ROUNDING) {
        larger++;
      }
    }
    return (double) larger / REDRAWS;
  }

  /** Distances from the setting's mean; none of a single run. */
  private static DoubleStream residuals(double[] scores) {
    if (scores.length < 2) {
      return DoubleStream.empty();
    }
    var mean = Spread.of(Arrays.stream(scores)).mean();
    var stretch = Math.sqrt(scores.length / (scores.length - 1.0));
    return Arrays.stream(scores).map(score -> (score - mean) * stretch);
  }

  /** The lead of the best over the second, in the spread of runs about their setting's mean. */
  private static double studentized(List<double[]> scores) {
    var best = Double.NEGATIVE_INFINITY;
    var second = Double.NEGATIVE_INFINITY;
    var squares = 0.0;
    var freedom = 0;
    for (var setting : scores) {
      var mean = mean(setting);
      for (var score : setting) {
        squares += (score - mean) * (score - mean);
      }
      freedom += setting.length - 1;
      second = Math.max(second, Math.min(best, mean));
      best = Math.max(best, mean);
    }
    var lead = best - second;
    return lead <= ROUNDING ? 0 : lead / Math.sqrt(squares / freedom);
  }

  private static double mean(double[] scores) {
    var sum = 0.0;
    for (var score : scores) {
      sum += score;
    }
    return sum / scores.length;
  }
}
