package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.ReduceOnPlateau;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AllocationTest {

  static List<OptimizerConfig> optimizers() {
    return OptimizerConfig.kinds();
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void epochAllocatesNothingThatGrowsWithItsBatches(OptimizerConfig optimizer) throws JMException {
    var design =
        NetworkDesign.of(
            Loss.CATEGORICAL_CROSS_ENTROPY,
            DenseDesign.of(20, Activation.GELU),
            new DropoutDesign(0.2),
            DenseDesign.of(10, Activation.RELU));
    var config =
        Chosen.withMaxNorm(
                Chosen.withClipNorm(
                    TrainingConfig.of(optimizer, 7, 1000).withPenalty(new Penalty(1e-5, 1e-5)), 1),
                1)
            .withSchedule(ReduceOnPlateau.DEFAULT)
            .withStopping(
                Stopping.after(1000)
                    .withEarlyStopping(new EarlyStopping(Monitor.VALIDATION_LOSS, 0, 1000, true)));
    // 143 batches of 7 rows an epoch, and one of 3 blocks.
    for (var batchSize : new int[] {7, 600}) {
      var session =
          TrainingSession.start(
              design,
              config.withBatchSize(batchSize),
              Samples.ring(1000, 1),
              Samples.ring(100, 2),
              new PortableProducts());
      for (var epoch = 0; epoch < 30; epoch++) {
        session.trainEpoch();
      }
      // What is not yet compiled allocates what the compiler leaves out: on a busy machine it comes
      // late.
      var perEpoch = Long.MAX_VALUE;
      var epochs = 30;
      while (perEpoch >= 200 && epochs < 400) {
        perEpoch = perEpoch(session);
        epochs += 10;
      }
      assertTrue(perEpoch < 200, perEpoch + " bytes an epoch with batches of " + batchSize);
      assertEquals(epochs, session.history().epochs());
    }
  }

  private static long perEpoch(TrainingSession session) throws JMException {
    var cost = -allocated() + allocated();
    var before = allocated();
    for (var epoch = 0; epoch < 10; epoch++) {
      session.trainEpoch();
    }
    return (allocated() - before - cost) / 10;
  }

  /** Bytes that this thread has allocated, those of the question itself included. */
  private static long allocated() throws JMException {
    return (long)
        ManagementFactory.getPlatformMBeanServer()
            .getAttribute(
                new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME),
                "CurrentThreadAllocatedBytes");
  }
}
