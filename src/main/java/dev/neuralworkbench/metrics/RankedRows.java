package dev.neuralworkbench.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;

/**
 * Rows by a score, sorted once for all weights that they are counted with. Rows of equal score
 * cross every threshold together; −0 and 0 are one score. Immutable.
 */
public final class RankedRows {

  private final double[] thresholds; // infinite, then each score once, falling
  private final int[] places; // of each row, twice that of its score, and 1 more if positive

  /**
   * Sorts.
   *
   * @param scores larger for rows more likely positive; not NaN. Not modified.
   * @param positive whether each row is positive. Not modified.
   */
  public RankedRows(double[] scores, boolean[] positive) {
    Lengths.requireEqual(positive.length, scores.length);
    var rising = Arrays.stream(scores).map(score -> 0.0 - score).sorted().toArray();
    var different = 0;
    for (var i = 0; i < rising.length; i++) {
      if (i == 0 || rising[i] != rising[different - 1]) {
        rising[different++] = rising[i];
      }
    }
    thresholds = new double[different + 1];
    thresholds[0] = Double.POSITIVE_INFINITY;
    for (var i = 0; i < different; i++) {
      thresholds[i + 1] = 0.0 - rising[i];
    }
    places = new int[scores.length];
    for (var row = 0; row < places.length; row++) {
      var point = Arrays.binarySearch(rising, 0, different, 0.0 - scores[row]) + 1;
      places[row] = 2 * point + (positive[row] ? 1 : 0);
    }
  }

  /**
   * The rows of one class against all others.
   *
   * @param scores larger for rows more likely of the class, such as {@link LogOdds}, (rows ×
   *     classes), or (rows × 1) with the score of class 1 of two. Not modified.
   * @param actual true class of each row. Not modified.
   * @param positive the class whose score is looked at
   */
  public static RankedRows of(DMatrixRMaj scores, int[] actual, int positive) {
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
    return new RankedRows(ofPositive, isPositive);
  }

  /** What the thresholds come to. */
  public ThresholdCurve curve() {
    var once = new int[places.length];
    Arrays.fill(once, 1);
    return curve(once);
  }

  /** The same of rows that count several times, or not at all: {@code times} each. */
  public ThresholdCurve curve(int[] times) {
    var ofBoth = new int[2 * thresholds.length];
    for (var row = 0; row < places.length; row++) {
      ofBoth[places[row]] += times[row];
    }
    var truePositives = new int[thresholds.length];
    var falsePositives = new int[thresholds.length];
    for (var i = 1; i < thresholds.length; i++) {
      falsePositives[i] = falsePositives[i - 1] + ofBoth[2 * i];
      truePositives[i] = truePositives[i - 1] + ofBoth[2 * i + 1];
    }
    return new ThresholdCurve(thresholds, falsePositives, truePositives);
  }

  /** Positions of the rows that rank at a threshold or above, those of the largest score first. */
  public List<Integer> atLeast(double threshold) {
    return IntStream.range(0, places.length)
        .filter(row -> thresholds[places[row] / 2] >= threshold)
        .boxed()
        .sorted(Comparator.comparingInt(row -> places[row] / 2))
        .toList();
  }
}
