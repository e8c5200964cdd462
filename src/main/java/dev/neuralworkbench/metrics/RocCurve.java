package dev.neuralworkbench.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * The receiver operating characteristic of a score: for every threshold, the share of the other
 * rows that lie at or above it (false positives) against the share of the positive rows that do.
 * Rows of equal score cross the threshold together, so a tie is a slanted line and counts one half.
 * Its arrays have a number for each point, and are not to be modified.
 *
 * @param falsePositives share of the other rows at or above the threshold; NaN if there are none
 * @param truePositives share of the positive rows at or above it; NaN if there are none
 * @param thresholds falling; infinite at the start
 */
@SuppressWarnings("ArrayRecordComponent") // As many as rows; nobody compares them.
public record RocCurve(double[] falsePositives, double[] truePositives, double[] thresholds) {

  /**
   * The curve of one class against all others.
   *
   * @param scores larger for rows more likely of the class, such as {@link LogOdds}, (rows ×
   *     classes), or (rows × 1) with the score of class 1 of two. Not modified.
   * @param actual true class of each row. Not modified.
   * @param positive the class whose score is looked at
   */
  public static RocCurve of(DMatrixRMaj scores, int[] actual, int positive) {
    Lengths.requireEqual(actual.length, scores.numRows);
    var ofPositive = new double[actual.length];
    var isPositive = new boolean[actual.length];
    for (var row = 0; row < actual.length; row++) {
      ofPositive[row] =
          scores.numCols == 1
              ? (positive == 1 ? scores.data[row] : -scores.data[row])
              : scores.data[row * scores.numCols + positive];
      isPositive[row] = actual[row] == positive;
    }
    return of(ofPositive, isPositive);
  }

  /**
   * The curve of a score.
   *
   * @param scores larger for rows more likely positive; not NaN. Not modified.
   * @param positive whether each row is positive. Not modified.
   */
  public static RocCurve of(double[] scores, boolean[] positive) {
    Lengths.requireEqual(positive.length, scores.length);
    var mine = rising(scores, positive, true);
    var others = rising(scores, positive, false);
    var falsePositives = new double[scores.length + 1];
    var truePositives = new double[scores.length + 1];
    var thresholds = new double[scores.length + 1];
    thresholds[0] = Double.POSITIVE_INFINITY;
    var points = 1;
    var left = mine.length; // rows whose score is below the threshold
    var leftOthers = others.length;
    while (left + leftOthers > 0) {
      var score = Math.max(last(mine, left), last(others, leftOthers));
      while (left > 0 && Double.compare(last(mine, left), score) == 0) {
        left--;
      }
      while (leftOthers > 0 && Double.compare(last(others, leftOthers), score) == 0) {
        leftOthers--;
      }
      truePositives[points] = (mine.length - left) / (double) mine.length;
      falsePositives[points] = (others.length - leftOthers) / (double) others.length;
      thresholds[points++] = score;
    }
    truePositives[0] = mine.length == 0 ? Double.NaN : 0;
    falsePositives[0] = others.length == 0 ? Double.NaN : 0;
    return new RocCurve(
        Arrays.copyOf(falsePositives, points),
        Arrays.copyOf(truePositives, points),
        Arrays.copyOf(thresholds, points));
  }

  /** The scores of the rows of one kind, sorted; −0 and 0 are one score. */
  static double[] rising(double[] scores, boolean[] positive, boolean wanted) {
    return IntStream.range(0, scores.length)
        .filter(row -> positive[row] == wanted)
        .mapToDouble(row -> scores[row] + 0.0)
        .sorted()
        .toArray();
  }

  private static double last(double[] rising, int count) {
    return count == 0 ? Double.NEGATIVE_INFINITY : rising[count - 1];
  }

  /**
   * Area under the curve of class 1 of two; of more classes the mean of each against the others,
   * over the classes that occur beside others.
   *
   * @param scores (rows × classes), or (rows × 1) with the score of class 1 of two. Not modified.
   * @param actual true class of each row. Not modified.
   * @return NaN if all rows are of one class
   */
  public static double area(DMatrixRMaj scores, int[] actual) {
    if (scores.numCols <= 2) {
      return of(scores, actual, 1).area();
    }
    return IntStream.range(0, scores.numCols)
        .mapToDouble(c -> of(scores, actual, c).area())
        .filter(area -> !Double.isNaN(area))
        .average()
        .orElse(Double.NaN);
  }

  /** Number of points: the different scores, and the start. */
  public int points() {
    return thresholds.length;
  }

  /**
   * Area under the curve, by trapezoids: the probability that a positive row scores above another
   * one, ties counted one half. NaN if all rows are of one kind.
   */
  public double area() {
    var area = 0.0;
    for (var i = 1; i < thresholds.length; i++) {
      area +=
          (falsePositives[i] - falsePositives[i - 1])
              * (truePositives[i] + truePositives[i - 1])
              / 2;
    }
    return thresholds.length == 1 ? Double.NaN : area;
  }
}
