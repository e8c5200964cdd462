package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.Tables;
import dev.neuralworkbench.model.answer.Answers;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.nn.function.OutputFunction;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

/** Classes that count the same, however many rows each has. */
class BalancedClassesTest {

  /** Seven rows of one class, three of the other. */
  private static final Table TABLE =
      Tables.parse(
          "x,y", "-2,a", "-1.5,a", "-1,b", "-0.5,a", "0,a", "0.5,a", "1,b", "1.5,a", "2,a",
          "2.5,b");

  private static PreparedData data(boolean balanced) {
    var preparation =
        Preparation.defaults(TABLE)
            .withScaling(Scaling.NONE)
            .withSplit(Split.NONE)
            .withBalanced(balanced);
    return PreparedData.of(preparation, TABLE);
  }

  @Test
  void weightsAreAsScikitLearnsBalanced() {
    var target = (ClassTarget) data(true).preprocessor().target();
    assertEquals(List.of(10 / 14.0, 10 / 6.0), target.weights());
    assertArrayEquals(
        new float[] {10 / 14f, 10 / 6f}, data(true).training().targets().classWeights(), 1e-7f);
    assertNull(data(false).training().targets().classWeights());
    var picked = data(true).training().some(1, 2);
    assertEquals(10 / 6f, picked.targets().classWeights()[1], 1e-7f);
  }

  /** The weights that NumPy's Newton steps come to, of the weighted likelihood and of the plain. */
  @Test
  void logisticRegressionComesToTheWeightsOfTheWeightedLikelihood() {
    assertComesTo(true, 0.41108049, -0.17198208);
    assertComesTo(false, 0.42736253, -1.02796391);
  }

  /**
   * Scikit-learn's balanced fit, corrected by NumPy: at most 0.008 from its plain fit, from which
   * the balanced one is 0.205 away.
   */
  @Test
  void correctedProbabilitiesAreThoseOfALikelihoodWithoutWeights() {
    var preparation = data(true).preprocessor();
    var x = new float[] {-2, -1.5f, -1, -0.5f, 0, 0.5f, 1, 1.5f, 2, 2.5f};
    var corrected =
        new double[] {
          0.13688, 0.16302, 0.19304, 0.22709, 0.26517, 0.30709, 0.35247, 0.40067, 0.45088, 0.50211
        };
    var plain =
        new double[] {
          0.13208, 0.15856, 0.18918, 0.22415, 0.26348, 0.30698, 0.35421, 0.40446, 0.4568, 0.51011
        };
    var balanced = (ClassTarget) preparation.target();
    var target =
        new ClassTarget(balanced.name(), balanced.classes(), false, balanced.weights(), true);
    var logits = new DMatrixRMaj(10, 1);
    for (var row = 0; row < 10; row++) {
      logits.data[row] = 0.41108048f * x[row] - 0.17198208f;
    }
    var answers = Answers.trained(target, logits.copy(), OutputFunction.SIGMOID);
    var asTrained = Answers.trained(balanced, logits, OutputFunction.SIGMOID);
    for (var row = 0; row < 10; row++) {
      assertEquals(corrected[row], answers.probability(row, 1), 1e-5);
      assertEquals(plain[row], answers.probability(row, 1), 0.0081);
      assertTrue(asTrained.probability(row, 1) - plain[row] > 0.13);
      assertEquals(corrected[row] > 0.5 ? 1 : 0, answers.predictedClass(row));
    }
  }

  @Test
  void whatIsCorrectedIsTheTargetOfTheModelAndOfItsRows() {
    var preparation =
        Chosen.withPriorCorrected(
            Preparation.defaults(TABLE).withSplit(Split.NONE).withBalanced(true), true);
    var data = PreparedData.of(preparation, TABLE);
    assertTrue(((ClassTarget) data.preprocessor().target()).isCorrected());
    assertTrue(((ClassTargets) data.training().some(1, 2).targets()).corrected());
    var plain = preparation.withBalanced(false);
    assertFalse(plain.isPriorCorrected());
    assertFalse(Chosen.withPriorCorrected(plain, true).isPriorCorrected());
    assertEquals(
        ClassTarget.of(TABLE.column(1)), PreparedData.of(plain, TABLE).preprocessor().target());
  }

  private static void assertComesTo(boolean balanced, double weight, double bias) {
    var data = data(balanced);
    var config = TrainingConfig.of(new Sgd(0.5, 0.9, false), 0, 2000);
    var session =
        TrainingSession.start(
            NetworkDesign.of(Loss.BINARY_CROSS_ENTROPY),
            config,
            data.training(),
            data.validation(),
            new PortableProducts());
    for (var epoch = 0; epoch < 2000; epoch++) {
      session.trainBatch();
    }
    var learned = session.snapshot().weights();
    assertEquals(weight, learned.weight(0, 0, 0), 1e-4);
    assertEquals(bias, learned.layer(0).bias(0), 1e-4);
  }
}
