package dev.neuralworkbench.nn.function;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Values worked out by hand: two rows of two outputs. */
class LossTest {

  private static final float[] OUTPUTS = {1, -2, 0, 3};
  private static final float[] TARGETS = {0, 1, 0.5f, 3};

  @Test
  void squaredErrorIsAveragedOverOutputs() {
    // Errors 1, −3, −1/2, 0.
    assertEquals((1 + 9) / 2.0 + 0.25 / 2, sum(Loss.MEAN_SQUARED_ERROR, OUTPUTS, TARGETS));
    assertGradient(Loss.MEAN_SQUARED_ERROR, 2 / 4f, -6 / 4f, -1 / 4f, 0);
  }

  @Test
  void absoluteErrorIsAveragedOverOutputs() {
    assertEquals((1 + 3) / 2.0 + 0.5 / 2, sum(Loss.MEAN_ABSOLUTE_ERROR, OUTPUTS, TARGETS));
    assertGradient(Loss.MEAN_ABSOLUTE_ERROR, 1 / 4f, -1 / 4f, -1 / 4f, 0);
  }

  @Test
  void huberSquaresSmallErrorsOnly() {
    assertEquals((0.5 + 2.5) / 2 + 0.125 / 2, sum(Loss.HUBER, OUTPUTS, TARGETS));
    assertGradient(Loss.HUBER, 1 / 4f, -1 / 4f, -0.5f / 4, 0);
  }

  @Test
  void binaryCrossEntropyIsTheSurpriseAtTheTruth() {
    // σ(0) = 1/2 for both; σ(log 3) = 3/4.
    var outputs = new float[] {0, 0, (float) StrictMath.log(3), (float) StrictMath.log(3)};
    var targets = new float[] {0, 1, 1, 0};
    var expected = StrictMath.log(2) + (-StrictMath.log(0.75) - StrictMath.log(0.25)) / 2;
    assertEquals(expected, sum(Loss.BINARY_CROSS_ENTROPY, outputs, targets), 1e-7);
    assertArrayEquals(
        new float[] {0.5f / 4, -0.5f / 4, -0.25f / 4, 0.75f / 4},
        gradient(Loss.BINARY_CROSS_ENTROPY, outputs, targets),
        1e-7f);
  }

  @Test
  void categoricalCrossEntropyIsSummedOverClasses() {
    // softmax(0, 0) = (1/2, 1/2); softmax(log 3, 0) = (3/4, 1/4).
    var outputs = new float[] {0, 0, (float) StrictMath.log(3), 0};
    var targets = new float[] {0, 1, 1, 0};
    assertEquals(
        StrictMath.log(2) - StrictMath.log(0.75),
        sum(Loss.CATEGORICAL_CROSS_ENTROPY, outputs, targets),
        1e-7);
    assertArrayEquals(
        new float[] {0.5f / 2, -0.5f / 2, -0.25f / 2, 0.25f / 2},
        gradient(Loss.CATEGORICAL_CROSS_ENTROPY, outputs, targets),
        1e-7f);
  }

  @Test
  void crossEntropiesBearLogitsOfAnySize() {
    var outputs = new float[] {1e6f, -1e6f, -1e6f, 1e6f};
    var targets = new float[] {0, 1, 1, 0};
    assertEquals(2e6, sum(Loss.BINARY_CROSS_ENTROPY, outputs, targets), 1);
    assertEquals(4e6, sum(Loss.CATEGORICAL_CROSS_ENTROPY, outputs, targets), 1);
    for (var loss : List.of(Loss.BINARY_CROSS_ENTROPY, Loss.CATEGORICAL_CROSS_ENTROPY)) {
      for (var slope : gradient(loss, outputs, targets)) {
        assertTrue(Float.isFinite(slope));
      }
    }
  }

  @Test
  void outputFunctionMakesProbabilities() {
    var outputs = new double[] {0, 0, StrictMath.log(3), 0};
    Loss.CATEGORICAL_CROSS_ENTROPY.outputFunction.apply(outputs, 2, 2);
    assertArrayEquals(new double[] {0.5, 0.5, 0.75, 0.25}, outputs, 1e-15);

    outputs = new double[] {0, StrictMath.log(3)};
    Loss.BINARY_CROSS_ENTROPY.outputFunction.apply(outputs, 2, 1);
    assertArrayEquals(new double[] {0.5, 0.75}, outputs, 1e-15);

    outputs = new double[] {7};
    Loss.MEAN_SQUARED_ERROR.outputFunction.apply(outputs, 1, 1);
    assertEquals(7, outputs[0]);
  }

  @Test
  void problemTypeOffersTheFittingLosses() {
    assertEquals(
        List.of(Loss.MEAN_SQUARED_ERROR, Loss.MEAN_ABSOLUTE_ERROR, Loss.HUBER),
        Loss.fitting(ProblemType.REGRESSION, 0));
    assertEquals(
        List.of(Loss.BINARY_CROSS_ENTROPY, Loss.MEAN_SQUARED_ERROR, Loss.CATEGORICAL_CROSS_ENTROPY),
        Loss.fitting(ProblemType.CLASSIFICATION, 2));
    assertEquals(
        List.of(Loss.CATEGORICAL_CROSS_ENTROPY, Loss.MEAN_SQUARED_ERROR),
        Loss.fitting(ProblemType.CLASSIFICATION, 3));
    assertFalse(Loss.HUBER.fits(ProblemType.CLASSIFICATION, 2));
  }

  @Test
  void twoClassesNeedOneOutputUnlessTheLossIsCategorical() {
    assertEquals(1, Loss.MEAN_SQUARED_ERROR.outputs(ProblemType.REGRESSION, 0));
    assertEquals(1, Loss.BINARY_CROSS_ENTROPY.outputs(ProblemType.CLASSIFICATION, 2));
    assertEquals(1, Loss.MEAN_SQUARED_ERROR.outputs(ProblemType.CLASSIFICATION, 2));
    assertEquals(2, Loss.CATEGORICAL_CROSS_ENTROPY.outputs(ProblemType.CLASSIFICATION, 2));
    assertEquals(3, Loss.MEAN_SQUARED_ERROR.outputs(ProblemType.CLASSIFICATION, 3));
  }

  private static double sum(Loss loss, float[] outputs, float[] targets) {
    return loss.function().sum(outputs, targets, 2, 2);
  }

  private static float[] gradient(Loss loss, float[] outputs, float[] targets) {
    var gradient = new float[4];
    loss.function().gradient(outputs, targets, gradient, 2, 2, 2);
    return gradient;
  }

  private static void assertGradient(Loss loss, float... expected) {
    assertArrayEquals(expected, gradient(loss, OUTPUTS, TARGETS));
  }
}
