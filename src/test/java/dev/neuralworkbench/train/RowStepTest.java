package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.neuralworkbench.data.encode.Dataset;
import dev.neuralworkbench.data.encode.Targets.ClassTargets;
import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.optimizer.OptimizerConfig;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.StepDecay;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row trained by itself, against a run that has no other row. */
class RowStepTest {

  private static final NetworkDesign DESIGN =
      NetworkDesign.of(Loss.BINARY_CROSS_ENTROPY, DenseDesign.of(5, Activation.TANH));
  private static final List<Float> INPUTS = List.of(0.75f, -1.25f);
  private static final List<Float> TARGETS = List.of(1f);

  private static final Dataset ROW =
      new Dataset(
          new FMatrixRMaj(1, 2, true, 0.75f, -1.25f),
          new ClassTargets(new int[] {1}, 2),
          new int[] {0});

  private static TrainingSession session(NetworkDesign design, TrainingConfig config) {
    return TrainingSession.start(
        design, config, Samples.ring(50, 1), Samples.NO_CLASSES, new PortableProducts());
  }

  private static TrainingConfig config(OptimizerConfig optimizer) {
    return Chosen.withMaxNorm(
            Chosen.withClipNorm(
                TrainingConfig.of(optimizer, 10, 60).withPenalty(new Penalty(0.01, 0.02)), 0.05),
            0.5)
        .withSchedule(new StepDecay(1, 0.5));
  }

  @ParameterizedTest
  @MethodSource("dev.neuralworkbench.train.optimizer.OptimizerConfig#kinds")
  void isTheBatchOfARunWithThisRowAlone(OptimizerConfig optimizer) {
    var config = config(optimizer);
    var session = session(DESIGN, config);
    session.trainEpoch();
    session.trainEpoch();
    var alone =
        TrainingSession.resume(
            session.checkpoint(),
            session.history(),
            DESIGN,
            config.withBatchSize(1),
            ROW,
            Samples.NO_CLASSES,
            new PortableProducts());
    session.trainRow(INPUTS, TARGETS);
    alone.trainBatch();
    assertEquals(alone.weights(), session.weights());
    assertEquals(alone.checkpoint().optimizer(), session.checkpoint().optimizer());
  }

  @Test
  void leavesThePositionAndTheNumbersOfTheEpoch() {
    var session = session(DESIGN, config(Sgd.DEFAULT));
    for (var i = 0; i < 7; i++) {
      session.trainBatch();
    }
    var before = session.checkpoint();
    session.trainRow(INPUTS, TARGETS);
    var after = session.checkpoint();
    assertEquals(before.epoch(), after.epoch());
    assertEquals(before.batch(), after.batch());
    assertEquals(before.lossSum(), after.lossSum(), 0);
    assertEquals(before.scoreSum(), after.scoreSum(), 0);
    assertNotEquals(before.weights(), after.weights());
    assertEquals(
        List.of(new Intervention.RowStep(1, 2, INPUTS, TARGETS)),
        session.history().interventions());
    assertEquals(1, after.interventions());
  }

  @Test
  void dropoutDrawsAnewForEachRowAndNeverAsForABatch() {
    var design =
        NetworkDesign.of(
            Loss.BINARY_CROSS_ENTROPY, DenseDesign.of(40, Activation.TANH), new DropoutDesign(0.5));
    var session = session(design, TrainingConfig.of(Sgd.DEFAULT, 10, 60));
    assertEquals(-1, session.rowBlock());
    session.trainRow(INPUTS, TARGETS);
    assertEquals(-2, session.rowBlock());
    session.trainRow(INPUTS, TARGETS);
    assertEquals(-3, session.rowBlock());
    session.trainBatch();
    assertEquals(-1, session.rowBlock());
  }

  @Test
  void aRowWithoutAFiniteLossChangesNothing() {
    var design = NetworkDesign.of(Loss.MEAN_SQUARED_ERROR, DenseDesign.of(3, Activation.IDENTITY));
    var session = session(design, TrainingConfig.of(Sgd.DEFAULT, 10, 60));
    var before = session.weights();
    session.trainRow(List.of(3e38f, 3e38f), List.of(1f));
    assertEquals(before, session.weights());
  }

  @Test
  void aRowOfAnotherShapeIsRefused() {
    var session = session(DESIGN, TrainingConfig.of(Sgd.DEFAULT, 10, 60));
    assertThrows(IllegalArgumentException.class, () -> session.trainRow(List.of(1f), TARGETS));
    assertThrows(IllegalArgumentException.class, () -> session.trainRow(INPUTS, List.of(1f, 0f)));
    assertThrows(
        IllegalArgumentException.class, () -> session.trainRow(List.of(Float.NaN, 0f), TARGETS));
    assertEquals(List.of(), session.history().interventions());
  }
}
