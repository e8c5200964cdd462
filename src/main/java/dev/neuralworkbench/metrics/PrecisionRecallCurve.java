package dev.neuralworkbench.metrics;

import java.util.Arrays;

/**
 * Precision against recall of a score: for every threshold, which share of the rows at or above it
 * is positive, and which share of the positive rows lies there. Rows of equal score cross together.
 * Its arrays have a number for each different score, and are not to be modified.
 *
 * @param recalls rising; NaN without positive rows
 * @param precisions 0 where only other rows lie above
 * @param thresholds falling
 */
@SuppressWarnings("ArrayRecordComponent") // As many as rows; nobody compares them.
public record PrecisionRecallCurve(double[] recalls, double[] precisions, double[] thresholds) {

  /**
   * The curve of a score, such as the log odds of one class against the others.
   *
   * @param scores larger for rows more likely positive; not NaN. Not modified.
   * @param positive whether each row is positive. Not modified.
   */
  public static PrecisionRecallCurve of(double[] scores, boolean[] positive) {
    var ranked = new RankedRows(scores, positive);
    var recalls = new double[scores.length];
    var precisions = new double[scores.length];
    var thresholds = new double[scores.length];
    var points = 0;
    var right = 0;
    for (var i = 0; i < scores.length; i++) {
      right += ranked.isPositive(i) ? 1 : 0;
      if (ranked.isLastOfScore(i)) {
        recalls[points] = right;
        precisions[points] = right / (i + 1.0);
        thresholds[points] = scores[ranked.order[i]];
        points++;
      }
    }
    for (var i = 0; i < points; i++) {
      recalls[i] /= right;
    }
    return new PrecisionRecallCurve(
        Arrays.copyOf(recalls, points),
        Arrays.copyOf(precisions, points),
        Arrays.copyOf(thresholds, points));
  }

  public int points() {
    return thresholds.length;
  }

  /**
   * Σ (recall(i) − recall(i − 1)) · precision(i), the area below the curve drawn in steps, as
   * scikit-learn has it: lines between the points would promise precisions that no threshold has.
   * NaN without positive rows.
   */
  public double averagePrecision() {
    var sum = points() == 0 ? Double.NaN : 0.0;
    for (var i = 0; i < points(); i++) {
      sum += (recalls[i] - (i == 0 ? 0 : recalls[i - 1])) * precisions[i];
    }
    return sum;
  }
}
