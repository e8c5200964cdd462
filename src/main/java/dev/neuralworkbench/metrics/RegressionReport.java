package dev.neuralworkbench.metrics;

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
    Lengths.requireEqual(actual.length, predicted.length);
    var mean = 0.0;
    for (var value : actual) {
      mean += value / actual.length;
    }
    var squares = 0.0;
    var absolutes = 0.0;
    var total = 0.0;
    var shares = 0.0;
    var zeros = 0;
    var allEqual = true;
    for (var row = 0; row < actual.length; row++) {
      var error = predicted[row] - actual[row];
      squares += error * error;
      absolutes += Math.abs(error);
      if (actual[row] == 0) {
        zeros++;
      } else {
        shares += Math.abs(error / actual[row]);
      }
      total += (actual[row] - mean) * (actual[row] - mean);
      allEqual &= actual[row] == actual[0];
    }
    return new RegressionReport(
        actual.length,
        squares / actual.length,
        absolutes / actual.length,
        allEqual ? Double.NaN : 1 - squares / total,
        shares / (actual.length - zeros),
        zeros);
  }

  public double rmse() {
    return Math.sqrt(mse);
  }
}
