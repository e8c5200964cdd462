package dev.neuralworkbench.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.neuralworkbench.nn.LayerDesign.DenseDesign;
import dev.neuralworkbench.nn.LayerDesign.DropoutDesign;
import dev.neuralworkbench.nn.NetworkDesign;
import dev.neuralworkbench.nn.blas.PortableProducts;
import dev.neuralworkbench.nn.function.Activation;
import dev.neuralworkbench.nn.function.Loss;
import dev.neuralworkbench.train.optimizer.OptimizerConfig.Sgd;
import dev.neuralworkbench.train.schedule.LearningRateSchedule.Exponential;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InterventionTest {

  private static final NetworkDesign DESIGN =
      NetworkDesign.of(
          Loss.BINARY_CROSS_ENTROPY, DenseDesign.of(5, Activation.TANH), new DropoutDesign(0.4));
  private static final TrainingConfig CONFIG =
      TrainingConfig.of(new Sgd(0.1, 0.9, false), 10, 6).withSchedule(new Exponential(0.9));

  private final TrainingSession recorded = start();
  private final List<Checkpoint> checkpoints = new ArrayList<>();

  /** Changes, rows by themselves and a stop by hand, at positions that the test chooses. */
  private void record() {
    advance(7);
    recorded.state.changeLearningRate(0.5);
    advance(2);
    recorded.state.changeWeight(0, 1, 3, 0.75f);
    recorded.state.changeWeight(1, Intervention.WeightEdit.BIAS, 0, -0.25f);
    advance(1);
    recorded.trainRow(List.of(0.5f, -0.25f), List.of(1f));
    recorded.trainRow(List.of(-1.5f, 0.125f), List.of(0f));
    advance(3);
    recorded.trainRow(List.of(0.5f, -0.25f), List.of(0f));
    advance(1);
    stop();
  }

  private void advance(int batches) {
    for (var i = 0; i < batches; i++) {
      checkpoints.add(recorded.checkpoint());
      recorded.trainBatch();
    }
  }

  @Test
  void changesAreRecordedWithPositionAndBothValues() {
    advance(7);
    var before = recorded.weights().weight(0, 1, 3);
    recorded.state.changeLearningRate(0.5);
    recorded.state.changeWeight(0, 1, 3, 0.75f);
    assertEquals(
        List.of(
            new Intervention.RateChange(1, 2, 0.1, 0.5),
            new Intervention.WeightEdit(1, 2, 0, 1, 3, before, 0.75f)),
        recorded.history().interventions());
    assertEquals(0.75f, recorded.weights().weight(0, 1, 3));
    recorded.trainEpoch();
    // The schedule's factor stays on the new rate.
    assertEquals(0.5 * 0.9, recorded.history().learningRate(1), 1e-12);
  }

  @Test
  void replayedFromTheStartTheRunGivesTheSameBits() {
    record();
    var again = start();
    again.replay(recorded.history());
    assertEquals(StopReason.STOPPED, again.run(new RunControl()));
    assertEquals(recorded.epoch(), again.epoch());
    assertEquals(recorded.batch(), again.batch());
    assertEquals(recorded.weights(), again.weights());
    assertEquals(recorded.history().interventions(), again.history().interventions());

    var without = start();
    for (var i = 0; i < checkpoints.size(); i++) {
      without.trainBatch();
    }
    assertNotEquals(recorded.weights(), without.weights());
  }

  @Test
  void replayedFromAnyCheckpointTheRunGivesTheSameBits() {
    record();
    for (var checkpoint : checkpoints) {
      var again =
          TrainingSession.resume(
              checkpoint,
              recorded.history(),
              DESIGN,
              CONFIG,
              Samples.ring(50, 1),
              Samples.NO_CLASSES,
              new PortableProducts());
      again.replay(recorded.history());
      again.run(new RunControl());
      assertEquals(recorded.weights(), again.weights(), "from " + checkpoint.batch());
      assertEquals(recorded.history().interventions(), again.history().interventions());
    }
  }

  @Test
  void stoppedRunGoesOnAsIfNeverStopped() {
    record();
    recorded.run(new RunControl());
    var whole = start();
    whole.replay(recorded.history());
    assertEquals(StopReason.STOPPED, whole.run(new RunControl()));
    assertEquals(StopReason.COMPLETED, whole.run(new RunControl()));
    assertEquals(recorded.weights(), whole.weights());
  }

  @Test
  void changesAfterAStopAtOnePositionAreRepeatedBatchByBatchToo() {
    advance(7);
    stop();
    recorded.state.changeLearningRate(0.5);
    stop();
    recorded.state.changeWeight(0, 1, 3, 0.75f);
    advance(3);
    var again = start();
    again.replay(recorded.history());
    for (var i = 0; i < checkpoints.size(); i++) {
      again.trainBatch();
    }
    assertEquals(recorded.history().interventions(), again.history().interventions());
    assertEquals(recorded.weights(), again.weights());
  }

  private void stop() {
    var control = new RunControl();
    control.stop();
    assertEquals(StopReason.STOPPED, recorded.run(control));
  }

  @Test
  void senselessChangesAreRefusedBeforeTheyReachTheRun() {
    var control = new RunControl();
    assertThrows(IllegalArgumentException.class, () -> control.learningRate(0));
    assertThrows(IllegalArgumentException.class, () -> control.learningRate(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> control.weight(0, 0, 0, Float.NaN));
  }

  private static TrainingSession start() {
    return TrainingSession.start(
        DESIGN, CONFIG, Samples.ring(50, 1), Samples.NO_CLASSES, new PortableProducts());
  }
}
