package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.blas.BlasProducts;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.blas.Products;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.random.Purpose;
import dev.neuralworkbench.random.RandomSource;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One thread, several, and a run cut in two: the same bits, on a network large enough to share. */
class ThreadsTest {

  private static final int INPUTS = 300;
  private static final Dataset TRAINING = blobs(700, 1);
  private static final Dataset VALIDATION = blobs(130, 2);
  private static final NetworkDesign DESIGN =
      NetworkDesign.of(
          Loss.CATEGORICAL_CROSS_ENTROPY,
          new DropoutDesign(0.1),
          DenseDesign.of(200, Activation.TANH),
          new DropoutDesign(0.2),
          DenseDesign.of(150, Activation.GELU));

  static Stream<Arguments> productsAndBatches() {
    var products =
        BlasProducts.available()
            ? List.of(new BlasProducts(), new PortableProducts())
            : List.<Products>of(new PortableProducts());
    return products.stream()
        .flatMap(
            p ->
                Stream.of(128, 100, 0)
                    .flatMap(
                        batch -> Stream.of(0.0, 0.5).map(limit -> Arguments.of(p, batch, limit))));
  }

  @ParameterizedTest
  @MethodSource("productsAndBatches")
  void everyNumberOfThreadsAndAResumedRunGiveTheSameBits(
      Products products, int batchSize, double limit) {
    var config =
        Chosen.withMaxNorm(
            Chosen.withClipNorm(
                TrainingConfig.of(Adam.DEFAULT, batchSize, 3).withPenalty(new Penalty(1e-5, 1e-4)),
                limit),
            limit);
    var alone = session(config, products, 1);
    alone.run(new RunControl());
    for (var threads : new int[] {2, 3, 8}) {
      var shared = session(config, products, threads);
      shared.run(new RunControl());
      assertEquals(alone.weights(), shared.weights(), threads + " threads");
      assertEquals(
          alone.history().validationLoss(2),
          shared.history().validationLoss(2),
          threads + " threads");
    }

    var begun = session(config, products, 2);
    begun.trainBatch();
    begun.trainEpoch();
    var control = new RunControl();
    control.threads(2); // Told to the run while it is under way.
    var resumed =
        TrainingSession.resume(
            begun.checkpoint(), begun.history(), DESIGN, config, TRAINING, VALIDATION, products);
    resumed.run(control);
    assertEquals(alone.weights(), resumed.weights(), "resumed");
    assertNotEquals(alone.weights(), begun.weights());
  }

  private static TrainingSession session(TrainingConfig config, Products products, int threads) {
    var session = TrainingSession.start(DESIGN, config, TRAINING, VALIDATION, products);
    session.threads(threads);
    return session;
  }

  private static Dataset blobs(int rows, long seed) {
    var random = RandomSource.of(seed, Purpose.GENERATED_DATA);
    var inputs = new FMatrixRMaj(rows, INPUTS);
    var classes = new int[rows];
    for (var row = 0; row < rows; row++) {
      classes[row] = row % 3;
      for (var i = 0; i < INPUTS; i++) {
        inputs.set(row, i, (float) (random.nextGaussian() + (i % 3 == classes[row] ? 1 : 0)));
      }
    }
    return new Dataset(inputs, new ClassTargets(classes, 3), IntStream.range(0, rows).toArray());
  }
}
