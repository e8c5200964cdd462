package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.data.encode.Targets.ValueTargets;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.Predictor;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.FMatrixRMaj;
import org.ejml.ops.ConvertMatrixData;
import org.junit.jupiter.api.Test;

/** The textbook's X = [[1, 2], [2, 3], [3, 4], [4, 5]], standardized. */
class TextbookTest {

  private static final float SPREAD = (float) Math.sqrt(1.25);

  private static FMatrixRMaj inputs() {
    var inputs = new FMatrixRMaj(4, 2);
    for (var row = 0; row < 4; row++) {
      inputs.set(row, 0, (row - 1.5f) / SPREAD);
      inputs.set(row, 1, (row - 1.5f) / SPREAD);
    }
    return inputs;
  }

  @Test
  void gradientDescentFindsTheLine() {
    var targets = new ValueTargets(new DMatrixRMaj(4, 1, true, 1, 3, 5, 7));
    var data = new Dataset(inputs(), targets, new int[4]);
    var design = NetworkDesign.of(Loss.MEAN_SQUARED_ERROR);
    var session =
        TrainingSession.start(
            design,
            TrainingConfig.of(new Sgd(0.1, 0, false), 0, 200),
            data,
            new Dataset(new FMatrixRMaj(0, 2), new ValueTargets(new DMatrixRMaj(0, 1)), new int[0]),
            new PortableProducts());
    session.run(new RunControl());
    var found = predictions(design, session);
    for (var row = 0; row < 4; row++) {
      assertEquals(2 * row + 1, found.get(row), 0.01);
    }
  }

  @Test
  void logisticRegressionGetsAtMostThreeOfFour() {
    for (var seed = 0; seed < 5; seed++) {
      var hits = hits(NetworkDesign.of(Loss.BINARY_CROSS_ENTROPY), 0, seed);
      assertTrue(hits <= 3, hits + " of 4");
    }
  }

  @Test
  void fiveHiddenUnitsGetFourOfFourOnNineteenOfTwentySeeds() {
    var design = NetworkDesign.of(Loss.BINARY_CROSS_ENTROPY, DenseDesign.of(5, Activation.RELU));
    var solved = 0;
    for (var seed = 0; seed < 20; seed++) {
      solved += hits(design, 1, seed) == 4 ? 1 : 0;
    }
    assertTrue(solved >= 19, solved + " of 20 seeds");
  }

  private static int hits(NetworkDesign design, int batchSize, long seed) {
    int[] classes = {0, 1, 1, 0};
    var data = new Dataset(inputs(), new ClassTargets(classes, 2), new int[4]);
    var session =
        TrainingSession.start(
            design,
            TrainingConfig.of(new Sgd(0.1, 0, false), batchSize, 2000).withSeed(seed),
            data,
            Samples.NO_CLASSES,
            new PortableProducts());
    session.run(new RunControl());
    var probabilities = predictions(design, session);
    var hits = 0;
    for (var row = 0; row < 4; row++) {
      hits += probabilities.get(row) > 0.5 == (classes[row] == 1) ? 1 : 0;
    }
    return hits;
  }

  private static DMatrixRMaj predictions(NetworkDesign design, TrainingSession session) {
    var predictions = new FMatrixRMaj(4, 1);
    Predictor.of(2, 1, design, session.weights(), new PortableProducts())
        .outputs(inputs(), predictions);
    var doubles = new DMatrixRMaj(4, 1);
    ConvertMatrixData.convert(predictions, doubles);
    design.loss().outputFunction.apply(doubles.data, 4, 1);
    return doubles;
  }
}
