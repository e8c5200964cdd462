package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.NetworkWeights;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Adam;
import dev.neuralworkbench.train.pace.Pace;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ReproducibilityTest {

  private static final NetworkDesign DESIGN =
      NetworkDesign.of(
          Loss.BINARY_CROSS_ENTROPY,
          DenseDesign.of(8, Activation.GELU),
          new DropoutDesign(0.2),
          DenseDesign.of(6, Activation.TANH));
  private static final TrainingConfig CONFIG = TrainingConfig.of(Adam.DEFAULT, 16, 20).withSeed(11);

  @Test
  void sameSeedGivesTheSameBits() {
    assertEquals(run(CONFIG), run(CONFIG));
    assertNotEquals(run(CONFIG), run(CONFIG.withSeed(12)));
  }

  @Test
  void otherRunsOnOtherThreadsChangeNothing() throws InterruptedException, ExecutionException {
    var alone = run(CONFIG);
    try (var threads = Executors.newFixedThreadPool(3)) {
      var beside = threads.submit(() -> run(CONFIG.withSeed(99)));
      var first = threads.submit(() -> run(CONFIG));
      var second = threads.submit(() -> run(CONFIG));
      assertEquals(alone, first.get());
      assertEquals(alone, second.get());
      assertNotEquals(alone, beside.get());
    }
  }

  @Test
  void batchesEpochsAndRunGiveTheSameBits() {
    var byBatch = session(CONFIG);
    while (byBatch.history().stopReason() == null) {
      byBatch.trainBatch();
    }
    var byEpoch = session(CONFIG);
    while (byEpoch.history().stopReason() == null) {
      byEpoch.trainEpoch();
    }
    assertEquals(run(CONFIG), byBatch.weights());
    assertEquals(run(CONFIG), byEpoch.weights());
    assertEquals(20, byEpoch.history().epochs());
  }

  @Test
  void paceChangesNoBit() {
    for (var pace :
        new Pace[] {
          Pace.spread(Duration.ofMillis(60), 20, 20),
          Pace.epoch(Duration.ofMillis(2)),
          Pace.batch(Duration.ofNanos(100_000))
        }) {
      var session = session(CONFIG);
      var control = new RunControl();
      control.pace(pace);
      session.run(control);
      assertEquals(run(CONFIG), session.weights());
    }
  }

  @Test
  void validationRowsChangeNoBit() {
    var session =
        TrainingSession.start(
            DESIGN, CONFIG, Samples.ring(100, 1), Samples.ring(150, 2), new PortableProducts());
    session.run(new RunControl());
    assertEquals(run(CONFIG), session.weights());
  }

  private static NetworkWeights run(TrainingConfig config) {
    var session = session(config);
    assertEquals(StopReason.COMPLETED, session.run(new RunControl()));
    return session.weights();
  }

  private static TrainingSession session(TrainingConfig config) {
    return TrainingSession.start(
        DESIGN, config, Samples.ring(100, 1), Samples.NO_CLASSES, new PortableProducts());
  }
}
