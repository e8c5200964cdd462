package dev.neuralworkbench.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Scores of predicted numbers ŷ against targets y, in the units of the targets.
 *
 * @param rows number of rows
 * @param mse mean squared error, 1/n Σ (ŷ − y)²
 * @param mae mean absolute error, 1/n Σ |ŷ − y|
 * @param r2 share of the variance that is explained, 1 − Σ (ŷ − y)² / Σ (y − ȳ)²; NaN if all
 *     targets are equal
 * @param mape mean absolute percentage error, 1/n Σ |ŷ − y| / |y| over the n rows whose target is
 *     not 0, as a share; NaN if all are 0
 * @param zeros rows whose target is 0, which have no percentage
 */
public record RegressionReport(
    int rows, double mse, double mae, double r2, double mape, int zeros) {

  /**
   * The report of some predictions; of no rows, all NaN.
   *
   * @param actual targets. Not modified.
   * @param predicted predictions. Not modified.
   */
  public static RegressionReport of(double[] actual, double[] predicted) {
    var once = new int[actual.length];
    Arrays.fill(once, 1);
    return of(actual, predicted, once);
  }

  /** The same of rows that count several times, or not at all: {@code times} each. */
  public static RegressionReport of(double[] actual, double[] predicted, int[] times) {
    Lengths.requireEqual(actual.length, predicted.length);
    var rows = IntStream.of(times).sum();
    var mean = 0.0;
    for (var row = 0; row < actual.length; row++) {
      mean += times[row] * (actual[row] / rows);
    }
    var squares = 0.0;
    var absolutes = 0.0;
    var total = 0.0;
    var shares = 0.0;
    var zeros = 0;
    var least = Double.POSITIVE_INFINITY;
    var greatest = Double.NEGATIVE_INFINITY;
    for (var row = 0; row < actual.length; row++) {
      var count = times[row];
      if (count > 0) {
        var error = predicted[row] - actual[row];
        squares += count * error * error;
        absolutes += count * Math.abs(error);
        if (actual[row] == 0) {
          zeros += count;
        } else {
          shares += count * Math.abs(error / actual[row]);
        }
        total += count * (actual[row] - mean) * (actual[row] - mean);
        least = Math.min(least, actual[row]);
        greatest = Math.max(greatest, actual[row]);
      }
    }
    return new RegressionReport(
        rows,
        squares / rows,
        absolutes / rows,
        least == greatest ? Double.NaN : 1 - squares / total,
        shares / (rows - zeros),
        zeros);
  }

  public double rmse() {
    return Math.sqrt(mse);
  }
}
