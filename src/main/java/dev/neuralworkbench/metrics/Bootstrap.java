package dev.neuralworkbench.metrics;

import dev.neuralworkbench.progress.Progress;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The percentile bootstrap (Efron 1979): rows are drawn with replacement, as many as there are, a
 * thousand times; a score's interval is what 95 % of the draws come to. All scores are taken from
 * the same draws. Takes time proportional to the rows.
 */
public final class Bootstrap {

  public static final int DRAWS = 1_000;

  private Bootstrap() {}

  /**
   * The intervals of some scores.
   *
   * @param rows number of rows
   * @param scores from how often each row was drawn, its argument not to be kept or modified, the
   *     scores; always as many
   * @param progress told of the draws
   * @return as many; {@link ScoreInterval#NONE} where no draw has the score, or all have the same
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static ScoreInterval[] of(int rows, Function<int[], double[]> scores, Progress progress) {
    var counts = new int[rows];
    var drawn = new double[DRAWS][];
    for (var draw = 0; draw < DRAWS; draw++) {
      progress.goOn(draw, DRAWS);
      Arrays.fill(counts, 0);
      var random = RandomSource.of(0, Purpose.BOOTSTRAP, draw);
      for (var i = 0; i < rows; i++) {
        counts[random.nextInt(rows)]++;
      }
      drawn[draw] = scores.apply(counts);
    }
    return IntStream.range(0, drawn[0].length)
        .mapToObj(
            i -> ScoreInterval.between(Arrays.stream(drawn).mapToDouble(it -> it[i]).toArray()))
        .toArray(ScoreInterval[]::new);
  }

  /** Σ count · value / Σ count: a mean over drawn rows. NaN where there are none. */
  public static double mean(int[] counts, double[] values) {
    Lengths.requireEqual(counts.length, values.length);
    var sum = 0.0;
    var rows = 0L;
    for (var row = 0; row < counts.length; row++) {
      sum += counts[row] * values[row];
      rows += counts[row];
    }
    return sum / rows;
  }
}
