package dev.neuralworkbench.metrics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rows in the order of a falling score, sorted once for all weights that they are counted with.
 * Rows of equal score cross every threshold together. Immutable.
 */
public final class RankedRows {

  final int[] order;
  private final int[] ofPositive; // all bits of a positive row, none of another
  private final boolean[] lastOfScore;

  /**
   * Sorts.
   *
   * @param scores larger for rows more likely positive; not NaN. Not modified.
   * @param positive whether each row is positive. Not modified.
   */
  public RankedRows(double[] scores, boolean[] positive) {
    Lengths.requireEqual(positive.length, scores.length);
    order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(row -> -scores[row]))
            .mapToInt(row -> row)
            .toArray();
    ofPositive = new int[order.length];
    lastOfScore = new boolean[order.length];
    for (var i = 0; i < order.length; i++) {
      ofPositive[i] = positive[order[i]] ? -1 : 0;
      lastOfScore[i] = i == order.length - 1 || scores[order[i]] != scores[order[i + 1]];
    }
  }

  boolean isPositive(int position) {
    return ofPositive[position] != 0;
  }

  boolean isLastOfScore(int position) {
    return lastOfScore[position];
  }

  /**
   * Both areas.
   *
   * @param roc below the ROC curve, by trapezoids: {@link RocCurve#area}
   * @param averagePrecision {@link PrecisionRecallCurve#averagePrecision}
   */
  public record Areas(double roc, double averagePrecision) {}

  /**
   * The areas of rows that count with weights.
   *
   * @param weights of each row, 0 or more. Not modified.
   * @return the first NaN unless both kinds have weight, the second unless the positive rows have
   */
  public Areas areas(int[] weights) {
    var roc = 0.0;
    var steps = 0.0;
    var right = 0;
    var wrong = 0;
    var rightBefore = 0;
    var wrongBefore = 0;
    // Without a branch on the kind of a row, which no processor could foresee.
    for (var i = 0; i < order.length; i++) {
      var weight = weights[order[i]];
      var counted = weight & ofPositive[i];
      right += counted;
      wrong += weight - counted;
      if (lastOfScore[i]) {
        roc += (wrong - wrongBefore) * ((double) right + rightBefore);
        steps += (right - rightBefore) * (right / Math.max(1.0, right + wrong));
        rightBefore = right;
        wrongBefore = wrong;
      }
    }
    return new Areas(
        right == 0 || wrong == 0 ? Double.NaN : roc / 2 / right / wrong,
        right == 0 ? Double.NaN : steps / right);
  }
}
