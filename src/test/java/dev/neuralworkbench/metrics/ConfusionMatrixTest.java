package dev.neuralworkbench.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.metrics.ClassScore.Average;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Expected values come from scikit-learn 1.4.2 with the same rows. */
class ConfusionMatrixTest {

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
    assertEquals(0.7, matrix.accuracy(), EXACT);
    assertEquals(0.6944444444444443, ClassScore.F1.of(matrix, Average.MACRO), EXACT);
  }

  @Test
  void precisionAndRecallAreNotConfused() {
    // Class 0: one of two found, all that were called 0 are 0.
    var matrix = ConfusionMatrix.of(new int[] {0, 0, 2, 2}, new int[] {0, 2, 2, 2}, 3);
    assertEquals(1, ClassScore.PRECISION.of(matrix, 0));
    assertEquals(0.5, ClassScore.RECALL.of(matrix, 0));
    assertEquals(2 / 3.0, ClassScore.PRECISION.of(matrix, 2), EXACT);
    assertEquals(1, ClassScore.RECALL.of(matrix, 2));
    assertEquals(2 / 3.0, ClassScore.F1.of(matrix, 0), EXACT);
  }

  @Test
  void classThatDoesNotOccurIsLeftOutOfTheMeans() {
    var matrix = ConfusionMatrix.of(new int[] {0, 0, 2, 2}, new int[] {0, 2, 2, 2}, 3);
    assertEquals(0, ClassScore.PRECISION.of(matrix, 1));
    assertEquals(0.8333333333333333, ClassScore.PRECISION.of(matrix, Average.MACRO), EXACT);
    assertEquals(0.75, ClassScore.RECALL.of(matrix, Average.MACRO), EXACT);
    assertEquals(0.7333333333333334, ClassScore.F1.of(matrix, Average.MACRO), EXACT);
  }

  /** Class 1 has a row and is never predicted, class 3 the other way round, class 4 neither. */
  @Test
  void whatIsZeroDividedByZeroIsToldFromAScoreOfZero() {
    var matrix = ConfusionMatrix.of(new int[] {0, 1, 2, 2}, new int[] {0, 0, 2, 3}, 5);
    assertTrue(
        ClassScore.PRECISION.exists(matrix, 0)
            && ClassScore.RECALL.exists(matrix, 0)
            && ClassScore.F1.exists(matrix, 0));
    assertTrue(
        !ClassScore.PRECISION.exists(matrix, 1)
            && ClassScore.RECALL.exists(matrix, 1)
            && ClassScore.F1.exists(matrix, 1));
    assertTrue(
        ClassScore.PRECISION.exists(matrix, 3)
            && !ClassScore.RECALL.exists(matrix, 3)
            && ClassScore.F1.exists(matrix, 3));
    assertTrue(
        !ClassScore.PRECISION.exists(matrix, 4)
            && !ClassScore.RECALL.exists(matrix, 4)
            && !ClassScore.F1.exists(matrix, 4));
  }

  /** As scikit-learn's zero_division=nan; precision, recall and F1 count it as 0. */
  @Test
  void aClassThatAllRowsAreOfIsLeftOutOfTheMeanSpecificity() {
    var perfect = ConfusionMatrix.of(new int[] {1, 1, 1}, new int[] {1, 1, 1}, 2);
    assertTrue(Double.isNaN(ClassScore.SPECIFICITY.of(perfect, Average.MACRO)));
    assertTrue(Double.isNaN(ClassScore.SPECIFICITY.of(perfect, Average.WEIGHTED)));
    assertEquals(1, ClassScore.SPECIFICITY.of(perfect, Average.MICRO));
    assertEquals(1, ClassScore.RECALL.of(perfect, Average.MACRO));
    var wrong = ConfusionMatrix.of(new int[] {1, 1, 1, 1}, new int[] {1, 1, 1, 0}, 3);
    assertEquals(0.75, ClassScore.SPECIFICITY.of(wrong, Average.MACRO));
    assertEquals(0.375, ClassScore.RECALL.of(wrong, Average.MACRO));
    assertEquals(0.5, ClassScore.PRECISION.of(wrong, Average.MACRO));
  }

  @Test
  void withoutRowsThereIsNoAccuracy() {
    var matrix = ConfusionMatrix.of(new int[0], new int[0], 2);
    assertTrue(Double.isNaN(matrix.accuracy()));
    assertTrue(Double.isNaN(ClassScore.F1.of(matrix, Average.MACRO)));
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
