package dev.neuralworkbench.model.answer;

import dev.neuralworkbench.data.encode.TargetEncoder.NumberTarget;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.metrics.Bootstrap;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The errors of predicted numbers, row by row, and what they come to for rows drawn with
 * replacement: the scores of {@link dev.neuralworkbench.metrics.RegressionReport}.
 *
 * @param targets y in the user's units, less their mean
 * @param squares (ŷ − y)²
 * @param absolutes |ŷ − y|
 * @param shares |ŷ − y| / |y|, 0 for a target of 0
 * @param shared 1 for rows that have such a share, 0 for others
 */
@SuppressWarnings("ArrayRecordComponent") // As many as rows; nobody compares them.
record NumberErrors(
    double[] targets, double[] squares, double[] absolutes, double[] shares, double[] shared) {

  /** The errors; NaN where a row has no answer. */
  static NumberErrors of(Answers answers, ValueTargets values) {
    var target = (NumberTarget) answers.target();
    var actual =
        IntStream.range(0, answers.rows())
            .mapToDouble(row -> target.decode(values.values().get(row, 0)))
            .toArray();
    var errors =
        IntStream.range(0, actual.length)
            .mapToDouble(row -> Math.abs(answers.number(row) - actual[row]))
            .toArray();
    var mean = Arrays.stream(actual).average().orElse(0);
    return new NumberErrors(
        Arrays.stream(actual).map(y -> y - mean).toArray(),
        Arrays.stream(errors).map(e -> e * e).toArray(),
        errors,
        IntStream.range(0, actual.length)
            .mapToDouble(i -> actual[i] == 0 ? 0 : errors[i] / Math.abs(actual[i]))
            .toArray(),
        Arrays.stream(actual).map(y -> y == 0 ? 0 : 1).toArray());
  }

  int rows() {
    return targets.length;
  }

  double rmse(int[] counts) {
    return Math.sqrt(Bootstrap.mean(counts, squares));
  }

  double mae(int[] counts) {
    return Bootstrap.mean(counts, absolutes);
  }

  double mape(int[] counts) {
    return Bootstrap.mean(counts, shares) / Bootstrap.mean(counts, shared);
  }

  /** NaN where all rows drawn have one target. */
  double r2(int[] counts) {
    var mean = Bootstrap.mean(counts, targets);
    var around = 0.0;
    var allEqual = true;
    var one = Double.NaN;
    for (var row = 0; row < counts.length; row++) {
      if (counts[row] > 0) {
        var beside = targets[row] - mean;
        around += counts[row] * beside * beside;
        allEqual &= Double.isNaN(one) || targets[row] == one;
        one = targets[row];
      }
    }
    return allEqual ? Double.NaN : 1 - rows() * Bootstrap.mean(counts, squares) / around;
  }
}
