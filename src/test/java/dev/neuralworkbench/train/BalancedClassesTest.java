package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.neuralworkbench.data.encode.TargetEncoder.ClassTarget;
import dev.neuralworkbench.data.prepare.Preparation;
import dev.neuralworkbench.data.prepare.Scaling;
import dev.neuralworkbench.data.prepare.Split;
import dev.neuralworkbench.data.split.PreparedData;
import dev.neuralworkbench.data.table.Table;
import dev.neuralworkbench.data.table.Tables;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import java.util.List;
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
