package dev.neuralworkbench.metrics;

import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * What a score tells at every threshold: how many of the positive rows and of the others lie at or
 * above it. It is drawn as the receiver operating characteristic (share of the positive rows
 * against share of the others) and as precision against recall (share of positive rows among those
 * above, against the share of the positive rows). Rows of equal score cross the threshold together:
 * in the former a tie is a slanted line and counts one half. Its arrays are not to be modified.
 *
 * @param thresholds falling; infinite at the start, where no row is above
 * @param falsePositives rows at or above the threshold that are not positive
 * @param truePositives positive rows at or above it
 */
@SuppressWarnings("ArrayRecordComponent") // As many as rows; nobody compares them.
public record ThresholdCurve(double[] thresholds, int[] falsePositives, int[] truePositives) {

  /** Number of points: the different scores, and the start. */
  public int points() {
    return thresholds.length;
  }

  /** Positive rows. */
  public int positives() {
    return truePositives[points() - 1];
  }

  /** Rows that are not positive. */
  public int others() {
    return falsePositives[points() - 1];
  }

  /** Shares of the other rows; NaN if there are none. */
  public double[] fallOuts() {
    return shares(falsePositives, others());
  }

  /** Shares of the positive rows; NaN if there are none. */
  public double[] recalls() {
    return shares(truePositives, positives());
  }

  private static double[] shares(int[] counts, int of) {
    return IntStream.of(counts).mapToDouble(it -> it / (double) of).toArray();
  }

  /** Shares of positive rows among those above; 1 at the start, as scikit-learn has it. */
  public double[] precisions() {
    return IntStream.range(0, points()).mapToDouble(this::precision).toArray();
  }

  private double precision(int i) {
    var above = truePositives[i] + falsePositives[i];
    return above == 0 ? 1 : truePositives[i] / (double) above;
  }

  /**
   * Area under the ROC curve, by trapezoids: the probability that a positive row scores above
   * another one, ties counted one half. NaN if all rows are of one kind.
   */
  public double area() {
    var area = 0.0;
    for (var i = 1; i < points(); i++) {
      area +=
          (falsePositives[i] - falsePositives[i - 1])
              * ((double) truePositives[i] + truePositives[i - 1]);
    }
    return positives() == 0 || others() == 0 ? Double.NaN : area / 2 / positives() / others();
  }

  /**
   * Σ (recall(i) − recall(i − 1)) · precision(i), the area below the curve of precision drawn in
   * steps, as scikit-learn has it: lines between the points would promise precisions that no
   * threshold has. NaN without positive rows.
   */
  public double averagePrecision() {
    var sum = 0.0;
    for (var i = 1; i < points(); i++) {
      sum += (truePositives[i] - truePositives[i - 1]) * precision(i);
    }
    return positives() == 0 ? Double.NaN : sum / positives();
  }

  /**
   * Area under the ROC curve of class 1 of two; of more classes the mean of each against the
   * others, over the classes that occur beside others.
   *
   * @param scores (rows × classes), or (rows × 1) with the score of class 1 of two. Not modified.
   * @param actual true class of each row. Not modified.
   * @return NaN if all rows are of one class
   */
  public static double area(DMatrixRMaj scores, int[] actual) {
    return (scores.numCols <= 2 ? IntStream.of(1) : IntStream.range(0, scores.numCols))
        .mapToDouble(c -> RankedRows.of(scores, actual, c).curve().area())
        .filter(area -> !Double.isNaN(area))
        .average()
        .orElse(Double.NaN);
  }
}
