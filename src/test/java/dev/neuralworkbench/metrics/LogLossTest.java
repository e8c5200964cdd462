package dev.neuralworkbench.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/**
 * Expected values of probabilities come from scikit-learn 1.4.2 with the same rows, those of logits
 * from NumPy's {@code logaddexp.reduce}.
 */
class LogLossTest {

  private static double ofLogits(DMatrixRMaj logits, int[] actual) {
    return mean(actual, row -> LogLoss.ofRow(logits, row, actual[row]));
  }

  /** One column is that of class 1. */
  private static double ofProbabilities(DMatrixRMaj all, int[] actual) {
    return mean(
        actual,
        row -> {
          var p = all.numCols > 1 ? all.get(row, actual[row]) : all.data[row];
          return LogLoss.ofProbability(all.numCols > 1 || actual[row] == 1 ? p : 1 - p);
        });
  }

  private static double mean(int[] actual, IntToDoubleFunction ofRow) {
    return IntStream.range(0, actual.length).mapToDouble(ofRow).average().orElse(Double.NaN);
  }

  @Test
  void meanNegativeLogarithmOfTheTrueClass() {
    var probabilities = Probabilities.ofThreeClasses();
    assertEquals(0.6248654967267928, ofProbabilities(probabilities, Probabilities.CLASSES), 1e-7);
    var logits = probabilities.copy();
    for (var i = 0; i < logits.data.length; i++) {
      logits.data[i] = (float) Math.log(logits.data[i]) + 40;
    }
    assertEquals(0.6248654967267928, ofLogits(logits, Probabilities.CLASSES), 1e-6);
  }

  @Test
  void oneColumnIsOfClassOne() {
    var scores = new double[] {0.1, 0.4, 0.35, 0.8, 0.4, 0.4, 0.9, 0.05};
    var classes = new int[] {0, 0, 1, 1, 1, 0, 1, 0};
    var probabilities = new DMatrixRMaj(8, 1, true, scores);
    assertEquals(0.43411524427589987, ofProbabilities(probabilities, classes), 1e-7);
    var logits = new DMatrixRMaj(8, 1);
    for (var i = 0; i < 8; i++) {
      logits.data[i] = (float) Math.log(scores[i] / (1 - scores[i]));
    }
    assertEquals(0.43411524427589987, ofLogits(logits, classes), 1e-7);
  }

  /** np.logaddexp(0, ∓z) of z = 90 and −30; −z_a + np.logaddexp.reduce(z). */
  @Test
  void sureMistakeCountsInFull() {
    assertEquals(90, ofLogits(new DMatrixRMaj(1, 1, true, 90), new int[] {0}), 1e-12);
    var wrong = ofLogits(new DMatrixRMaj(1, 1, true, -30), new int[] {1});
    assertEquals(30.000000000000092, wrong, 1e-13);
    var right = ofLogits(new DMatrixRMaj(1, 1, true, 90), new int[] {1});
    assertEquals(8.194012623990515e-40, right, 1e-52);
    var three = new DMatrixRMaj(new double[][] {{500, 0, 450}});
    assertEquals(500, ofLogits(three, new int[] {1}), 1e-12);
    assertEquals(50, ofLogits(three, new int[] {2}), 1e-12);
    assertEquals(1.9287498479639178e-22, ofLogits(three, new int[] {0}), 1e-34);
  }

  @Test
  void probabilityIsKnownToTheSpacingOfDoubles() {
    var sure = new DMatrixRMaj(new double[][] {{1, 0}});
    assertEquals(52 * Math.log(2), ofProbabilities(sure, new int[] {1}), 1e-12);
    assertEquals(0, ofProbabilities(sure, new int[] {0}));
  }
}
