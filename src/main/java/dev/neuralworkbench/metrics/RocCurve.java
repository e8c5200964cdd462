package dev.neuralworkbench.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ejml.data.FMatrixRMaj;

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
  public static RocCurve of(FMatrixRMaj scores, int[] actual, int positive) {
    Lengths.requireEqual(actual.length, scores.numRows);
    var ofPositive = new float[actual.length];
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
  public static RocCurve of(float[] scores, boolean[] positive) {
    Lengths.requireEqual(positive.length, scores.length);
    var order = byFallingScore(scores);
    var points = 1;
    for (var i = 0; i < order.length; i++) {
      points += isLastOfItsScore(scores, order, i) ? 1 : 0;
    }
    var falsePositives = new double[points];
    var truePositives = new double[points];
    var thresholds = new double[points];
    thresholds[0] = Double.POSITIVE_INFINITY;
    var point = 0;
    var positives = 0;
    for (var i = 0; i < order.length; i++) {
      positives += positive[order[i]] ? 1 : 0;
      if (isLastOfItsScore(scores, order, i)) {
        point++;
        truePositives[point] = positives;
        falsePositives[point] = i + 1 - positives;
        thresholds[point] = scores[order[i]];
      }
    }
    divide(truePositives, positives);
    divide(falsePositives, order.length - positives);
    return new RocCurve(falsePositives, truePositives, thresholds);
  }

  /** Rows by falling score, sorted as pairs of score and row in one long each. */
  private static int[] byFallingScore(float[] scores) {
    var pairs = new long[scores.length];
    for (var row = 0; row < scores.length; row++) {
      // Adding zero makes −0 and 0 one score. Bits of negative floats are turned to rise as they
      // do.
      var bits = Float.floatToIntBits(scores[row] + 0f);
      var rising = bits ^ ((bits >> 31) & Integer.MAX_VALUE);
      pairs[row] = ((long) ~rising << 32) | row;
    }
    Arrays.sort(pairs);
    return LongStream.of(pairs).mapToInt(pair -> (int) pair).toArray();
  }

  private static boolean isLastOfItsScore(float[] scores, int[] order, int i) {
    return i == order.length - 1 || scores[order[i]] != scores[order[i + 1]];
  }

  private static void divide(double[] counts, int whole) {
    Arrays.setAll(counts, i -> counts[i] / whole);
  }

  /**
   * Area under the curve of class 1 of two; of more classes the mean of each against the others,
   * over the classes that occur beside others.
   *
   * @param scores (rows × classes), or (rows × 1) with the score of class 1 of two. Not modified.
   * @param actual true class of each row. Not modified.
   * @return NaN if all rows are of one class
   */
  public static double area(FMatrixRMaj scores, int[] actual) {
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
