package dev.neuralworkbench.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Expected values come from scikit-learn 1.4.2 with the same rows. */
class ClassificationReportTest {

  private static final double EXACT = 1e-15;

  @Test
  void confusionCountsActualByPredicted() {
    var matrix =
        ConfusionMatrix.of(
            new int[] {0, 0, 1, 1, 2, 2, 2, 1, 0, 2}, new int[] {0, 1, 1, 1, 2, 0, 2, 2, 0, 2}, 3);
    var expected = new int[][] {{2, 1, 0}, {0, 2, 1}, {1, 0, 3}};
    for (var actual = 0; actual < 3; actual++) {
      for (var predicted = 0; predicted < 3; predicted++) {
        assertEquals(expected[actual][predicted], matrix.count(actual, predicted));
      }
    }
    assertEquals(10, matrix.rows());
    assertEquals(7, matrix.correct());
    assertEquals(0.7, new ClassificationReport(matrix).accuracy(), EXACT);
    assertEquals(0.6944444444444443, new ClassificationReport(matrix).macroF1(), EXACT);
  }

  @Test
  void precisionAndRecallAreNotConfused() {
    // Class 0: one of two found, all that were called 0 are 0.
    var report = ClassificationReport.of(new int[] {0, 0, 2, 2}, new int[] {0, 2, 2, 2}, 3);
    assertEquals(1, report.precision(0));
    assertEquals(0.5, report.recall(0));
    assertEquals(2 / 3.0, report.precision(2), EXACT);
    assertEquals(1, report.recall(2));
    assertEquals(2 / 3.0, report.f1(0), EXACT);
  }

  @Test
  void classThatDoesNotOccurIsLeftOutOfTheMeans() {
    var report = ClassificationReport.of(new int[] {0, 0, 2, 2}, new int[] {0, 2, 2, 2}, 3);
    assertEquals(0, report.precision(1));
    assertEquals(0.8333333333333333, report.macroPrecision(), EXACT);
    assertEquals(0.75, report.macroRecall(), EXACT);
    assertEquals(0.7333333333333334, report.macroF1(), EXACT);
  }

  /** Class 1 has a row and is never predicted, class 3 the other way round, class 4 neither. */
  @Test
  void whatIsZeroDividedByZeroIsToldFromAScoreOfZero() {
    var report = ClassificationReport.of(new int[] {0, 1, 2, 2}, new int[] {0, 0, 2, 3}, 5);
    assertTrue(report.hasPrecision(0) && report.hasRecall(0) && report.hasF1(0));
    assertTrue(!report.hasPrecision(1) && report.hasRecall(1) && report.hasF1(1));
    assertTrue(report.hasPrecision(3) && !report.hasRecall(3) && report.hasF1(3));
    assertTrue(!report.hasPrecision(4) && !report.hasRecall(4) && !report.hasF1(4));
  }

  @Test
  void withoutRowsThereIsNoAccuracy() {
    var report = ClassificationReport.of(new int[0], new int[0], 2);
    assertTrue(Double.isNaN(report.accuracy()));
    assertTrue(Double.isNaN(report.macroF1()));
  }

  @Test
  void classesOutsideAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> ConfusionMatrix.of(new int[] {0, 2}, new int[] {0, 1}, 2));
    assertThrows(
        IllegalArgumentException.class, () -> ConfusionMatrix.of(new int[] {0}, new int[2], 2));
  }

  @Test
  void largestScoreIsPredictedAndTheThresholdIsClassZero() {
    var scores = new DMatrixRMaj(new double[][] {{0.2, 0.5, 0.3}, {0.4, 0.2, 0.4}});
    assertArrayEquals(new int[] {1, 0}, PredictedClasses.of(scores, 0));
    var single = new DMatrixRMaj(new double[][] {{0.5}, {0.51}, {0.1}});
    assertArrayEquals(new int[] {0, 1, 0}, PredictedClasses.of(single, 0.5));
    var logits = new DMatrixRMaj(new double[][] {{0}, {0.01}, {-3}});
    assertArrayEquals(new int[] {0, 1, 0}, PredictedClasses.of(logits, 0));
  }
}
