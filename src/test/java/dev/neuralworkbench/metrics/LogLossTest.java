package dev.neuralworkbench.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/**
 * Expected values of probabilities come from scikit-learn 1.4.2 with the same rows, those of logits
 * from NumPy's {@code logaddexp.reduce}.
 */
class LogLossTest {

  @Test
  void meanNegativeLogarithmOfTheTrueClass() {
    var probabilities = Probabilities.ofThreeClasses();
    assertEquals(
        0.6248654967267928, LogLoss.ofProbabilities(probabilities, Probabilities.CLASSES), 1e-7);
    var logits = probabilities.copy();
    for (var i = 0; i < logits.data.length; i++) {
      logits.data[i] = (float) Math.log(logits.data[i]) + 40;
    }
    assertEquals(0.6248654967267928, LogLoss.of(logits, Probabilities.CLASSES), 1e-6);
  }

  @Test
  void oneColumnIsOfClassOne() {
    var scores = new double[] {0.1, 0.4, 0.35, 0.8, 0.4, 0.4, 0.9, 0.05};
    var classes = new int[] {0, 0, 1, 1, 1, 0, 1, 0};
    var probabilities = new DMatrixRMaj(8, 1, true, scores);
    assertEquals(0.43411524427589987, LogLoss.ofProbabilities(probabilities, classes), 1e-7);
    var logits = new DMatrixRMaj(8, 1);
    for (var i = 0; i < 8; i++) {
      logits.data[i] = (float) Math.log(scores[i] / (1 - scores[i]));
    }
    assertEquals(0.43411524427589987, LogLoss.of(logits, classes), 1e-7);
  }

  /** np.logaddexp(0, ∓z) of z = 90 and −30; −z_a + np.logaddexp.reduce(z). */
  @Test
  void sureMistakeCountsInFull() {
    assertEquals(90, LogLoss.of(new DMatrixRMaj(1, 1, true, 90), new int[] {0}), 1e-12);
    var wrong = LogLoss.of(new DMatrixRMaj(1, 1, true, -30), new int[] {1});
    assertEquals(30.000000000000092, wrong, 1e-13);
    var right = LogLoss.of(new DMatrixRMaj(1, 1, true, 90), new int[] {1});
    assertEquals(8.194012623990515e-40, right, 1e-52);
    var three = new DMatrixRMaj(new double[][] {{500, 0, 450}});
    assertEquals(500, LogLoss.of(three, new int[] {1}), 1e-12);
    assertEquals(50, LogLoss.of(three, new int[] {2}), 1e-12);
    assertEquals(1.9287498479639178e-22, LogLoss.of(three, new int[] {0}), 1e-34);
  }

  @Test
  void probabilityIsKnownToTheSpacingOfDoubles() {
    var sure = new DMatrixRMaj(new double[][] {{1, 0}});
    assertEquals(52 * Math.log(2), LogLoss.ofProbabilities(sure, new int[] {1}), 1e-12);
    assertEquals(0, LogLoss.ofProbabilities(sure, new int[] {0}));
  }

  @Test
  void withoutRowsThereIsNone() {
    assertTrue(Double.isNaN(LogLoss.of(new DMatrixRMaj(0, 2), new int[0])));
    assertTrue(Double.isNaN(LogLoss.ofProbabilities(new DMatrixRMaj(0, 2), new int[0])));
  }
}
