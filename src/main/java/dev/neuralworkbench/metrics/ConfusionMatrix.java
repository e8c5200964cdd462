package dev.neuralworkbench.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many rows of each class were predicted as which class: n(actual, predicted). Rows that were
 * predicted as none are counted apart; they are rows of their class that were not found. Its arrays
 * are not to be modified.
 *
 * @param counts of all pairs, actual · classes + predicted
 * @param withoutAnswer of each class the rows that were predicted as none
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
public record ConfusionMatrix(int classes, int[] counts, int[] withoutAnswer) {

  /**
   * Counts.
   *
   * @param actual true class of each row. Not modified.
   * @param predicted predicted class of each row, or {@link PredictedClasses#NONE}. Not modified.
   * @param classes number of classes
   * @throws IllegalArgumentException if the lengths differ or a class is outside 0 … classes − 1
   */
  public static ConfusionMatrix of(int[] actual, int[] predicted, int classes) {
    var once = new int[actual.length];
    Arrays.fill(once, 1);
    return of(actual, predicted, once, classes);
  }

  /** The same of rows that count several times, or not at all: {@code times} each. */
  public static ConfusionMatrix of(int[] actual, int[] predicted, int[] times, int classes) {
    Lengths.requireEqual(actual.length, predicted.length);
    var counts = new int[Math.multiplyExact(classes, classes)];
    var unanswered = new int[classes];
    for (var row = 0; row < actual.length; row++) {
      var none = predicted[row] == PredictedClasses.NONE;
      if (Math.min(actual[row], none ? 0 : predicted[row]) < 0
          || Math.max(actual[row], predicted[row]) >= classes) {
        throw new IllegalArgumentException(
            "expected classes below %d, received %d and %d"
                .formatted(classes, actual[row], predicted[row]));
      }
      if (none) {
        unanswered[actual[row]] += times[row];
      } else {
        counts[actual[row] * classes + predicted[row]] += times[row];
      }
    }
    return new ConfusionMatrix(classes, counts, unanswered);
  }

  /** Rows of class {@code actual} that were predicted as class {@code predicted}. */
  public int count(int actual, int predicted) {
    return counts[actual * classes + predicted];
  }

  public int rows() {
    return IntStream.of(counts).sum() + unanswered();
  }

  /** Rows that were predicted as no class. */
  public int unanswered() {
    return IntStream.of(withoutAnswer).sum();
  }

  /** Rows that were predicted as what they are: Σ n(c, c). */
  public int correct() {
    return IntStream.range(0, classes).map(c -> count(c, c)).sum();
  }

  /** Rows of the class, whatever they were predicted as: Σⱼ n(c, j), and those without answer. */
  public int support(int actual) {
    return IntStream.range(0, classes).map(predicted -> count(actual, predicted)).sum()
        + withoutAnswer[actual];
  }

  /** Rows predicted as the class, whatever they are: Σᵢ n(i, c). */
  public int predicted(int predicted) {
    return IntStream.range(0, classes).map(actual -> count(actual, predicted)).sum();
  }

  /** Share of the rows that are right; NaN without rows. */
  public double accuracy() {
    return correct() / (double) rows();
  }

  /**
   * Matthews' correlation of true and predicted classes, of any number of them (Gorodkin,
   * "Comparing two K-category assignments by a K-category correlation coefficient", 2004): with
   * t(c) rows of class c, p(c) predicted as such, r right of n, (r n − Σ p t) / √((n² − Σ p²) (n² −
   * Σ t²)). Rows predicted as none are a class of their own among the predicted. 0 where only one
   * class occurs or was predicted, as scikit-learn has it; NaN without rows.
   */
  public double matthews() {
    double n = rows();
    var together = correct() * n;
    var ofPredicted = n * n - (double) unanswered() * unanswered();
    var ofActual = n * n;
    for (var c = 0; c < classes; c++) {
      double t = support(c);
      double p = predicted(c);
      together -= p * t;
      ofPredicted -= p * p;
      ofActual -= t * t;
    }
    return n == 0
        ? Double.NaN
        : ofPredicted == 0 || ofActual == 0
            ? 0
            : together / (Math.sqrt(ofPredicted) * Math.sqrt(ofActual));
  }
}
