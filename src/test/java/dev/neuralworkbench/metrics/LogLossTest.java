package dev.neuralworkbench.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Expected values come from scikit-learn 1.4.2 with the same rows. */
class LogLossTest {

  @Test
  void meanNegativeLogarithmOfTheTrueClass() {
    assertEquals(
        0.6248654967267928,
        LogLoss.of(Probabilities.ofThreeClasses(), Probabilities.CLASSES),
        1e-7);
  }

  @Test
  void oneColumnIsTheProbabilityOfClassOne() {
    var scores = new float[] {0.1f, 0.4f, 0.35f, 0.8f, 0.4f, 0.4f, 0.9f, 0.05f};
    var classes = new int[] {0, 0, 1, 1, 1, 0, 1, 0};
    assertEquals(
        0.43411524427589987, LogLoss.of(new FMatrixRMaj(8, 1, true, scores), classes), 1e-7);
  }

  @Test
  void sureMistakeIsFinite() {
    var sure = new FMatrixRMaj(new float[][] {{1, 0}});
    assertEquals(23 * Math.log(2), LogLoss.of(sure, new int[] {1}), 1e-12);
    assertEquals(0, LogLoss.of(sure, new int[] {0}), 1e-6);
    assertTrue(Double.isNaN(LogLoss.of(new FMatrixRMaj(0, 2), new int[0])));
  }
}
